/** A passage without the marks of the list or heading it stood in. */
export const plainQuote = (text: string): string => text.replace(/^(?:[-*#·•\s]+|\d+[.、]\s*(?=\D))+/, '');
