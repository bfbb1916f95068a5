export { decodeText } from './decode.ts';
export { parseInThread } from './parse-in-thread.ts';
export { type DocumentFile, type DocumentReading, readDocument } from './read-document.ts';
export { readHtml } from './read-html.ts';
