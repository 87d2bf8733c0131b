import type { Scenario } from '../company/company.ts';
import { absolute, address, range } from './address.ts';
import { scenariosSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import { inputValidation } from './input-validation.ts';
import type { SheetPlan, Validation } from './plan.ts';
import { blockLine, firstListLine, scenarioValue } from './scenario-blocks.ts';
import { putScenarioDetails } from './scenario-details.ts';
import { scenarioFaults } from './scenario-faults.ts';
import {
  divider,
  putHead,
  putYears,
  scenarioNameCell,
  scenarioNumberCell,
  timeSeriesPages,
  timeSeriesRules,
  timeSeriesSheet,
} from './sheet-frame.ts';
import { styled } from './style-name.ts';
import { formatOf } from './unit-format.ts';

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
  putListHeads(cells, book);
  scenarios.forEach((scenario, place) => {
    putListed(cells, book, place, scenario);
    const line = firstListLine + place;
    cells.put([line, columns.flag], {
      formula: scenarioFaults(book, { line, names, shift: blockLine(book, place, 0), isBase: place === 0 }),
      cached: 0,
      style: styled('flag', 'flag'),
    });
    const block = blockLine(book, place, 1);
    links.push({ cell: address(line, 4), to: { sheet: scenariosSheet, cell: address(block, 2) } });
    putBlock(cells, book, place, scenario);
  });
  const details = putScenarioDetails(cells, book);
  const lastLine = blockLine(book, scenarios.length - 1, book.inputLines.at(-1)!.line);
  const rules = timeSeriesRules(book, scenariosSheet, ['all']);
  const { heights } = details;
  const sheet = timeSeriesSheet(
    book,
    scenariosSheet,
    'input',
    cells,
    lastLine,
    {
      links,
      heights,
      rules: { ...rules, irregular: [...(rules.irregular ?? []), scenarioNumberCell, ...details.irregular] },
      validations: [choiceOfScenario(names), ...blockValidations(book)],
    },
    ['all'],
  );
  // The blocks are for the screen: mostly blank, they would fill dozens of pages. What they change is printed in their place.
  const { blocks, lastLine: lastPrinted } = details;
  const lastColumn = columns.note;
  const area = range({ top: 1, left: 1, bottom: lastPrinted, right: lastColumn });
  const pages = timeSeriesPages(book, [firstListLine - 4, ...blocks], lastPrinted, { lastColumn, heights });
  return { ...sheet, print: { ...sheet.print, area, ...pages } };
}

function putListHeads(cells: Cells, { columns }: Book): void {
  const heads = new Map([
    [columns.label, 'Scenario'],
    [columns.unit, 'number'],
    [columns.source, 'block'],
    [columns.firstYear, 'Risk it answers'],
  ]);
  for (let column = columns.label; column < columns.growth; column++)
    cells.put([firstListLine - 1, column], {
      value: heads.get(column) ?? '',
      style: styled('column-head', 'text', 'left'),
    });
  cells.put([firstListLine - 1, columns.growth], { value: 'cells changed', style: styled('column-head', 'text') });
}

function putListed(cells: Cells, book: Book, place: number, scenario: Scenario): void {
  const { columns, inputLines } = book;
  const line = firstListLine + place;
  cells.putRow(line, columns.label, [
    { value: scenario.name, style: styled('input', 'text', 'left') },
    { value: place + 1, style: styled('text', 'number', 'left') },
    { value: `row ${blockLine(book, place, 1)}`, style: styled('hyperlink') },
    { value: scenario.risk, style: styled('text') },
  ]);
  if (place === 0) return;
  const [top, bottom] = [inputLines[0]!.line, inputLines.at(-1)!.line].map((one) => blockLine(book, place, one));
  const block = range({
    top: top!,
    left: columns.year(columns.firstEstimate),
    bottom: bottom!,
    right: columns.lastYear,
  });
  const changed = book.scenarioInputs(place);
  const cellsChanged = inputLines.flatMap(({ of }) =>
    'heading' in of
      ? []
      : columns.years.filter(
          ({ status }, index) =>
            status === 'estimate' &&
            (!of.isScalar || index === columns.firstEstimate) &&
            scenarioValue(book, of, index, changed) !== undefined,
        ),
  );
  cells.put([line, columns.growth], {
    formula: `SUMPRODUCT(1*(${block}<>""))`,
    cached: cellsChanged.length,
    style: styled('formula', 'number'),
  });
}

/** The same limits as on Drivers, and blank besides. The published base case is no place to type. */
const blockValidations = (book: Book): readonly Validation[] =>
  book.desk.company.scenarios.slice(1).flatMap((_, place) =>
    book.inputLines.flatMap(({ line, of }) => {
      const at = blockLine(book, place + 1, line);
      const made =
        'heading' in of ? undefined : inputValidation(book, of, { sheet: scenariosSheet, line: at, blank: true });
      return made ?? [];
    }),
  );

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
  const changed = book.scenarioInputs(place);
  const title = place === 0 ? 'Published base case, to compare with' : `${scenario.name}: blank means base`;
  cells.put([at(1), 2], { value: `${place + 1}  ${title}`, style: styled('heading') });
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
