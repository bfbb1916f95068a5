import { expect, test } from 'vitest';
import { isAppError } from '../errors.ts';
import { archiveSaying } from '../testing/archive-saying.ts';
import { inspectUpload } from './inspect-upload.ts';

const look = (name: string, content: string | Uint8Array) => {
  try {
    return inspectUpload(name, typeof content === 'string' ? Buffer.from(content) : content);
  } catch (error) {
    return isAppError(error, 'kit.upload_refused') ? error.details?.reason : error;
  }
};
/** The beginning of a zip archive and the names in it, which stand in it as they are. */
const zip = (names: string[]) =>
  Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.from(names.join('\0'))]);

test('files that are what their name says come through', () => {
  expect(look('notes.pdf', '%PDF-1.7\n1 0 obj << /Type /Catalog >>')).toBe('pdf');
  expect(look('Plan.DOCX', zip(['[Content_Types].xml', 'word/document.xml']))).toBe('office');
  expect(look('deals.csv', '客户,金额\n云岫短剧,12')).toBe('text');
  expect(look('note', 'a text without an extension')).toBe('text');
  expect(look('export.csv', new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x2c, 0x00]))).toBe('text');
  expect(look('leer.txt', '')).toBe('text');
});

test('programs, scripts and old Office files are refused, whatever they call themselves', () => {
  for (const magic of ['4d5a9000', '7f454c46', 'cffaedfe', 'd0cf11e0a1b11ae1'])
    expect(look('harmless.txt', Buffer.from(magic, 'hex'))).toBe('program');
  expect(look('notes.md', '#!/bin/sh\nrm -rf /')).toBe('program');
});

test('macros, active PDF and the scanners’ test file are refused', () => {
  expect(look('plan.docx', zip(['word/document.xml', 'word/vbaProject.bin']))).toBe('macros');
  for (const part of [
    '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
    '/S /Launch /F (cmd.exe)',
    '/EmbeddedFile',
  ])
    expect(look('notes.pdf', `%PDF-1.7\n${part}`)).toBe('active');
  expect(look('a.txt', `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS'}-TEST-FILE!$H+H*`)).toBe(
    'malware',
  );
});

test('an archive that says it unpacks to gigabytes is refused before anybody unpacks it', () => {
  expect(look('plan.docx', archiveSaying(3_000_000_000))).toBe('unpacks_too_far');
  expect(look('plan.docx', archiveSaying(300_000_000))).toBe('office');
});

test('a page that a browser would run is one only under its own name', () => {
  const page = '<!-- plan -->\n<!DOCTYPE html><script>steal()</script>';
  expect(look('plan.html', page)).toBe('text');
  for (const name of ['plan.docx', 'plan.txt', 'plan.eml', 'plan']) expect(look(name, page)).toBe('mismatch');
  expect(look('picture.txt', '<?xml version="1.0"?><svg onload="steal()"/>')).toBe('mismatch');
  expect(look('plan.csv', Buffer.from('\ufeff<html>', 'utf16le'))).toBe('mismatch');
  expect(look('plan.md', '# 用法\n\n`<html>` 写在文中')).toBe('text');
});

test('a file that is not what its name says is refused', () => {
  expect(look('photo.png', Buffer.from('ffd8ffe0', 'hex'))).toBe('mismatch');
  expect(look('photo.jpeg', Buffer.from('ffd8ffe0', 'hex'))).toBe('image');
  expect(look('sheet.xlsx', zip(['[Content_Types].xml', 'word/document.xml']))).toBe('mismatch');
  expect(look('notes.pdf', 'just text')).toBe('mismatch');
  expect(look('deals.csv', zip(['a.txt']))).toBe('mismatch');
  expect(look('data.csv', new Uint8Array([1, 2, 0, 3]))).toBe('mismatch');
});
