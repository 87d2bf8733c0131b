/** What hosts, pane and command line use of the functions. */
export { callFunction } from './call-function.ts';
export { CellError } from './cell-error.ts';
export type { Cell, FunctionSpec, Result } from './function-spec.ts';
export { givesTable, signature } from './metadata.ts';
export { choices, functionNamed, namespace, registry } from './registry.ts';
