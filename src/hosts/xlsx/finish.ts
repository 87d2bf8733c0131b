import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { WorkbookPlan } from '../../template/plan.ts';
import { columnNumber } from '../../template/address.ts';
import { rowPoints } from '../../template/page-breaks.ts';
import { styleKey } from './cell-style.ts';
import { cacheOf } from './chart-cache.ts';
import { finishChart } from './finish-chart.ts';
import { noteAnchors } from './note-boxes.ts';
import { seriesOver } from './series-over.ts';
import { sheetData, type CellTables } from './sheet-data.ts';
import { SharedTexts } from './shared-texts.ts';

/** Nothing in the file tells when it was written. */
const noTime = new Date(1980, 0, 1);

/** What the plan says of how it is written. */
type Finish = {
  readonly values: 'cached' | 'omit';
  readonly scheme: ColourScheme;
  /** The keys of the styles whose samples the first sheet holds, in their order. */
  readonly styleKeys: readonly string[];
};

/** The cells put in place of the samples, and what the library has no words for, in the parts that it wrote. */
export function finish(bytes: Uint8Array, plan: WorkbookPlan, { values, scheme, styleKeys }: Finish): Uint8Array {
  const parts = unzipSync(bytes);
  const finished: Zippable = {};
  const cache = values === 'cached' ? cacheOf(plan) : undefined;
  const texts = new SharedTexts();
  const numbers = sampleNumbers(strFromU8(parts[sheetPath(0)]!), styleKeys);
  const tables: CellTables = {
    values,
    styleOf: (cell) => numbers.get(styleKey(cell)) ?? 0,
    textOf: (text) => texts.numberOf(text),
  };
  const sheets = new Map(plan.sheets.map((sheet, index) => [sheetPath(index), sheetData(sheet, tables)]));
  for (const [path, part] of Object.entries(parts)) {
    const data = sheets.get(path);
    const change = data
      ? (xml: string) => finishSheet(xml, data, path === sheetPath(0))
      : changeOf(path, plan, scheme, texts, cache);
    finished[path] = [change ? strToU8(change(strFromU8(part))) : part, { mtime: noTime, level: 4 }];
  }
  return zipSync(finished);
}

const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** The numbers that the library gave the styles; a sample of the plainest style is not in the file. */
function sampleNumbers(firstSheet: string, styleKeys: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [, letters, style] of firstSheet.matchAll(/<c r="([A-Z]+)1" s="(\d+)"\/>/g))
    numbers.set(styleKeys[columnNumber(letters!) - 1]!, Number(style));
  return numbers;
}

function changeOf(
  path: string,
  plan: WorkbookPlan,
  scheme: ColourScheme,
  texts: SharedTexts,
  cache: ((chart: string) => string) | undefined,
): ((xml: string) => string) | undefined {
  const [, folder, number] = /^xl\/(?:(charts|drawings)\/)?[a-zA-Z]*?(\d+)\.(?:xml|vml)$/.exec(path) ?? [];
  const sheet = plan.sheets[Number(number) - 1];
  if (path === 'docProps/app.xml') return (xml) => xml.replace(/<Application>[^<]*/, '<Application>ST Model');
  if (path === 'xl/styles.xml') return keepText;
  if (path === 'xl/sharedStrings.xml') return () => texts.xml();
  if (folder === 'charts') {
    const chart = plan.sheets.flatMap(({ charts }) => charts)[Number(number) - 1]!;
    return (xml) => seriesOver(finishChart(cache ? cache(xml) : xml, scheme), chart, scheme);
  }
  if (folder === 'drawings' && path.endsWith('.vml') && sheet) return (xml) => noteAnchors(xml, sheet);
  return undefined;
}

/** Text that begins like a formula keeps its apostrophe, so that editing it does not make it one. */
const keepText = (xml: string): string =>
  xml.replace(/<xf ([^>]*) applyProtection="true">(.*?)<protection locked="1"\/>/g, '<xf $1 quotePrefix="1">$2');

function finishSheet(xml: string, { xml: data, covers }: ReturnType<typeof sheetData>, isFirst: boolean): string {
  const finished = xml
    .replace(/<sheetFormatPr [^>]*>/, `<sheetFormatPr defaultRowHeight="${rowPoints}"/>`)
    .replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${covers}"/>`)
    .replace(/<sheetData\/>|<sheetData>.*<\/sheetData>/s, () => data);
  return isFirst ? finished.replace('<sheetView ', '<sheetView tabSelected="1" ') : finished;
}
