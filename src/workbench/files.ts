import { readWorkbook } from '../hosts/xlsx/read-workbook.ts';
import { writeWorkbook } from '../hosts/xlsx/write-workbook.ts';
import type { UniverWorkbook } from '../hosts/univer/univer-workbook.ts';
import type { WorkbookPlan } from '../template/plan.ts';

/**
 * The workbook of the grid as a file, with the values that its cells have.
 *
 * @returns Its bytes, and in a sentence what was left out, if anything was.
 */
export async function saveAsFile(
  port: UniverWorkbook,
  properties: WorkbookPlan['properties'],
): Promise<{ readonly bytes: Uint8Array; readonly left?: string }> {
  const { plan, ...more } = await port.content(properties);
  const bytes = await writeWorkbook(plan, { values: 'cached', more });
  const { moved } = port;
  return {
    bytes,
    ...(moved.length > 0 && {
      left: `Rows or columns of ${moved.join(', ')} have moved, so that notes, links, validations and charts were left out there.`,
    }),
  };
}

/**
 * Opens a file in place of the workbook of the grid; where it is refused, that workbook stays.
 *
 * @returns In sentences what of the file was left out.
 * @throws WorkbookError where the file is no workbook, too large or damaged.
 */
export async function openFile(port: UniverWorkbook, bytes: Uint8Array): Promise<readonly string[]> {
  const { left, ...content } = await readWorkbook(bytes);
  await port.replace(content);
  return left;
}
