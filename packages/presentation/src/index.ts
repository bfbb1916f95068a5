export * from './format/quantities.ts';
export * from './format/tokens.ts';
export * from './palette/palette.ts';
export * from './skyline/layout.ts';
export * from './skyline/stickers.ts';
export { escapeXml, type PictureOptions, renderSkylineSvg } from './skyline/svg.ts';
export { fitText, textWidth } from './skyline/text.ts';
