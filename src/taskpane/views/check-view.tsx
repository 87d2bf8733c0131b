import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { ModelFinding } from '../../hosts/review/finding.ts';
import { usePane } from '../pane-context.tsx';
import { NoWorkbook } from './no-workbook.tsx';
import { PlaceLink } from './place-link.tsx';
import { useViewStyles } from './use-view-styles.ts';
import type { ViewProps } from './view-props.ts';

/** Checks the workbook and lists what was found, each with its cell. */
export function CheckView({ useCases, command, commandTaken }: ViewProps) {
  const { host, messages, task } = usePane();
  const styles = useViewStyles();
  const [findings, setFindings] = useState<readonly ModelFinding[]>();
  const { port } = host;
  const { run } = task;
  const check = useCallback(() => {
    if (!port) return;
    void run(messages.checking, async () => {
      setFindings(await useCases.check(port));
      return undefined;
    });
  }, [port, run, messages, useCases]);
  useEffect(() => {
    if (command !== 'check model') return;
    commandTaken();
    check();
  }, [command, commandTaken, check]);
  if (!port) return <NoWorkbook />;
  const of = (severity: ModelFinding['severity']) => (findings ?? []).filter((one) => one.severity === severity);
  const groups = [
    [messages.errors, of('error')],
    [messages.warnings, of('warning')],
    [messages.notes, of('note')],
  ] as const;
  return (
    <div className={styles.column}>
      <h1 className={styles.heading}>{messages.check}</h1>
      <p className={styles.muted}>{messages.checkHint}</p>
      <Button appearance="primary" className={styles.start} disabled={task.title !== undefined} onClick={check}>
        {messages.runCheck}
      </Button>
      {findings && (
        <p role="status" style={{ margin: 0 }}>
          {findings.length === 0
            ? messages.nothingFound
            : messages.found(groups[0][1].length, groups[1][1].length, groups[2][1].length)}
        </p>
      )}
      {groups.map(
        ([title, found]) =>
          found.length > 0 && (
            <section key={title} aria-label={title}>
              <h2 className={styles.subheading}>{title}</h2>
              <ul className={styles.list}>
                {found.map(({ sentence, sheetId, sheetName, range }, index) => (
                  <li key={index} className={styles.item}>
                    <div lang="en">{sentence}</div>
                    {sheetId !== undefined && sheetName !== undefined && (
                      <PlaceLink port={port} sheetId={sheetId} sheetName={sheetName} range={range ?? 'A1'} />
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}
