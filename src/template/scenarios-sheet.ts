import type { Scenario } from '../company/company.ts';
import { applyScenario } from '../company/changes.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Row } from '../model/row.ts';
import { absolute, address, columnLetters, onSheet, range } from './address.ts';
import { scenariosSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import type { CellValue, SheetPlan, Validation } from './plan.ts';
import {
  divider,
  printed,
  putHead,
  putYears,
  scenarioNameCell,
  scenarioNumberCell,
  timeSeriesRules,
  timeSeriesSheet,
} from './sheet-frame.ts';
import { styled } from './style-name.ts';
import { formatOf } from './unit-format.ts';

const firstListLine = 12;

/** How far apart the blocks of two scenarios stand: the next hundred above the last driver. */
export const blockStride = ({ inputLines }: Book): number => Math.ceil((inputLines.at(-1)!.line + 8) / 100) * 100;

/** The line of a driver in the block of a scenario; the first block holds the published base case. */
export const blockLine = (book: Book, scenario: number, line: number): number =>
  blockStride(book) * (scenario + 1) + line;

/** What a scenario's inputs hold in a cell, if they change it; of the base case, all. */
function scenarioValue(book: Book, row: Row, index: number, changed: Inputs): CellValue | undefined {
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

/** Scenarios: the choice that drives the workbook, the list, and a block of changes for each. Blank means base. */
export function makeScenariosSheet(book: Book): SheetPlan {
  const cells = new Cells(scenariosSheet);
  const { columns, desk } = book;
  const { scenarios } = desk.company;
  const links = putHead(cells, book, scenariosSheet, columns.growth);
  putYears(cells, book, scenariosSheet);
  const names = range({ top: firstListLine, left: 2, bottom: firstListLine + scenarios.length - 1, right: 2 });
  cells.put('B8', { value: 'Scenario in use', style: styled('label', 'general', 'bold') });
  cells.put(scenarioNameCell, { value: scenarios[book.scenario]!.name, style: styled('input', 'text', 'key', 'left') });
  cells.put('C9', { value: 'number', style: styled('unit') });
  cells.put('B9', { value: 'Its number (ST_Case)', style: styled('label') });
  cells.put(scenarioNumberCell, {
    formula: `MATCH($I$8,${absolute(names)},0)`,
    cached: book.scenario + 1,
    style: styled('formula', 'number', 'left'),
  });
  cells.putRow(firstListLine - 1, 2, [
    { value: 'Scenario', style: styled('column-head', 'text', 'left') },
    { value: 'number', style: styled('column-head', 'text', 'left') },
    { value: 'block', style: styled('column-head', 'text', 'left') },
    { value: 'Risk it answers', style: styled('column-head', 'text', 'left') },
  ]);
  scenarios.forEach((scenario, place) => {
    const line = firstListLine + place;
    cells.putRow(line, 2, [
      { value: scenario.name, style: styled('input', 'text', 'left') },
      { value: place + 1, style: styled('text', 'number', 'left') },
      { value: `row ${blockLine(book, place, 1)}`, style: styled('hyperlink') },
      { value: scenario.risk, style: styled('text') },
    ]);
    links.push({ cell: address(line, 4), to: { sheet: scenariosSheet, cell: address(blockLine(book, place, 1), 2) } });
    putBlock(cells, book, place, scenario);
  });
  const lastListed = firstListLine + scenarios.length - 1;
  const lastLine = blockLine(book, scenarios.length - 1, book.inputLines.at(-1)!.line);
  const rules = timeSeriesRules(book, scenariosSheet, ['all']);
  return timeSeriesSheet(
    book,
    scenariosSheet,
    'input',
    cells,
    lastLine,
    {
      links,
      rules: { ...rules, irregular: [...(rules.irregular ?? []), scenarioNumberCell] },
      validations: [choiceOfScenario(names)],
      // The blocks are for the screen: mostly blank, they would fill dozens of pages.
      print: printed(book, scenariosSheet, range({ top: 1, left: 1, bottom: lastListed, right: columns.note })),
    },
    ['all'],
  );
}

const choiceOfScenario = (names: string): Validation => ({
  range: scenarioNameCell,
  allow: { kind: 'list', reference: absolute(names) },
  blank: false,
  prompt: { title: 'Scenario', text: 'One cell drives the workbook: choose a scenario of the list below.' },
  refusal: { title: 'Unknown scenario', text: 'Choose one of the names in the list on this sheet.' },
  strict: true,
});

function putBlock(cells: Cells, book: Book, place: number, scenario: Scenario): void {
  const { columns, inputLines } = book;
  const at = (line: number) => blockLine(book, place, line);
  const changed = place === 0 ? book.desk.base : applyScenario(book.desk, book.desk.base, scenario.id);
  const title = place === 0 ? 'Published base case, to compare with' : `${scenario.name}: blank means base`;
  cells.put([at(1), 2], { value: `${place + 1}  ${title}`, style: styled('heading') });
  cells.put([at(2), 2], { value: scenario.story, style: styled('text') });
  scenario.evidence
    .slice(0, 4)
    .forEach((text, index) => cells.put([at(3 + index), 2], { value: text, style: styled('note') }));
  for (const { line, of } of inputLines) {
    if ('heading' in of) {
      cells.put([at(line), 2], { value: of.heading, style: styled('note', 'general', 'bold') });
      continue;
    }
    cells.putRow(at(line), 2, [
      { value: of.label, style: styled('label') },
      { value: of.unit.name, style: styled('unit') },
    ]);
    for (const [index, year] of columns.years.entries()) {
      if (year.status !== 'estimate' || (of.isScalar && index !== columns.firstEstimate)) continue;
      const value = scenarioValue(book, of, index, changed);
      const style = styled('input', formatOf(of.unit, 'driver'), 'right', ...(of.isScalar ? [] : divider(book, index)));
      cells.put([at(line), columns.year(index)], value === undefined ? { style } : { value, style });
    }
    const rule = scenario.changes.find(({ id }) => id === of.id)?.rule;
    if (rule) cells.put([at(line), columns.note], { value: rule, style: styled('note') });
  }
}

/** The cells of a driver in every scenario but the base, as CHOOSE takes them. */
export function scenarioCells(book: Book, line: number, index: number): readonly string[] {
  const letter = columnLetters(book.columns.year(index));
  return book.desk.company.scenarios
    .slice(1)
    .map((_, place) => onSheet(scenariosSheet, `${letter}${blockLine(book, place + 1, line)}`));
}
