import { normalise } from './definitions.ts';

/** What is known by one name or by several, such as a row by its label and its id. */
type Candidate = readonly string[];

/** The names that a wanted one is part of, or else those a few edits away; none where all are far. */
type Found = { readonly kind: 'fits' | 'near'; readonly names: readonly string[] };

/** How many names are given as the nearest. */
const mostNamed = 3;

/** "The nearest is ..." for a name that is not known. */
export function nearest(name: string, names: readonly string[]): string {
  const known = [...new Map([...names].reverse().map((one) => [normalise(one), [one]])).values()].reverse();
  return nearestOf(lookAmong(name, known));
}

/** The sentence for names that were looked up. */
export function nearestOf({ names }: Found): string {
  if (names.length === 0) return 'None has a name like it.';
  return names.length === 1 ? `The nearest is "${names[0]}".` : `The nearest are ${quoted(names.slice(0, mostNamed))}.`;
}

/** Names as a sentence has them. */
export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** The candidates that a name is part of, from the shortest, or else the nearest; each by the name that fits best. */
export function lookAmong(name: string, candidates: readonly Candidate[]): Found {
  const wanted = normalise(name);
  const containing = candidates.flatMap((names) => {
    const held = wanted === '' ? [] : names.filter((one) => normalise(one).includes(wanted));
    return held.length === 0 ? [] : [held.reduce((best, one) => (one.length < best.length ? one : best))];
  });
  if (containing.length > 0) return { kind: 'fits', names: containing.sort((a, b) => a.length - b.length) };
  const scored = candidates.map((names) => {
    const scores = names.map((one) => ({ name: one, away: distance(wanted, one) }));
    return scores.reduce((best, score) => (score.away < best.away ? score : best));
  });
  const best = Math.min(...scored.map(({ away }) => away));
  return {
    kind: 'near',
    names: best < Infinity ? scored.filter(({ away }) => away === best).map((one) => one.name) : [],
  };
}

/** How far a name is from a wanted one or from a word of it, which counts as a little farther; Infinity is too far. */
function distance(wanted: string, name: string): number {
  const within = (away: number, most: number) => (away <= most ? away : Infinity);
  const whole = within(edits(wanted, normalise(name)), wanted.length / 2);
  const words = name.split(/[^\p{L}\p{N}]+/u).map((word) => within(edits(wanted, normalise(word)), wanted.length / 4));
  return Math.min(whole, ...words.map((away) => away + 0.5));
}

/** No name is this long; looking for one nearest to it would take for ever. */
const longestName = 80;

/** Levenshtein distance: insertions, deletions and substitutions from one word to the other. */
function edits(a: string, b: string): number {
  if (a.length > longestName) return Infinity;
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
