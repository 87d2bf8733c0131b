import { WorkbookError } from '../workbook-port.ts';

/** Does something with the grid; what the grid says against it comes as a sentence. */
export async function attempt<Value>(work: () => Value): Promise<Value> {
  try {
    return await Promise.resolve(work());
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw new WorkbookError(`The grid says: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
