import type { PublishedFact } from '../../company.ts';
export const facts: readonly PublishedFact[] = [];
