import type { OperatingModel } from '../../company/operating-model.ts';
import type { Solution } from '../../model/readings/solve.ts';
import type { Report } from '../report.ts';

/** What a command works on. */
export type Context = {
  readonly desk: OperatingModel;
  /** The model solved with the settings given. */
  readonly solution: Solution;
  /** The words after the command. */
  readonly words: readonly string[];
  readonly figure: string | undefined;
};

export type Command = {
  readonly name: string;
  /** Its arguments as the help shows them, such as "LINE [PERIOD]". */
  readonly usage: string;
  readonly summary: string;
  /** Fewest and most words after the command. */
  readonly words: readonly [number, number];
  run(context: Context): Report;
};
