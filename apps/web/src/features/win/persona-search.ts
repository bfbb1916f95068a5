/** Who is compared: a contact and, where it is an earlier one, the version. */
export interface CompareSearch {
  left?: string;
  leftVersion?: number;
  right?: string;
  rightVersion?: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the address of a comparison; what makes no sense in it is left out. */
export function readCompareSearch(search: Record<string, unknown>): CompareSearch {
  const id = (value: unknown) => (UUID.test(String(value)) ? String(value) : undefined);
  const number = (value: unknown) =>
    Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined;
  const read = {
    left: id(search.left),
    leftVersion: number(search.leftVersion),
    right: id(search.right),
    rightVersion: number(search.rightVersion),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
