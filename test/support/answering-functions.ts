import { callFunction, CellError, givesTable, registry } from '../../src/functions/index.ts';
import { callMethod } from './excel-double/double-object.ts';
import type { Invocation } from './excel-double/custom-functions.ts';
import type { ExcelDouble } from './excel-double/excel-double.ts';

const errorNumbers = { '#N/A': 1, '#VALUE!': 7 } as const;
type Raw = Parameters<typeof callFunction>[1][number];

/** Connects the functions to a double in process, as the add-in's own runtime would answer. */
export function connectFunctions(double: ExcelDouble): void {
  const { service } = double.functions;
  double.sendCalls = (calls) =>
    // The runtime answers later, never within the call.
    void setImmediate(() => callMethod(service, 'SetInvocationArrayResults', [calls.map(answerTo)]));
  callMethod(service, '_SetOsfControlContainerReadyForCustomFunctions', []);
}

function answerTo([id, functionId, args]: Invocation) {
  const spec = registry.find((one) => one.id === functionId)!;
  const result = callFunction(spec, args as readonly Raw[]);
  if (result instanceof CellError) return [id, false, result.message, errorNumbers[result.code]];
  return [id, true, givesTable(spec) && !Array.isArray(result) ? [[result]] : result];
}
