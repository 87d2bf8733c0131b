import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { WorkbookPlan } from '../../template/plan.ts';
import { cacheOf } from './chart-cache.ts';
import { finishChart } from './finish-chart.ts';
import { marker } from './marker.ts';
import { noteAnchors } from './note-boxes.ts';
import { seriesOver } from './series-over.ts';

/** Nothing in the file tells when it was written. */
const noTime = new Date(1980, 0, 1);

const defaultRowHeight = 12.75;

/** What the library has no words for, set right in the parts that it wrote. */
export function finish(
  bytes: Uint8Array,
  plan: WorkbookPlan,
  { values, scheme }: { readonly values: 'cached' | 'omit'; readonly scheme: ColourScheme },
): Uint8Array {
  const parts = unzipSync(bytes);
  const finished: Zippable = {};
  const cache = values === 'cached' ? cacheOf(plan) : undefined;
  for (const [path, part] of Object.entries(parts)) {
    const change = changeOf(path, plan, scheme, cache);
    finished[path] = [change ? strToU8(change(strFromU8(part))) : part, { mtime: noTime, level: 6 }];
  }
  return zipSync(finished);
}

function changeOf(
  path: string,
  plan: WorkbookPlan,
  scheme: ColourScheme,
  cache: ((chart: string) => string) | undefined,
): ((xml: string) => string) | undefined {
  const [, folder, number] = /^xl\/(?:(worksheets|charts|drawings)\/)?[a-zA-Z]*?(\d+)\.(?:xml|vml)$/.exec(path) ?? [];
  const sheet = plan.sheets[Number(number) - 1];
  if (path === 'docProps/app.xml') return (xml) => xml.replace(/<Application>[^<]*/, '<Application>ST Model');
  if (path === 'xl/styles.xml') return keepText;
  if (path === 'xl/sharedStrings.xml') return (xml) => xml.replaceAll(marker, '');
  if (folder === 'worksheets') return (xml) => finishSheet(xml, number === '1');
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

function finishSheet(xml: string, isFirst: boolean): string {
  const finished = xml
    .replace(/<sheetFormatPr [^>]*>/, `<sheetFormatPr defaultRowHeight="${defaultRowHeight}"/>`)
    .replace(new RegExp(` t="str">(<f>[^<]*</f>)<v>${marker}`, 'g'), ' t="e">$1<v>');
  return isFirst ? finished.replace('<sheetView ', '<sheetView tabSelected="1" ') : finished;
}
