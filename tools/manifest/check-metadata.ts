import { checkFunctions } from './check-functions.ts';
import { firstDifference } from './first-difference.ts';

type Metadata = { readonly functions: readonly { readonly id: string }[] };

/** Where the functions.json of a build differs from what the registry gives. */
export function checkMetadata(text: string, wanted: Metadata): string[] {
  const file = 'functions.json';
  let found: unknown;
  try {
    found = JSON.parse(text || '{"functions":[]}');
  } catch (error) {
    return [`${file} is not JSON, ${(error as Error).message}: build again.`];
  }
  if (!isMetadata(found)) return [`${file} has no list of functions, each with an id: build again.`];
  const ids = checkFunctions({ [file]: found.functions.map(({ id }) => id) }, idsOf(wanted));
  if (ids.length > 0) return ids;
  const difference = firstDifference(found, wanted);
  return difference ? [`${file}: ${difference}: build again.`] : [];
}

const idsOf = ({ functions }: Metadata): string[] => functions.map(({ id }) => id);

function isMetadata(value: unknown): value is Metadata {
  const { functions } = (value ?? {}) as { functions?: unknown };
  return Array.isArray(functions) && functions.every((one: { id?: unknown } | null) => typeof one?.id === 'string');
}
