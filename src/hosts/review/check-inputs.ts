import { toPoints } from '../../company/operating-model.ts';
import { yearLabel } from '../../model/financial-year.ts';
import { rowFigure } from '../../model/figures.ts';
import { Exact } from '../../model/inputs.ts';
import { address } from '../../template/address.ts';
import { driversSheet } from '../../template/book-layout.ts';
import { findingAt, type ModelFinding } from './finding.ts';
import type { SheetBesidePlan } from './live-plan.ts';
import type { LiveModel } from './read-model.ts';

/** Inputs of Drivers that are blank or text, or outside what is sensible or possible. */
export function checkInputs(model: LiveModel, { sheet, isRestructured }: SheetBesidePlan): readonly ModelFinding[] {
  if (isRestructured) return [];
  const { places, book, desk } = model;
  return (places.lines.get(driversSheet) ?? []).flatMap(({ line, row }) => {
    if (row.unit.kind === 'text') return [];
    const years = book.columns.years.flatMap((year, index) =>
      year.status === 'estimate' && (!row.isScalar || index === book.columns.firstEstimate) ? [{ year, index }] : [],
    );
    const data = [...desk.company.drivers, ...desk.company.scalars].find(({ id }) => id === row.id);
    return years.flatMap(({ year, index }): readonly ModelFinding[] => {
      const at = address(line, book.columns.year(index));
      const name = row.isScalar ? row.label : `${row.label} ${yearLabel(year)}`;
      const value = sheet.cells.get(at)?.value ?? '';
      const fault = (text: string) => [findingAt(sheet, at, 'error', 'input', text)];
      if (typeof value === 'string' && value.trim() === '')
        return fault(`${name} is blank, and the model calculates with zero: type a number in ${row.unit.name}.`);
      if (typeof value === 'string')
        return row.unit.words?.includes(value) || value.startsWith('#')
          ? []
          : fault(
              `${name} is the text "${value.slice(0, 40)}": type ${row.unit.words?.join(' or ') ?? `a number in ${row.unit.name}`}.`,
            );
      if (typeof value === 'boolean') return fault(`${name} is ${String(value).toUpperCase()}: type a number.`);
      if (!data) return [];
      const limits = 'range' in data ? data.range : data.limits;
      const exact = new Exact(value);
      const points = toPoints(row, exact);
      if (!limits || (points.gte(limits[0]) && points.lte(limits[1]))) return [];
      const unit = row.unit.kind === 'percent' ? '%' : ` ${row.unit.name}`;
      const said = `${name} is ${rowFigure(row, exact)}, outside ${limits[0]} to ${limits[1]}${unit}`;
      return 'range' in data
        ? [findingAt(sheet, at, 'warning', 'out of range', `${said}, what is sensible.`)]
        : fault(`${said}, what it can be.`);
    });
  });
}
