import type { Scenario } from '../company/company.ts';
import { address, range } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { blockLine, detailLines, firstDetailLine, scenarioValue } from './scenario-blocks.ts';
import { divider } from './sheet-frame.ts';
import { styled } from './style-name.ts';
import { formatOf } from './unit-format.ts';

export type ScenarioDetails = {
  readonly blocks: readonly number[];
  readonly lastLine: number;
  readonly irregular: readonly string[];
  readonly heights: Readonly<Record<number, number>>;
};

/** How many characters of a rule fit on a line of the notes column, and how high a line is. */
const ruleWidth = 54;
const linePoints = 11.5;

/** Each scenario's story, the evidence for it, and the inputs that it changes, read from its block. */
export function putScenarioDetails(cells: Cells, book: Book): ScenarioDetails {
  const { scenarios } = book.desk.company;
  const blocks: number[] = [];
  const heights: Record<number, number> = {};
  let line = firstDetailLine(scenarios);
  scenarios.forEach((scenario, place) => {
    blocks.push(line);
    putDetail(cells, book, line, place, scenario, heights);
    line += detailLines(scenario);
  });
  const { columns } = book;
  const body = { top: blocks[0]!, left: columns.year(columns.firstEstimate), bottom: line, right: columns.lastYear };
  return { blocks, lastLine: line - 2, irregular: [range(body)], heights };
}

function putDetail(
  cells: Cells,
  book: Book,
  line: number,
  place: number,
  scenario: Scenario,
  heights: Record<number, number>,
): void {
  const { columns, inputLines } = book;
  for (let column = columns.label; column <= columns.note; column++)
    cells.put([line, column], {
      value: column === columns.label ? scenario.name : '',
      style: styled('heading', 'general', 'panel'),
    });
  cells.put([line + 1, columns.label], { value: scenario.story, style: styled('text') });
  let at = line + 2;
  for (const evidence of scenario.evidence)
    cells.put([at++, columns.label], { value: evidence, style: styled('note') });
  const changed = book.scenarioInputs(place);
  let last = '';
  for (const { line: own, of } of inputLines) {
    const change = 'heading' in of ? undefined : scenario.changes.find(({ id }) => id === of.id);
    if ('heading' in of || !change) continue;
    cells.putRow(at, columns.label, [
      { value: of.label, style: styled('label', 'general', 'indent') },
      { value: of.unit.name, style: styled('unit') },
    ]);
    for (const [index, { status }] of columns.years.entries()) {
      if (status !== 'estimate' || (of.isScalar && index !== columns.firstEstimate)) continue;
      const held = address(blockLine(book, place, own), columns.year(index));
      cells.put([at, columns.year(index)], {
        formula: `IF(${held}="","",${held})`,
        cached: scenarioValue(book, of, index, changed) ?? '',
        style: styled('formula', formatOf(of.unit, 'driver'), 'right', ...(of.isScalar ? [] : divider(book, index))),
      });
    }
    const rule = change.rule ?? '';
    if (rule && rule !== last) {
      const lines = Math.ceil(rule.length / ruleWidth);
      if (lines > 1) heights[at] = lines * linePoints + 1;
      cells.put([at, columns.note], { value: rule, style: styled('note', 'general', 'wrap') });
    }
    last = rule;
    at += 1;
  }
}
