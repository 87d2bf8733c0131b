import type { Say } from './check-manifest.ts';

/** A text that a person reads: there, not too long and not only spaces. */
export function checkText(where: string, value: string, most: number, say: Say): void {
  if (value.length === 0 || value.length > most) say(`${where} must have 1 to ${most} characters.`);
  else if (value.trim() === '') say(`${where} must not be blank.`);
}
