import type { Cornerstone } from '../company/company.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { lastOwnershipColumn, ownershipSheet as sheet } from './ownership-holders.ts';
import { calculated, columnHeads, putHeading, scalarValue, text, totalsOf } from './page-sheet.ts';
import { styled } from './style-name.ts';

/** Cornerstone investors: what their shares cost at the offer price, beside what is printed. */
export function putCornerstones(
  cells: Cells,
  book: Book,
  line: number,
  newShares: string,
): { readonly lastLine: number; readonly inputs: readonly string[] } {
  const { cornerstones, newShares: offered } = book.desk.company.ownership;
  const { market } = book.desk.model;
  if (cornerstones.length === 0) return { lastLine: line, inputs: [] };
  putHeading(cells, line, 2, lastOwnershipColumn, 'Cornerstone investors');
  const heads = [
    'Investor',
    '',
    '',
    'US$ mn',
    'mn shares',
    'at offer price',
    'difference',
    'of offer, %',
    'of capital, %',
  ];
  cells.putRow(line + 1, 2, columnHeads(heads, 2));
  const first = line + 2;
  const last = first + cornerstones.length - 1;
  const price = scalarValue(book, market.ipoPrice) / scalarValue(book, market.hkdPerUsd);
  const dollars = `${book.link(sheet, market.ipoPrice, 0)}/${book.link(sheet, market.hkdPerUsd, 0)}`;
  const capital = book.link(sheet, market.sharesOutstanding, 0);
  cornerstones.forEach(({ name, usdMn, shares }, index) => {
    const at = first + index;
    cells.putRow(at, 2, [
      text(name, 'input', 'left'),
      undefined,
      undefined,
      { value: usdMn, style: styled('input', 'shares') },
      { value: shares, style: styled('input', 'shares') },
      calculated(`F${at}*${dollars}`, shares * price, styled('formula', 'shares')),
      calculated(`G${at}/E${at}-1`, (shares * price) / usdMn - 1, styled('ratio', 'percent')),
      calculated(`F${at}/${newShares}`, shares / offered, styled('ratio', 'percent-2')),
      calculated(
        `F${at}/${capital}`,
        shares / scalarValue(book, market.sharesOutstanding),
        styled('ratio', 'percent-2'),
      ),
    ]);
  });
  const sums = [
    ({ usdMn }: Cornerstone) => usdMn,
    ({ shares }: Cornerstone) => shares,
    ({ shares }: Cornerstone) => shares * price,
  ].map((of) => cornerstones.reduce((sum, one) => sum + of(one), 0));
  cells.putRow(last + 1, 2, totalsOf('All cornerstone investors', 5, sums, first, last));
  return { lastLine: last + 1, inputs: [`B${first}:B${last}`, `E${first}:F${last}`] };
}
