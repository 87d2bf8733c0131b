import type { Scenario } from '../company/company.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Row } from '../model/row.ts';
import { columnLetters, onSheet, range } from './address.ts';
import { scenariosSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import type { CellValue } from './plan.ts';

/** The first line of the list of scenarios. */
export const firstListLine = 12;

/** The lines that say what a scenario is: its name, story, evidence and changed inputs, and a free one. */
export const detailLines = ({ evidence, changes }: Scenario): number =>
  3 + evidence.length + new Set(changes.map(({ id }) => id)).size;

/** The first line below the list on which scenarios say what they are. */
export const firstDetailLine = (scenarios: readonly Scenario[]): number => firstListLine + scenarios.length + 1;

/** How far apart the blocks of two scenarios stand: the next hundred above the last driver and above the list. */
export function blockStrideOf(scenarios: readonly Scenario[], lastDriverLine: number): number {
  const listed = scenarios.reduce((line, one) => line + detailLines(one), firstDetailLine(scenarios));
  return Math.ceil((Math.max(lastDriverLine, listed) + 8) / 100) * 100;
}

/** The line of a driver in the block of a scenario; the first block holds the published base case. */
export const blockLine = (book: Book, scenario: number, line: number): number =>
  book.blockStride * (scenario + 1) + line;

/** What a scenario's inputs hold in a cell, if they change it; of the base case, all. */
export function scenarioValue(book: Book, row: Row, index: number, changed: Inputs): CellValue | undefined {
  const { desk } = book;
  if (changed === desk.base) return inputValue(book, row, index, changed);
  const year = row.isScalar ? undefined : book.columns.years[index]!.year;
  const value = changed.value(row, year);
  if (value === undefined || desk.base.value(row, year)?.eq(value)) return undefined;
  return inputValue(book, row, index, changed);
}

/** An input as Drivers and Scenarios hold it: a choice and a text by their words. */
export function inputValue(book: Book, row: Row, index: number, inputs: Inputs): CellValue | undefined {
  const text = inputs.textOf(row);
  if (text !== undefined) return text;
  const year = row.isScalar ? undefined : book.columns.years[index]!.year;
  const value = inputs.value(row, year)?.toNumber() ?? row.options.fallback;
  return value !== undefined && row.unit.kind === 'choice' ? row.unit.words![value]! : value;
}

/** The cells of a driver in every scenario but the base, as CHOOSE takes them. */
export function scenarioCells(book: Book, line: number, index: number): readonly string[] {
  const letter = columnLetters(book.columns.year(index));
  return book.desk.company.scenarios
    .slice(1)
    .map((_, place) => onSheet(scenariosSheet, `${letter}${blockLine(book, place + 1, line)}`));
}

/** The marks of the scenarios in the list: how many cells of each block are out of place. */
export const scenarioFlags = ({ columns, desk }: Book): string =>
  range({
    top: firstListLine,
    left: columns.flag,
    bottom: firstListLine + desk.company.scenarios.length - 1,
    right: columns.flag,
  });
