/** An answer of Excel that something cannot be done, as the client library turns it into an OfficeExtension.Error. */
export class DoubleError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A property of an object. What it gives is a plain value, or an object that the request may go on to. */
export type Property = { readonly get: () => unknown; readonly set?: (value: unknown) => void };

/**
 * An object of Excel's as a request sees it. Members have the names of the wire, with a capital: Values. What is not
 * listed does not exist: a request for it is refused by name.
 */
export interface DoubleObject {
  readonly type: string;
  /** What a collection finds it by, where it is an item of one. */
  readonly id?: string;
  /** Refuses everything where the object is gone. */
  readonly guard?: () => void;
  readonly properties: Readonly<Record<string, Property>>;
  readonly methods: Readonly<Record<string, (...args: readonly never[]) => unknown>>;
  /** The items of a collection. */
  readonly items?: () => readonly DoubleObject[];
}

export const isDoubleObject = (value: unknown): value is DoubleObject =>
  typeof value === 'object' && value !== null && 'methods' in value && 'properties' in value;

const notThere = (object: DoubleObject, member: string): DoubleError =>
  new DoubleError('ApiNotFound', `The double of Excel has no ${object.type}.${member}; teach it before using it.`);

export function readProperty(object: DoubleObject, name: string): unknown {
  object.guard?.();
  const property = object.properties[name];
  if (!property) throw notThere(object, name);
  return property.get();
}

export function writeProperty(object: DoubleObject, name: string, value: unknown): void {
  object.guard?.();
  const property = object.properties[name];
  if (!property) throw notThere(object, name);
  if (!property.set) throw new DoubleError('InvalidArgument', `${object.type}.${name} can only be read.`);
  property.set(value);
}

export function callMethod(object: DoubleObject, name: string, args: readonly unknown[]): unknown {
  object.guard?.();
  const method = object.methods[name];
  if (!method) throw notThere(object, `${name}()`);
  const given = args.findLastIndex((one) => one !== null && one !== undefined) + 1;
  if (given > method.length) throw notThere(object, `${name}() with ${given} arguments`);
  return method(...(args as never[]));
}
