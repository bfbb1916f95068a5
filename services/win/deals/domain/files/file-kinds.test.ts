import { isAppError } from '@tokenholic/kit';
import { expect, test } from 'vitest';
import { kindOfFile } from './file-kinds.ts';

const kindOf = (name: string) => {
  try {
    return kindOfFile(name).kind;
  } catch (error) {
    return isAppError(error, 'deals.file_kind_unknown') ? 'refused' : error;
  }
};

test.each([
  ['方案.pdf', 'pdf'],
  ['photo.JPEG', 'jpg'],
  ['call.vtt', 'vtt'],
  ['invoice.pdf.exe', 'refused'],
  ['run.sh', 'refused'],
  ['run', 'refused'],
  ['page.html', 'refused'],
  ['drawing.svg', 'refused'],
  ['archive.zip', 'refused'],
  ['constructor', 'refused'],
  ['a.constructor', 'refused'],
])('%s is %s', (name, expected) => {
  expect(kindOf(name)).toBe(expected);
});
