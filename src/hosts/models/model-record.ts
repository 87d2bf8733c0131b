import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import * as z from 'zod/mini';
import type { WorkbookPlan } from '../../template/plan.ts';
import { templateVersion } from '../../template/template-version.ts';
import { base64, fromBase64 } from '../base64.ts';
import type { WorkbookPort, WorkbookView } from '../workbook-port.ts';
import { inputRows } from './input-cells.ts';
import { insertedModels } from './inserted-models.ts';
import type { ModelChoices } from './model-choices.ts';

const content = z.union([z.string(), z.number(), z.boolean()]);
const recordSchema = z.object({
  format: z.literal(1),
  template: z.int(),
  choices: z.object({
    sheets: z.exactOptional(z.array(z.string())),
    from: z.exactOptional(z.int()),
    to: z.exactOptional(z.int()),
    scenario: z.exactOptional(z.string()),
  }),
  scheme: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      rows: z.array(
        z.object({ label: z.string(), above: z.int(), row: z.int(), inputs: z.record(z.string(), content) }),
      ),
    }),
  ),
});

/** What a workbook keeps of a model's insertion: what was chosen, and what stood in each input, so that edits can be told. */
export type ModelRecord = z.infer<typeof recordSchema>;

/** Where the record of a model is kept. */
export const recordKey = (id: number): string => `ST_Model_${id}`;

/** The record of an insertion, as text to keep. The plan is the one before any of its sheets was renamed. */
export function recordOf(plan: WorkbookPlan, choices: ModelChoices, scheme: string): string {
  const record = {
    format: 1,
    template: templateVersion,
    choices,
    scheme,
    sheets: plan.sheets.map((sheet) => ({ name: sheet.name, rows: inputRows(sheet) })),
  };
  return base64(deflateSync(strToU8(JSON.stringify(record))));
}

/** The most that a record comes to; anything beyond was not written by us. */
const mostBytes = 4_000_000;

/** A record that was kept; undefined where there is none that can be read. */
export function readRecord(text: string | undefined): ModelRecord | undefined {
  if (text === undefined) return undefined;
  try {
    const bytes = inflateSync(fromBase64(text), { out: new Uint8Array(mostBytes) });
    const parsed = z.safeParse(recordSchema, JSON.parse(strFromU8(bytes)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** What each model of a workbook was made with, by its number, where the workbook keeps it. */
export async function keptChoices(port: WorkbookPort, view: WorkbookView): Promise<ReadonlyMap<number, ModelChoices>> {
  const ids = insertedModels(view).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const texts = await port.kept(ids.map(recordKey));
  return new Map(
    ids.flatMap((id, index) => {
      const record = readRecord(texts[index]);
      return record ? [[id, record.choices] as const] : [];
    }),
  );
}
