import * as z from 'zod/mini';
import type { CellContent, WorkbookPort } from '../hosts/workbook-port.ts';

const content = z.union([z.string(), z.number(), z.boolean()]);
const history = z.array(
  z.strictObject({
    stamp: z.strictObject({ provider: z.string(), asOf: z.string(), retrieved: z.string() }),
    cells: z.array(z.strictObject({ ticker: z.string(), key: z.string(), before: content, after: content })),
    moved: z.array(z.string()),
  }),
);

/** The refreshes of a workbook, the latest last: what was written over what. */
export type History = z.infer<typeof history>;
export type HistoryCell = History[number]['cells'][number];

const historyKey = 'st.comps.history';
const mostRefreshes = 8;
const mostCharacters = 200_000;

/** The history that the workbook keeps; one that cannot be read counts as none. */
export async function keptHistory(port: WorkbookPort): Promise<History> {
  const [text] = await port.kept([historyKey]);
  if (text === undefined) return [];
  try {
    return history.parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Keeps a history, without its oldest refreshes where it has grown long. */
export async function keepHistory(port: WorkbookPort, all: History): Promise<void> {
  let kept = all.slice(-mostRefreshes);
  while (kept.length > 1 && JSON.stringify(kept).length > mostCharacters) kept = kept.slice(1);
  await port.keep({ [historyKey]: kept.length === 0 ? undefined : JSON.stringify(kept) });
}

/** What the latest refresh to touch each cell has put there, by ticker and key. */
export function committedCells(all: History | undefined): ReadonlyMap<string, CellContent> {
  return new Map(
    (all ?? []).flatMap(({ cells }) => cells.map(({ ticker, key, after }) => [`${ticker}|${key}`, after] as const)),
  );
}
