import type { Injector } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type IFunctionInfo,
} from '@univerjs/preset-sheets-core';
import { IDescriptionService } from '@univerjs/preset-sheets-core';
import {
  callFunction,
  CellError,
  givesTable,
  namespace,
  registry,
  type Cell,
  type FunctionSpec,
} from '../../functions/index.ts';
import { surviveThrowing } from './guard-engine.ts';

/** Gives the engine every function of the registry, and describes them where formulas are typed. */
export function addFunctions(injector: Injector): void {
  const functions = injector.get(IFunctionService);
  const executors = registry.map((spec) => new StFunction(spec));
  executors.forEach(surviveThrowing);
  functions.registerExecutors(...executors);
  const descriptions = registry.map(description);
  functions.registerDescriptions(...descriptions);
  injector.get(IDescriptionService).registerDescriptions(descriptions);
}

/** A function of the registry as the engine calls it. */
class StFunction extends BaseFunction {
  readonly #spec: FunctionSpec;

  constructor(spec: FunctionSpec) {
    super(`${namespace}.${spec.id}`);
    this.#spec = spec;
    this.minParams = spec.parameters.filter(({ optional }) => !optional).length;
    this.maxParams = spec.parameters.length;
  }

  override calculate(...values: BaseValueObject[]): BaseValueObject {
    const spec = this.#spec;
    const given = values.map((value, index) => plainArgument(value, spec.parameters[index]?.kind === 'table'));
    const result = callFunction(spec, given);
    if (Array.isArray(result)) return this.#table(result as readonly (readonly Cell[])[]);
    return givesTable(spec) ? this.#table([[result as Cell]]) : cellValue(result as Cell);
  }

  #table(rows: readonly (readonly Cell[])[]): BaseValueObject {
    return ArrayValueObject.create({
      calculateValueList: rows.map((row) => row.map(cellValue)),
      rowCount: rows.length,
      columnCount: rows[0]!.length,
      unitId: this.unitId ?? '',
      sheetId: this.subUnitId ?? '',
      row: this.row,
      column: this.column,
    });
  }
}

/** An argument as Excel would pass it: one cell by its value, more as a table; nothing for a blank. */
function plainArgument(value: BaseValueObject, isTable: boolean): unknown {
  if (!value.isArray()) return plainValue(value);
  const rows: unknown[][] = [];
  (value as ArrayValueObject).iterator((cell, row, column) => {
    (rows[row] ??= [])[column] = cell ? plainValue(cell) : undefined;
  });
  return !isTable && rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0] : rows;
}

function plainValue(value: BaseValueObject): unknown {
  if (value.isNull()) return undefined;
  return value.isError() ? (value as ErrorValueObject).getErrorType() : value.getValue();
}

function cellValue(cell: Cell): BaseValueObject {
  if (cell instanceof CellError) return ErrorValueObject.create(cell.code === '#N/A' ? ErrorType.NA : ErrorType.VALUE);
  if (typeof cell === 'number') return NumberValueObject.create(cell);
  return typeof cell === 'boolean' ? BooleanValueObject.create(cell) : StringValueObject.create(cell);
}

const description = (spec: FunctionSpec): IFunctionInfo => ({
  functionName: `${namespace}.${spec.id}`,
  functionType: FunctionType.User,
  description: `${spec.gives}. Example: ${spec.example.call}`,
  abstract: spec.gives,
  functionParameter: spec.parameters.map(({ name, meaning, optional, default: defaultIs, kind }) => ({
    name,
    detail: defaultIs === undefined ? meaning : `${meaning}. Omitted: ${defaultIs}`,
    example: kind === 'table' ? 'A1:G70' : 'A1',
    require: optional ? 0 : 1,
    repeat: 0,
  })),
});
