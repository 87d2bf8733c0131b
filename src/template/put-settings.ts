import { address } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import type { Validation } from './plan.ts';
import type { Setting } from './settings.ts';
import { styled } from './style-name.ts';

/** What sheets need typed in and the model does not know, whatever the scenario. Gives the limits. */
export function putSettings(cells: Cells, book: Book): readonly Validation[] {
  const { columns, settingLines } = book;
  const value = columns.year(columns.firstEstimate);
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
    return validation(address(line, value), of.setting);
  });
}

function validation(range: string, { label, unit, limits }: Setting): readonly Validation[] {
  if (!limits) return [];
  const [from, to] = limits;
  const text = unit === '%' ? `From ${from}% to ${to * 100}%.` : `From ${from} to ${to}.`;
  const title = label.slice(0, 32);
  const allow = { kind: 'decimal', from, to } as const;
  const refusal = { title: 'Outside its limits', text };
  return [{ range, allow, blank: false, prompt: { title, text }, refusal, strict: true }];
}
