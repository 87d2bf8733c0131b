import type { SheetRef } from '../workbook-port.ts';

/** What a finding is about. */
export type FindingKind =
  | 'check'
  | 'alert'
  | 'restructured'
  | 'typed over'
  | 'other formula'
  | 'emptied'
  | 'input'
  | 'out of range'
  | 'build'
  | 'base case'
  | 'error'
  | 'reference'
  | 'name'
  | 'sheet deleted'
  | 'version'
  | 'inputs'
  | 'shown';

/** Something to look at, and where it is. */
export type ModelFinding = {
  readonly severity: 'error' | 'warning' | 'note';
  readonly kind: FindingKind;
  readonly sentence: string;
  /** Where to go; left out where there is no such place. */
  readonly sheetId?: string;
  readonly sheetName?: string;
  readonly range?: string;
};

const order = ['error', 'warning', 'note'] as const;

/** A finding at a cell or range of a sheet; without one, on the sheet as a whole. */
export const findingAt = (
  { id, name }: SheetRef,
  range: string,
  severity: ModelFinding['severity'],
  kind: FindingKind,
  sentence: string,
): ModelFinding => ({ severity, kind, sentence, sheetId: id, sheetName: name, range });

/** Findings by severity, then by the order of the sheets; those of no sheet come first. */
export function sortFindings(findings: readonly ModelFinding[], sheets: readonly SheetRef[]): readonly ModelFinding[] {
  const place = new Map(sheets.map(({ id }, index) => [id, index]));
  const of = ({ sheetId }: ModelFinding) => (sheetId === undefined ? -1 : (place.get(sheetId) ?? sheets.length));
  return [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || of(a) - of(b));
}
