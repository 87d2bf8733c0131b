/**
 * Where a value of JSON first differs from the one that is wanted, in words; nothing where they are the same.
 * An entry of a list is called by its id or name.
 *
 * @example firstDifference({ a: [1] }, { a: [2] }) // 'a.0 must be 2, not 1'
 */
export function firstDifference(found: unknown, wanted: unknown, where: readonly string[] = []): string | undefined {
  const place = where.join('.') || 'the whole';
  if (isHolder(found) && isHolder(wanted) && Array.isArray(found) === Array.isArray(wanted)) {
    for (const [key, value] of Object.entries(wanted)) {
      const difference = firstDifference(found[key], value, [
        ...where,
        Array.isArray(wanted) ? nameOf(value, key) : key,
      ]);
      if (difference) return difference;
    }
    const stranger = Object.keys(found).find((key) => !Object.hasOwn(wanted, key));
    if (stranger === undefined) return undefined;
    const name = Array.isArray(found) ? nameOf(found[Number(stranger)], stranger) : stranger;
    return `${[...where, name].join('.')} does not belong there`;
  }
  if (found === wanted) return undefined;
  if (found === undefined) return `${place}${isHolder(wanted) ? '' : ` must be ${said(wanted)} and`} is not there`;
  return `${place} must be ${said(wanted)}, not ${said(found)}`;
}

type Holder = Readonly<Record<string, unknown>>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

const nameOf = (entry: unknown, otherwise: string): string => {
  const { id, name } = (entry ?? {}) as { id?: unknown; name?: unknown };
  return typeof id === 'string' ? id : typeof name === 'string' ? name : otherwise;
};

const said = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : isHolder(value) ? 'an object' : JSON.stringify(value);
