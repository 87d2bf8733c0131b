/** What Excel's codes mean to who uses it, and what to do. */
const meanings: Readonly<Record<string, string>> = {
  AccessDenied: 'Excel does not allow it: the sheet or workbook is protected, or is open to read only.',
  InvalidOperationInCellEditMode: 'A cell is being edited: press Enter or Esc, then try again.',
  ApiNotFound: 'This version of Excel does not have what it takes: update Excel.',
  RequestPayloadSizeLimitExceeded: 'It was too much for Excel at once.',
  ResponsePayloadSizeLimitExceeded: 'The workbook is too large to be read at once: try it on a sheet or a selection.',
  ItemAlreadyExists: 'The workbook already has something of that name: rename it, then try again.',
  RequestAborted: 'Excel gave up on it while busy: try again.',
  Timeout: 'Excel did not answer in time: try again.',
};

/** Why Excel would not, in a sentence. */
export function sentenceOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { readonly code?: string; readonly message?: string };
  return meanings[code ?? ''] ?? `Excel says: ${message ?? String(error)}`;
}
