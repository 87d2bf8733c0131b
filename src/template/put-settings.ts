import { address } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { rangeColumns } from './columns.ts';
import { settingValidation } from './input-validation.ts';
import type { Validation } from './plan.ts';
import { styled } from './style-name.ts';

/** What sheets need typed in and the model does not know, whatever the scenario. Gives the limits. */
export function putSettings(cells: Cells, book: Book): readonly Validation[] {
  const { columns, settingLines } = book;
  const value = columns.year(columns.firstEstimate);
  const { blank } = rangeColumns(book);
  return settingLines.flatMap(({ line, of }): readonly Validation[] => {
    if ('heading' in of) {
      cells.put([line, columns.label], { value: of.heading, style: styled('heading') });
      return [];
    }
    const { label, unit, format, value: held } = of.setting;
    const style = styled('input', format, 'right');
    cells.putRow(line, columns.label, [
      { value: label, style: styled('label') },
      { value: unit, style: styled('unit') },
    ]);
    cells.put([line, value], held === undefined ? { style } : { value: held, style });
    if (held !== undefined)
      cells.put([line, blank], {
        formula: `IF(ISNUMBER(${address(line, value)}),0,1)`,
        cached: 0,
        style: styled('flag', 'flag'),
      });
    return settingValidation(address(line, value), of.setting);
  });
}
