/**
 * Stands before a text in the parts that the library writes, where it would be taken for something else:
 * before the code of an error that is a formula's value, and before text that only looks like an error.
 * Finishing takes it away. A private character that no text of ours holds.
 */
export const marker = '\uE000';

/** Text as it may go into a cell: without the marker, and without what XML has no form for. */
export const cleanText = (text: string): string => text.replaceAll(marker, '').replace(/[\uFFFE\uFFFF]/g, '');
