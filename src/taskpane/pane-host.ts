import type { WorkbookPort } from '../hosts/workbook-port.ts';

export type PaneTheme = 'light' | 'dark' | 'high contrast';

/** What the ribbon, or whatever else stands around the pane, asks it to do. */
export type PaneCommand = 'show model' | 'insert model' | 'check model' | 'explain cell' | 'freeze';

/** What the pane lives in: Excel, or a page with a workbook of its own. */
export type PaneHost = {
  /** The workbook; undefined where a model cannot live in it. */
  readonly port: WorkbookPort | undefined;
  /** Why there is no workbook to work on, in a sentence. */
  readonly whyNoPort?: string;
  /** The language of the host's windows, such as zh-CN. */
  readonly language: string;
  readonly theme: PaneTheme;
  /** Tells of another theme, until what it gives is called. */
  watchTheme(told: (theme: PaneTheme) => void): () => void;
  /** Tells of commands, those given before included, until what it gives is called. */
  watchCommands?(told: (command: PaneCommand) => void): () => void;
  openHelp(): void;
  readonly hostName: string;
  /** What support asks about the host, line by line. */
  readonly diagnostics: readonly string[];
  copyText(text: string): Promise<void>;
};
