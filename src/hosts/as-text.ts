/** Text that a spreadsheet would take for a formula, number, date, error or truth value keeps its apostrophe, and so stays text. */
export const asText = (text: string): string =>
  /^\s*[=+\-@'#(.,$€£¥%\d\t]|^(true|false)$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text)
    ? `'${text}`
    : text;
