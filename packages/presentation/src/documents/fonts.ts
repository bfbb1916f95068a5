import { fileURLToPath } from 'node:url';

/** The fonts that ship with the product: a server may have none for Chinese. */
export const FONT_FAMILY = 'Tokenholic Sans';
export const REGULAR_FONT = fileURLToPath(new URL('../../fonts/noto-sans-sc-regular.otf', import.meta.url));
export const BOLD_FONT = fileURLToPath(new URL('../../fonts/noto-sans-sc-bold.otf', import.meta.url));
