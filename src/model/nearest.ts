import { normalise } from './definitions.ts';

/** Names that differ in more than case, spaces and punctuation. */
const distinct = (names: readonly string[]): readonly string[] => [
  ...new Map([...names].reverse().map((name) => [normalise(name), name])).values(),
];

/** "The nearest is ..." for a name that is not known: candidates that contain it, or the few edits away. */
export function nearest(name: string, names: readonly string[], most = 3): string {
  const wanted = normalise(name);
  const containing = wanted === '' ? [] : names.filter((one) => normalise(one).includes(wanted));
  const found = containing.length > 0 ? [...containing].sort((a, b) => a.length - b.length) : closest(wanted, names);
  const shown = [...distinct(found)]
    .reverse()
    .slice(0, most)
    .map((one) => `"${one}"`);
  if (shown.length === 0) return 'Give the name of a line.';
  return shown.length === 1 ? `The nearest is ${shown[0]}.` : `The nearest are ${shown.join(', ')}.`;
}

function closest(wanted: string, names: readonly string[]): string[] {
  const scored = names.map((name) => ({ name, away: edits(wanted, normalise(name)) }));
  const best = Math.min(...scored.map(({ away }) => away));
  return scored.filter(({ away }) => away === best).map(({ name }) => name);
}

/** Levenshtein distance: insertions, deletions and substitutions from one word to the other. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
