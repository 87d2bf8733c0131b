import { onSheet, range } from './address.ts';
import type { Book } from './book.ts';
import { driversSheet, firstRow, scenariosSheet } from './book-layout.ts';
import { blankInputs } from './blank-inputs.ts';
import { rangeColumns } from './columns.ts';
import { scenarioFlags } from './scenario-blocks.ts';

/** A check whose formula stands on Checks itself: what it counts must be zero. */
export type InputCheck = {
  readonly name: string;
  readonly unit: string;
  /** Where to look when it fails. */
  readonly sheet: string;
  readonly line: number;
  readonly formula: string;
  readonly cached: number;
};

/** That what is typed in is whole: drivers, scenarios and the years. */
export function inputChecks(book: Book): readonly InputCheck[] {
  const { columns, settingLines } = book;
  const { blank } = rangeColumns(book);
  const blanks = range({ top: firstRow, left: blank, bottom: settingLines.at(-1)!.line, right: blank });
  const scenarios = scenarioFlags(book);
  const heads = (line: number, from: number, to: number) =>
    onSheet(
      driversSheet,
      range({ top: line, left: columns.firstYear + from, bottom: line, right: columns.lastYear + to }),
    );
  const [years, marks] = [heads(4, 0, 0), heads(6, 0, 0)];
  return [
    {
      name: 'No driver is blank',
      unit: 'cells',
      sheet: driversSheet,
      line: firstRow,
      formula: `SUM(${onSheet(driversSheet, blanks)})`,
      cached: blankInputs(book),
    },
    {
      name: 'Scenario blocks are complete, their rows those of Drivers',
      unit: 'cells',
      sheet: scenariosSheet,
      line: firstRow,
      formula: `SUM(${onSheet(scenariosSheet, scenarios)})`,
      cached: 0,
    },
    {
      name: 'Years rise by one',
      unit: 'years',
      sheet: driversSheet,
      line: 4,
      formula: `SUMPRODUCT(ABS(${heads(4, 1, 0)}-${heads(4, 0, -1)}-1))`,
      cached: 0,
    },
    {
      name: 'Years are actual or estimate, none actual after an estimate',
      unit: 'years',
      sheet: driversSheet,
      line: 6,
      formula:
        `SUMPRODUCT((${heads(6, 0, -1)}="E")*(${heads(6, 1, 0)}="A"))` +
        `+COUNT(${years})-COUNTIF(${marks},"A")-COUNTIF(${marks},"E")`,
      cached: 0,
    },
  ];
}
