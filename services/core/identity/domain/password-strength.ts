/** Shortest password, in characters. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** What remains of the usual passwords once digits and signs are taken off. */
const COMMON = new Set(
  (
    'password passw pass passphrase qwerty qwertyuiop asdfghjkl zxcvbnm qazwsx qazwsxedc letmein welcome admin administrator ' +
    'iloveyou woaini monkey dragon sunshine princess football baseball superman batman trustno master shadow login secret ' +
    'changeme default test tester testing guest root user hello abc abcd abcdef abcdefg abcdefgh tokenholic aliyun alibaba ' +
    'company summer winter spring autumn'
  ).split(' '),
);

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '09876543210',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
];
const FEWEST_DIFFERENT = 5;

/** Why a password is too easily guessed; null when it is not. Length counts, rules about kinds of characters do not. */
export function weaknessOf(
  password: string,
  about: readonly string[],
): 'short' | 'common' | 'personal' | null {
  const text = password.normalize('NFKC').toLowerCase();
  if ([...text].length < PASSWORD_MIN) return 'short';
  if (about.some((part) => part.length >= 4 && text.includes(part.toLowerCase()))) return 'personal';
  return isCommon(text) ? 'common' : null;
}

function isCommon(text: string): boolean {
  if (new Set(text).size < FEWEST_DIFFERENT) return true;
  const words = text
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .split(' ');
  const rest = withoutRuns(text).replace(/[^a-z]/g, '');
  return rest === ''
    ? /^[a-z0-9\W_]*$/.test(text) && withoutRuns(text).length < 6
    : words.every((word) => COMMON.has(word));
}

/** Takes away pieces of the alphabet, of the row of digits and of the keyboard. */
function withoutRuns(text: string): string {
  let rest = text;
  for (const run of RUNS)
    for (let length = run.length; length >= 3; length -= 1)
      for (let start = 0; start + length <= run.length; start += 1)
        rest = rest.replaceAll(run.slice(start, start + length), '');
  return rest;
}
