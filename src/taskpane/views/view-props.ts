import type { PaneCommand } from '../pane-host.ts';
import type { UseCases } from '../use-cases.ts';

/** What the pane gives to each of its views. */
export type ViewProps = {
  readonly useCases: UseCases;
  /** What the ribbon has asked for and no view has taken up. */
  readonly command: PaneCommand | undefined;
  commandTaken(): void;
};
