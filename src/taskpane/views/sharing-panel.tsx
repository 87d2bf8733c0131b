import { Button, Field, Select } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Done, Scope } from '../../hosts/sharing/scope.ts';
import type { WorkbookPort } from '../../hosts/workbook-port.ts';
import { usePane } from '../pane-context.tsx';
import type { UseCases } from '../use-cases.ts';
import { useViewStyles } from './use-view-styles.ts';

type SharingPanelProps = {
  readonly port: WorkbookPort;
  readonly useCases: UseCases;
  /** Whether the ribbon has led here. */
  readonly isAskedFor: boolean;
  commandTaken(): void;
};

/** Puts values in the place of the add-in's functions, and back. */
export function SharingPanel({ port, useCases, isAskedFor, commandTaken }: SharingPanelProps) {
  const { messages, task } = usePane();
  const styles = useViewStyles();
  const [scope, setScope] = useState<Scope>('selection');
  const freezeButton = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (!isAskedFor) return;
    freezeButton.current?.scrollIntoView({ block: 'center' });
    freezeButton.current?.focus();
    commandTaken();
  }, [isAskedFor, commandTaken]);
  const isBusy = task.title !== undefined;
  const run = (title: string, work: UseCases['freeze'], said: (done: Done) => string) =>
    void task.run(title, async () => {
      const done = await work(port, scope);
      return {
        sentence: said(done),
        heading: messages.leftAlone,
        details: done.leftAlone.map(({ cell, why }) => `${cell}: ${why}`),
      };
    });
  const scopes: readonly (readonly [Scope, string])[] = [
    ['selection', messages.selection],
    ['sheet', messages.sheet],
    ['workbook', messages.workbook],
  ];
  return (
    <section className={styles.column} aria-labelledby="sharing">
      <h2 id="sharing" className={styles.subheading}>
        {messages.sharing}
      </h2>
      <p className={styles.muted}>{messages.freezeHint}</p>
      <Field label={messages.scope}>
        <Select value={scope} disabled={isBusy} onChange={(_, { value }) => setScope(value as Scope)}>
          {scopes.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.row}>
        <Button
          ref={(element: HTMLButtonElement | null) => {
            freezeButton.current = element;
          }}
          disabled={isBusy}
          onClick={() => run(messages.freeze, useCases.freeze, (done) => messages.frozen(done.formulas, done.cells))}
        >
          {messages.freeze}
        </Button>
        <Button
          disabled={isBusy}
          onClick={() => run(messages.restore, useCases.restore, (done) => messages.restored(done.formulas))}
        >
          {messages.restore}
        </Button>
        <Button
          disabled={isBusy}
          onClick={() => run(messages.repair, useCases.repair, (done) => messages.repaired(done.formulas))}
        >
          {messages.repair}
        </Button>
      </div>
    </section>
  );
}
