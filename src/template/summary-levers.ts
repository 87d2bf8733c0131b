import type { Row } from '../model/row.ts';
import { address } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { calculated, inValuationYear, putHeading, scalarValue, text } from './page-sheet.ts';
import { styled } from './style-name.ts';
import { lastSummaryColumn, panelLabel as label, summarySheet as sheet } from './summary-layout.ts';
import { perShare, type Held } from './target-price.ts';

/** What one step of each lever does to the target price, and the multiples at the band edges. Gives its last line. */
export function putWhatMovesIt(cells: Cells, book: Book, line: number): number {
  const { value, market } = book.desk.model;
  const [stepColumn, effectColumn] = [lastSummaryColumn - 1, lastSummaryColumn];
  putHeading(cells, line, label, lastSummaryColumn, 'What moves it');
  for (let column = label; column <= lastSummaryColumn; column++)
    cells.put(
      [line + 1, column],
      text(column === stepColumn ? 'step' : column === effectColumn ? 'HK$' : '', 'column-head'),
    );
  const scalar = (row: Row): Held => ({ formula: book.link(sheet, row, 0), value: scalarValue(book, row) });
  const [shares, rate, perTurn, multipleInUse, target] = [
    market.sharesOutstanding,
    market.rmbPerHkd,
    value.perTurn,
    value.multipleInUse,
    value.targetPrice,
  ].map(scalar) as [Held, Held, Held, Held, Held];
  const enterprise = inValuationYear(book, sheet, value.enterpriseValue);
  const at = (index: number) => line + 2 + index;
  const times = (a: Held, b: Held): Held => ({ formula: `${a.formula}*${b.formula}`, value: a.value * b.value });
  const levers = [
    ['Turns of EV/sales', 'leverMultiple', 'multiple', (step: Held) => times(step, perTurn)],
    [
      'Sales of the valuation year',
      'leverSales',
      'percent',
      (step: Held) => perShare(times(step, { ...enterprise, formula: `(${enterprise.formula})` }), shares, rate),
    ],
    ['Net cash, RMB mn', 'leverCash', 'count', (step: Held) => perShare(step, shares, rate)],
  ] as const;
  levers.forEach(([lever, setting, format, effectOf], index) => {
    const size = book.setting(setting);
    const effect = effectOf({ formula: address(at(index), stepColumn), value: size.value });
    cells.put([at(index), label], text(lever, 'label'));
    cells.put([at(index), stepColumn], calculated(size.formula, size.value, styled('link', format)));
    cells.put([at(index), effectColumn], calculated(effect.formula, effect.value, styled('formula', 'per-share-3')));
  });
  const edges = [
    ['EV/sales at the upper band edge', value.buyEdge],
    ['EV/sales at the lower band edge', value.sellEdge],
  ] as const;
  edges.forEach(([lever, row], index) => {
    const edge = scalar(row);
    cells.put([at(levers.length + index), label], text(lever, 'label'));
    cells.put(
      [at(levers.length + index), effectColumn],
      calculated(
        `${multipleInUse.formula}+(${edge.formula}-${target.formula})/${perTurn.formula}`,
        multipleInUse.value + (edge.value - target.value) / perTurn.value,
        styled('formula', 'multiple'),
      ),
    );
  });
  const last = at(levers.length + 1 + edges.length);
  cells.put([last, label], text('Each alone; costs and cash flow held.', 'note'));
  return last;
}
