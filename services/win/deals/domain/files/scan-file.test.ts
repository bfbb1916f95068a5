import { expect, test } from 'vitest';
import { scanFile } from './scan-file.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const zip = (members: string) => bytes(`PK\u0003\u0004${members}`);
const scan = (name: string, data: Buffer, far = false) => {
  const found = scanFile(name, data, () => far);
  return found.ok ? found.kind : found.reason;
};

test.each([
  ['方案.pdf', bytes('%PDF-1.7 …'), 'pdf'],
  ['photo.JPEG', bytes('\u00ff\u00d8\u00ff\u00e0'), 'jpg'],
  ['plan.docx', zip('[Content_Types].xml word/document.xml'), 'docx'],
  ['notes.txt', Buffer.from('会议纪要'), 'txt'],
  ['call.vtt', Buffer.from('WEBVTT'), 'vtt'],
  ['invoice.pdf', bytes('MZ\u0090\u0000'), 'program'],
  ['invoice.pdf.exe', bytes('%PDF'), 'program'],
  ['run.sh', bytes('echo'), 'program'],
  ['run', bytes('#!/bin/sh'), 'program'],
  ['page.html', bytes('<script>'), 'program'],
  ['drawing.svg', bytes('<svg onload=x>'), 'program'],
  ['report.pdf', Buffer.from('only text'), 'kind_differs'],
  ['report.png', bytes('%PDF-1.7'), 'kind_differs'],
  ['sheet.xlsx', zip('[Content_Types].xml xl/workbook.xml xl/vbaProject.bin'), 'macros'],
  ['archive.zip', zip('a.txt'), 'kind_unknown'],
  ['bomb.docx', zip('[Content_Types].xml word/document.xml'), 'unpacks_too_far'],
  ['what.bin', bytes('\u0000\u0001\u0002'), 'kind_unknown'],
  ['empty.pdf', bytes(''), 'empty'],
])('%s is %s', (name, data, expected) => {
  expect(scan(name, data, name.startsWith('bomb'))).toBe(expected);
});
