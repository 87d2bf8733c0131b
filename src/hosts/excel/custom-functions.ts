import {
  callFunction,
  CellError,
  givesTable,
  registry,
  type Cell,
  type FunctionSpec,
  type Result,
} from '../../functions/index.ts';

/** Gives Excel every function of the registry. */
function associateFunctions(): void {
  for (const spec of registry)
    // The last argument tells of the call. An older list of functions, which Excel may still hold, gives fewer before it.
    CustomFunctions.associate(spec.id, (...args: unknown[]) => toExcel(spec, callFunction(spec, args.slice(0, -1))));
}

/** An answer as Excel takes it: an error of a whole call is thrown, one within a table stands in its place. */
function toExcel(spec: FunctionSpec, result: Result): unknown {
  if (result instanceof CellError) throw toError(result);
  if (Array.isArray(result)) return (result as readonly (readonly Cell[])[]).map((row) => row.map(toCell));
  return givesTable(spec) ? [[result]] : result;
}

const toCell = (cell: Cell): unknown => (cell instanceof CellError ? toError(cell) : cell);

const toError = ({ code, message }: CellError): CustomFunctions.Error =>
  new CustomFunctions.Error(
    code === '#N/A' ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue,
    message,
  );

associateFunctions();
