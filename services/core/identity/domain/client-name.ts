/** How two client names are compared: full-width and half-width, case, spaces and legal endings set aside. */
export function clientNameKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·.,，。'’"“”()（）-]+/g, '');
  const withoutEnding = plain.replace(
    /(股份有限公司|有限责任公司|有限公司|集团|公司|incorporated|inc|limited|ltd|corporation|corp|llc|gmbh|plc)$/,
    '',
  );
  return withoutEnding === '' ? plain : withoutEnding;
}
