import { InputError } from '../model/input-error.ts';

/** What a cell shows instead of a value: an error code, and a message that says what to do. */
export class CellError extends Error {
  readonly code: '#VALUE!' | '#N/A';

  constructor(code: CellError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** #N/A: what is asked for is not there, or has no meaning. */
export const notAvailable = (message: string): CellError => new CellError('#N/A', message);
/** #VALUE!: what was given cannot be used. */
export const invalidValue = (message: string): CellError => new CellError('#VALUE!', message);

/** Looks something up by name; an unknown name is #N/A with the message of the refusal. */
export function lookUp<Found>(find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    if (error instanceof InputError) throw notAvailable(error.message);
    throw error;
  }
}
