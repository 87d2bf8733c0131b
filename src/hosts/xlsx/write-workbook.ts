import { writeXlsx } from 'hucre';
import { absoluteOnSheet } from '../../template/address.ts';
import { brokerColours, type ColourScheme } from '../../template/colour-scheme.ts';
import type { WorkbookPlan } from '../../template/plan.ts';
import { fontName, fontSize } from '../../template/styles.ts';
import type { WorkbookContent } from '../workbook-content.ts';
import { stylesOf } from './cell-style.ts';
import { fileSheet, withSamples } from './file-sheet.ts';
import { printNames } from './file-print.ts';
import { finish } from './finish.ts';

type WriteOptions = {
  /** "cached" for people, whose preview may not calculate; "omit" for a program that is to calculate by itself. */
  readonly values: 'cached' | 'omit';
  readonly scheme?: ColourScheme;
  /** What a workbook of somebody's holds beyond its plan. */
  readonly more?: Omit<WorkbookContent, 'plan'>;
};

/**
 * Writes a plan as an .xlsx file. The same plan gives the same bytes.
 *
 * @example await writeWorkbook(plan, { values: 'cached' }) // Uint8Array
 * @throws when a text is longer than a workbook takes, naming where.
 */
export async function writeWorkbook(
  plan: WorkbookPlan,
  { values, scheme = brokerColours, more }: WriteOptions,
): Promise<Uint8Array> {
  const { title, subject, author, company, keywords, description, created } = plan.properties;
  const styles = stylesOf(plan.sheets, scheme, more?.looks);
  const [first, ...others] = plan.sheets.map((sheet) => fileSheet(sheet, scheme, author));
  const made = new Date(created);
  const bytes = await writeXlsx({
    defaultFont: { name: fontName, size: fontSize },
    properties: {
      title,
      creator: author,
      lastModifiedBy: author,
      created: made,
      modified: made,
      ...(subject && { subject }),
      ...(company && { company }),
      ...(keywords && { keywords }),
      ...(description && { description }),
      ...(more && more.kept.size > 0 && { custom: Object.fromEntries(more.kept) }),
    },
    sheets: [...(first ? [withSamples(first, styles.values())] : []), ...others],
    namedRanges: [
      ...plan.names.map(({ name, sheet, range, comment }) => ({
        name,
        range: absoluteOnSheet(sheet, range),
        ...(comment && { comment }),
      })),
      ...(more?.names ?? []).map(({ name, formula }) => ({ name, range: formula.slice(1) })),
      ...printNames(plan.sheets),
    ],
  });
  return finish(bytes, plan, { values, scheme, styleKeys: [...styles.keys()] });
}
