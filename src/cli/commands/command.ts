import type { OperatingModel } from '../../company/operating-model.ts';
import type { Inputs } from '../../model/inputs.ts';
import type { Solution } from '../../model/readings/solve.ts';
import type { OwnOption } from '../options.ts';
import type { Report } from '../report.ts';

/** What a command works on. */
export type Context = {
  readonly desk: OperatingModel;
  /** The model solved with the settings given. */
  readonly solution: Solution;
  /** The words after the command. */
  readonly words: readonly string[];
  readonly figure: string | undefined;
  /** The inputs with the settings, before the scenario. */
  readonly base: Inputs;
  readonly scenario: string | undefined;
  /** The sheets of a workbook; all if left out. */
  readonly sheets: readonly string[] | undefined;
  /** Whether a workbook leaves out the values of its formulas. */
  readonly omitValues: boolean;
};

export type Command = {
  readonly name: string;
  /** Its arguments as the help shows them, such as "LINE [PERIOD]". */
  readonly usage: string;
  readonly summary: string;
  /** Fewest and most words after the command. */
  readonly words: readonly [number, number];
  /** The options it takes beside those that all commands take. */
  readonly options?: readonly OwnOption[];
  run(context: Context): Report;
};
