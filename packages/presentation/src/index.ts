export * from './format/quantities.ts';
export * from './format/tokens.ts';
export * from './palette/palette.ts';
export { escapeXml, type PictureOptions } from './picture/pen.ts';
export * from './skyline/layout.ts';
export * from './skyline/stickers.ts';
export { fitText, textWidth } from './skyline/text.ts';
