export { decodeText } from './decode.ts';
export { type DocumentFile, type DocumentReading, readDocument } from './read-document.ts';
export { readHtml } from './read-html.ts';
