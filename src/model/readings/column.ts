/** Scenarios worked on at a time, so that the columns in use stay in the processor's cache. */
export const blockSize = 512;

/** What an operand is while the operations are put together: a constant, or a column of the scenarios worked on. */
export type Operand = number | Float64Array;

/** Fills its target from its operands for the first `length` scenarios. */
export type Operation = (length: number) => void;

export const column = (): Float64Array => new Float64Array(blockSize);
