import type { Answer } from './main.ts';

/** Writes the file of an answer, if it has one. Where that fails, the answer says why and nothing is left half-written. */
export async function perform(answer: Answer): Promise<Answer> {
  if (!answer.file) return answer;
  const { saveWorkbook, SaveError } = await import('../hosts/xlsx/save-workbook.ts');
  try {
    await saveWorkbook(answer.file.path, await answer.file.bytes());
    return answer;
  } catch (error) {
    if (!(error instanceof SaveError)) throw error;
    return { out: '', err: `st-model: ${error.message}\n`, exitCode: 2 };
  }
}
