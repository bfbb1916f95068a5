const LEGAL_FORM =
  /(?:股份有限公司|有限责任公司|有限公司|集团|公司|控股)$|\b(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|plc|group|holdings?|gmbh|ag|sa|nv|se)\.?(?:\s|$)/giu;

/** A company's name without its legal form, case, width, spaces and marks: what two spellings of it share. */
export function plainName(name: string): string {
  let plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\/[a-z]{2,3}\/?$/, '')
    .replace(/[.,&]/g, ' ')
    .trim();
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(LEGAL_FORM, ' ').trim();
  }
  return plain.replace(/[^\p{L}\p{N}]/gu, '');
}

export function isSameCompany(a: string, b: string): boolean {
  const [first, second] = [plainName(a), plainName(b)];
  return first !== '' && first === second;
}
