import { rowFigure } from '../model/figures.ts';
import { yearLabel } from '../model/financial-year.ts';
import { Exact } from '../model/inputs.ts';
import type { Solution } from '../model/readings/solve.ts';
import type { Row } from '../model/row.ts';
import type { Company } from './company.ts';
import { reconcile } from './reconcile.ts';
import { toPoints, type OperatingModel } from './operating-model.ts';

/** One check or warning by name, with the worst difference it found. */
export type Check = {
  readonly name: string;
  readonly kind: 'check' | 'warning';
  readonly passed: boolean;
  /** The largest difference of a check, or how many cells a warning found. */
  readonly value: Exact;
  readonly unit: string;
  /** What was found, where and what to do; empty where all is well. */
  readonly detail: string;
};

/** Differences up to this count as zero, in the unit of the row. */
export const checkTolerance = 0.001;
/** The same for percentages, which are fractions: 0.001 would be a tenth of a point. */
export const percentTolerance = 0.000001;

/** The largest difference that counts as zero for a check. */
export const toleranceOf = ({ unit }: Pick<Row, 'unit'>): number =>
  unit.kind === 'percent' ? percentTolerance : checkTolerance;

/** Printed reserves are rounded to the million. */
export const reservesTolerance = 0.5;
/** An upside closer than this to a rating band asks for a look. */
export const ratingMargin = 0.01;

/** Every check and warning on a solution: the checks first. A failed check is a fault; a warning asks for a look. */
export const checks = (desk: OperatingModel, solution: Solution): readonly Check[] => [
  ...zeroChecks(desk, solution),
  reservesAgainstPrint(desk, solution),
  ...ownershipTotals(desk, solution),
  negativeBalances(desk, solution),
  driversOutOfRange(desk, solution),
  driversDiffer(desk, solution),
  datesDiffer(desk, solution),
  ratingNearBand(desk, solution),
];

const absolute = (value: Exact) => (value.isNaN() ? new Exact(Infinity) : value.abs());

function zeroChecks({ model }: OperatingModel, solution: Solution): readonly Check[] {
  return model.rows
    .filter(({ kind }) => kind === 'check')
    .map((row) => {
      const found = solution.plan.years.flatMap((year) => {
        const value = solution.value(row, year.year);
        return value === undefined ? [] : [{ year, value }];
      });
      const worst = found.reduce((a, b) => (absolute(b.value).gt(absolute(a.value)) ? b : a), found[0]!);
      const failed = found.filter(({ value }) => !absolute(value).lte(toleranceOf(row)));
      return {
        name: row.label,
        kind: 'check',
        passed: failed.length === 0,
        value: worst.value,
        unit: row.unit.name,
        detail: failed.map(({ year, value }) => `${yearLabel(year)} off by ${rowFigure(row, value)}`).join(', '),
      };
    });
}

function reservesAgainstPrint(desk: OperatingModel, solution: Solution): Check {
  const { reserves } = desk.model.balance;
  const history = desk.company.published
    .flatMap((table) => (table.figure === reserves.figure ? reconcile(desk, solution, table.figure) : []))
    .filter(({ line, year }) => line === reserves && year.status === 'actual');
  const differences = history.map(({ computed, printed }) => computed.minus(printed).abs());
  const worst = differences.reduce((a, b) => Exact.max(a, b), new Exact(0));
  return {
    name: 'Reserves that balance history match the print',
    kind: 'check',
    passed: differences.every((difference) => difference.lte(reservesTolerance)),
    value: worst,
    unit: reserves.unit.name,
    detail: worst.lte(reservesTolerance) ? '' : `off by ${worst.toFixed(1)} from Figure ${reserves.figure}`,
  };
}

function ownershipTotals({ company: { ownership }, model }: OperatingModel, solution: Solution): readonly Check[] {
  const sum = (of: readonly number[]) => of.reduce((total, one) => total.plus(one), new Exact(0));
  // Every printed holding is rounded to 0.1 million: a sum of them may be off by half of that for each.
  const roundedTo = 0.05;
  const holdingsOf = (holders: Company['ownership']['holders']) =>
    holders.flatMap(({ classA, classB }) => [classA, classB]).filter((shares) => shares > 0);
  const footed = (name: string, difference: Exact, roundedTerms = 0): Check => {
    const passed = difference.abs().lte(checkTolerance + roundedTerms * roundedTo);
    const detail = passed ? '' : `off by ${difference.toString()} mn shares`;
    return { name, kind: 'check', passed, value: difference, unit: 'mn shares', detail };
  };
  const before = holdingsOf(ownership.holders.filter(({ issuedAtIpo }) => !issuedAtIpo));
  const all = holdingsOf(ownership.holders);
  const { sharesBeforeIpo, newShares, overAllotment, sharesAfterIpo } = ownership;
  return [
    footed('Holders before the offer sum to the shares before it', sum(before).minus(sharesBeforeIpo), before.length),
    footed('All holders sum to the shares after the offer', sum(all).minus(sharesAfterIpo), all.length),
    footed(
      'Shares before the offer and new shares give the shares after it',
      sum([sharesBeforeIpo, newShares, overAllotment]).minus(sharesAfterIpo),
    ),
    footed(
      'Shares of the model are those of the ownership table',
      solution.value(model.market.sharesOutstanding)!.minus(sharesAfterIpo),
    ),
  ];
}

