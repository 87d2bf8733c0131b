import type { DriverData } from '../company/company.ts';
import { fromPoints } from '../company/operating-model.ts';
import type { Row } from '../model/row.ts';
import { address, columnLetters, onSheet, range } from './address.ts';
import { driversSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import { rangeColumns } from './columns.ts';
import type { Validation } from './plan.ts';
import type { Setting } from './settings.ts';

/** Where an input may be typed: a line of Drivers, or of a scenario, where blank means that base stands. */
export type InputPlace = { readonly sheet: string; readonly line: number; readonly blank: boolean };

/** What may be typed into an input: a driver within its sensible range, a scalar within its limits or from a list. */
export function inputValidation(book: Book, row: Row, place: InputPlace): Validation | undefined {
  const driver = book.desk.company.drivers.find(({ id }) => id === row.id);
  if (row.isScalar) return scalarValidation(book, row, place);
  return driver && driverValidation(book, row, driver, place);
}

const hint = (text: string, blank: boolean): string => (blank ? `${text} Blank means base.` : text);

function driverValidation(
  book: Book,
  row: Row,
  { range: [low, high] }: DriverData,
  { sheet, line, blank }: InputPlace,
): Validation {
  const { columns } = book;
  const at = rangeColumns(book);
  const own = book.inputLines.find(({ of }) => of === row)!.line;
  const limit = (column: number) => {
    const cell = `$${columnLetters(column)}$${own}`;
    return sheet === driversSheet ? cell : onSheet(driversSheet, cell);
  };
  const percent = row.unit.kind === 'percent' ? '%' : ` ${row.unit.name}`;
  const text = `Sensible from ${low} to ${high}${percent}.`;
  return {
    range: range({ top: line, left: columns.year(columns.firstEstimate), bottom: line, right: columns.lastYear }),
    allow: {
      kind: 'decimal',
      from: limit(at.low),
      to: limit(at.high),
    },
    blank,
    prompt: { title: row.label.slice(0, 32), text: hint(text, blank) },
    refusal: { title: 'Outside the sensible range', text: `${text} Keep it all the same?` },
    strict: false,
  };
}

function scalarValidation(book: Book, row: Row, { line, blank }: InputPlace): Validation | undefined {
  const { columns, desk } = book;
  const cell = address(line, columns.year(columns.firstEstimate));
  const title = row.label.slice(0, 32);
  const scalar = desk.company.scalars.find(({ id }) => id === row.id);
  if (row.unit.kind === 'choice' || row.unit.kind === 'flag') {
    const words = row.unit.words ?? ['0', '1'];
    const text = `Choose ${words.join(' or ')}.`;
    return {
      range: cell,
      allow: { kind: 'list', words },
      blank,
      prompt: { title, text: hint(text, blank) },
      refusal: { title: 'Not a choice', text },
      strict: true,
    };
  }
  if (!scalar?.limits) return undefined;
  const [low, high] = scalar.limits.map((points) => fromPoints(row, points).toNumber()) as [number, number];
  const shown = row.unit.kind === 'percent' ? '%' : ` ${row.unit.name}`;
  const text = `From ${scalar.limits[0]} to ${scalar.limits[1]}${shown}. ${scalar.hint ?? ''}`.trim();
  return {
    range: cell,
    allow: { kind: 'decimal', from: low, to: high },
    blank,
    prompt: { title, text: hint(text, blank) },
    refusal: { title: 'Outside its limits', text },
    strict: true,
  };
}

/** What a setting may be. */
export function settingValidation(cell: string, { label, unit, limits }: Setting): readonly Validation[] {
  if (!limits) return [];
  const [from, to] = limits;
  const text = unit === '%' ? `From ${from}% to ${to * 100}%.` : `From ${from} to ${to}.`;
  const title = label.slice(0, 32);
  const allow = { kind: 'decimal', from, to } as const;
  const refusal = { title: 'Outside its limits', text };
  return [{ range: cell, allow, blank: false, prompt: { title, text }, refusal, strict: true }];
}
