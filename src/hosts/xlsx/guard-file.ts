import { unzipSync } from 'fflate';
import { WorkbookError } from '../workbook-port.ts';

/** What a workbook may be at most; the model as a file has half a megabyte and expands to five. */
const most = { fileBytes: 30_000_000, expandedBytes: 300_000_000, parts: 5_000, expansion: 400 } as const;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

/**
 * Refuses what is no workbook, or would not fit into memory, by the directory of the file and before anything is
 * expanded. Whoever expands it must take no part for longer than the directory says.
 *
 * @throws WorkbookError in a sentence.
 */
export function guardFile(bytes: Uint8Array): void {
  if (bytes.length > most.fileBytes)
    throw new WorkbookError(
      `The file has ${megabytes(bytes.length)} and the preview opens up to ${megabytes(most.fileBytes)}: open it in a spreadsheet program.`,
    );
  const parts: { readonly name: string; readonly size: number; readonly originalSize: number }[] = [];
  try {
    unzipSync(bytes, {
      filter: (part) => {
        parts.push(part);
        return false;
      },
    });
  } catch {
    throw notAWorkbook();
  }
  const expanded = parts.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const isBomb = parts.length > most.parts || expanded > most.expandedBytes || expanded > bytes.length * most.expansion;
  if (isBomb)
    throw new WorkbookError(
      `The file would expand to ${megabytes(expanded)} in ${parts.length} parts, more than the preview takes: it was not opened.`,
    );
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) throw notAWorkbook();
}

const notAWorkbook = () =>
  new WorkbookError('The file is no .xlsx workbook, or is damaged: save it as .xlsx in a spreadsheet program first.');