const warning = (name: string, found: readonly string[]): Check => ({
  name,
  kind: 'warning',
  passed: found.length === 0,
  value: new Exact(found.length),
  unit: 'found',
  detail: found.join('; '),
});

/** Rows that ask for a look below zero: balances, cash, and net cash on either definition. */
export const watchedBelowZero = ({ rows, funding }: OperatingModel['model']): readonly Row[] => [
  ...rows.filter(({ options }) => options.neverNegative),
  funding.netCashPublished,
  funding.netCashTotal,
];

function negativeBalances({ model }: OperatingModel, solution: Solution): Check {
  const found = watchedBelowZero(model).flatMap((row) => {
    return solution.plan.years.flatMap((year) => {
      const value = solution.value(row, year.year);
      return value?.lt(0) ? [`${row.label} ${yearLabel(year)} is ${rowFigure(row, value)} ${row.unit.name}`] : [];
    });
  });
  return warning('Balance or cash below zero', found);
}

function driversOutOfRange({ company, model }: OperatingModel, solution: Solution): Check {
  const { inputs } = solution;
  const found = company.drivers.flatMap(({ id, range: [low, high] }) => {
    const row = model.row(id);
    return inputs.years.flatMap((year) => {
      const value = year.status === 'estimate' ? inputs.value(row, year.year) : undefined;
      if (!value || (toPoints(row, value).gte(low) && toPoints(row, value).lte(high))) return [];
      const unit = row.unit.kind === 'percent' ? '%' : ` ${row.unit.name}`;
      return [`${row.label} ${yearLabel(year)} is ${rowFigure(row, value)}, outside ${low} to ${high}${unit}`];
    });
  });
  return warning('Driver outside its range', found);
}

function driversDiffer(desk: OperatingModel, solution: Solution): Check {
  const found = differences(desk, solution).map(({ cell }) => cell);
  const shown = found.length > 4 ? [...found.slice(0, 3), `and ${found.length - 3} more`] : found;
  return { ...warning('Inputs differ from the published base case', shown), value: new Exact(found.length) };
}

/** The inputs of a solution that differ from the published base case. */
export function differences({ model, base }: OperatingModel, { inputs }: Pick<Solution, 'inputs'>) {
  return model.rows.flatMap((row) => {
    const years = row.isScalar ? [undefined] : inputs.years;
    return years.flatMap((year) => {
      const from = base.value(row, year?.year);
      const to = inputs.value(row, year?.year);
      if (!to || (from && from.eq(to))) return [];
      const where = year ? ` ${yearLabel(year)}` : '';
      const was = from ? ` instead of ${rowFigure(row, from)}` : '';
      return [{ row, year, from, to, cell: `${row.label}${where} is ${rowFigure(row, to)}${was}` }];
    });
  });
}

function datesDiffer({ company, model }: OperatingModel, solution: Solution): Check {
  const priced = solution.value(model.market.pricingDate);
  const day = priced && rowFigure(model.market.pricingDate, priced);
  const { asOf } = company.comps;
  return warning(
    'Comps and share price of different dates',
    day === asOf ? [] : [`the share price is of ${day}, the comps are of ${asOf}`],
  );
}

function ratingNearBand({ model: { value, market } }: OperatingModel, solution: Solution): Check {
  const upside = solution.value(value.upside)!;
  const edges = [market.buyThreshold, market.sellThreshold];
  const near = edges.filter((edge) => upside.minus(solution.value(edge)!).abs().lt(ratingMargin));
  return warning(
    'Rating within a point of a band',
    near.map(
      (edge) =>
        `upside ${rowFigure(value.upside, upside)} is within a point of ${edge.label} ${rowFigure(edge, solution.value(edge)!)}`,
    ),
  );
}
