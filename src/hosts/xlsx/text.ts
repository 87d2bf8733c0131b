/** Text as it may go into a cell: without what XML has no form for. */
export const cleanText = (text: string): string => text.replace(/[\uFFFE\uFFFF]/g, '');

// With the characters that XML cannot hold.
const special = /[&<>\r\u0000-\u0008\u000B\u000C\u000E-\u001F]/;
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as XML writes it; what XML cannot hold in the form that workbooks have for it. */
export const escaped = (text: string): string =>
  special.test(text)
    ? text.replace(
        new RegExp(special, 'g'),
        (one) => named[one] ?? `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      )
    : text;
