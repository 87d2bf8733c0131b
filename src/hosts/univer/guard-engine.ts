import type { Injector } from '@univerjs/core';
import {
  CELL_INVERTED_INDEX_CACHE,
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  NumberValueObject,
  type BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
} from '@univerjs/preset-sheets-core';
import { SheetsDataValidationValidatorService } from '@univerjs/preset-sheets-data-validation';

type Calculate = (...values: BaseValueObject[]) => ReturnType<BaseFunction['calculate']>;

/**
 * Mends what would stop the engine, give wrong numbers without a word or fail out of sight: a function that throws ends
 * all calculation, SORT sorts the range that others are reading, EDATE runs over the end of a short month, the index by
 * which comparisons look values up takes zero for blank, CHOOSE makes a blank zero, and cells of a sheet that is gone are validated.
 */
export function guardEngine(injector: Injector): void {
  const functions = injector.get(IFunctionService);
  // Cells are validated while the page is idle, when their sheet may be gone.
  const validator = injector.get(SheetsDataValidationValidatorService);
  const validate = validator.validatorRanges.bind(validator);
  Object.assign(validator, {
    validatorRanges: (...ranges: Parameters<typeof validate>) => validate(...ranges).catch(() => []),
  });
  Object.assign(CELL_INVERTED_INDEX_CACHE, {
    set: () => undefined,
    setContinueBuildingCache: () => undefined,
    canUseCache: () => ({ rowsInCache: [], rowsNotInCache: [] }),
  });
  change(
    functions,
    'SORT',
    (sort) =>
      (range, ...rest) =>
        sort(copyOf(range!), ...rest),
  );
  change(functions, 'EDATE', (edate) => (start, months) => endOfMonthKept(edate, start!, months!));
  change(
    functions,
    'CHOOSE',
    (choose) =>
      (index, ...among) =>
        choose(singleCell(index!), ...among),
  );
  for (const executor of functions.getExecutors().values()) surviveThrowing(executor as BaseFunction);
}

/** A function of the engine whose error is #VALUE! in its cell, and not the end of the engine. */
export function surviveThrowing(executor: BaseFunction): void {
  for (const method of ['calculate', 'calculateCustom'] as const) {
    const own = executor[method] as ((...values: never[]) => unknown) | undefined;
    if (typeof own !== 'function') continue;
    const guarded = (...values: never[]): unknown => {
      try {
        return own.apply(executor, values);
      } catch {
        return method === 'calculate' ? ErrorValueObject.create(ErrorType.VALUE) : ErrorType.VALUE;
      }
    };
    Object.assign(executor, { [method]: guarded });
  }
}

function change(functions: IFunctionService, name: string, changed: (own: Calculate) => Calculate): void {
  const executor = functions.getExecutor(name)!;
  Object.assign(executor, { calculate: changed(executor.calculate.bind(executor) as Calculate) });
}

const copyOf = (value: BaseValueObject): BaseValueObject => (value.isArray() ? value.mapValue((one) => one) : value);

/** The value of a single cell, so that what it chooses is passed on as it is. */
function singleCell(index: BaseValueObject): BaseValueObject {
  const value = index.isReferenceObject() ? (index as unknown as BaseReferenceObject).toArrayValueObject() : index;
  return value.isArray() ? (soleValue(value) ?? index) : index;
}

const millisecondsInDay = 86_400_000;
/** Day 0 of the sheet's calendar, from which all days since March 1900 are counted. */
const dayZero = Date.UTC(1899, 11, 30);

/** A month later than the 31st of January is the 28th or 29th of February. */
function endOfMonthKept(edate: Calculate, start: BaseValueObject, months: BaseValueObject): ReturnType<Calculate> {
  const [from, by] = [singleNumber(start), singleNumber(months)];
  if (from === undefined || by === undefined || from < 61) return edate(start, months);
  const day = new Date(dayZero + Math.floor(from) * millisecondsInDay);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + Math.trunc(by)];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const moved = Date.UTC(year, month, Math.min(day.getUTCDate(), lastDay));
  return NumberValueObject.create((moved - dayZero) / millisecondsInDay, 'yyyy/mm/dd');
}

function singleNumber(value: BaseValueObject): number | undefined {
  const one = value.isArray() ? soleValue(value) : value;
  return one?.isNumber() ? Number(one.getValue()) : undefined;
}

function soleValue(value: BaseValueObject): BaseValueObject | undefined {
  const found: BaseValueObject[] = [];
  value.mapValue((one) => {
    found.push(one);
    return one;
  });
  return found.length === 1 ? found[0] : undefined;
}
