import { DoubleError, type DoubleObject } from './double-object.ts';

/** What a kept object has: the names of its properties, its parts, and its methods. */
export type Shape = {
  readonly properties?: readonly string[];
  readonly parts?: Readonly<Record<string, Shape>>;
  readonly methods?: Readonly<
    Record<string, (kept: Map<string, unknown>, path: string, args: readonly unknown[]) => unknown>
  >;
};

/**
 * An object that only keeps what is set on it and its parts, by path: Title.Text. What its shape does not list it refuses.
 */
export function keeper(type: string, shape: Shape, kept: Map<string, unknown>, path = ''): DoubleObject {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  return {
    type,
    properties: {
      ...Object.fromEntries(
        (shape.properties ?? []).map((name) => [
          name,
          { get: () => kept.get(at(name)) ?? null, set: (value: unknown) => void kept.set(at(name), value) },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(shape.parts ?? {}).map(([name, part]) => [
          name,
          { get: () => keeper(`${type}.${name}`, part, kept, at(name)) },
        ]),
      ),
    },
    methods: Object.fromEntries(
      Object.entries(shape.methods ?? {}).map(([name, method]) => [
        name,
        (one: unknown, two: unknown) => method(kept, path, two === undefined ? [one] : [one, two]) ?? null,
      ]),
    ),
  };
}

/** A method that keeps its arguments under a name. */
export const keeps =
  (name: string) =>
  (kept: Map<string, unknown>, path: string, args: readonly unknown[]): void => {
    if (args[0] === undefined) throw new DoubleError('InvalidArgument', `${name} was given nothing.`);
    kept.set(path === '' ? name : `${path}.${name}`, args.length === 1 ? args[0] : args);
  };
