import type { Answer } from './company-facts.ts';
import { RefreshError } from './refresh-error.ts';

/** Answers of which any but the first may be missing: half of the facts are better than none, and it is told. */
export class PartsOfCompany {
  readonly #missing: string[] = [];

  /** The answers, or none where the source does not give them. */
  async of(what: string, asked: Promise<readonly Answer[]>): Promise<readonly Answer[]> {
    try {
      return await asked;
    } catch (error) {
      if (!(error instanceof RefreshError) || error.stopsAll) throw error;
      this.#missing.push(`No ${what}: ${error.message}`);
      return [];
    }
  }

  get missing(): string | undefined {
    return this.#missing.length === 0 ? undefined : this.#missing.join(' ').slice(0, 480);
  }
}

/** The objects of a list that a source answered; anything else is no answer. */
export const answersIn = (data: unknown): readonly Answer[] =>
  Array.isArray(data)
    ? data.filter((one): one is Answer => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];
