import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { WorkbookPort } from '../../hosts/workbook-port.ts';
import { usePane } from '../pane-context.tsx';
import type { ListedModel, UseCases, WhereTaken } from '../use-cases.ts';
import { Ask } from './ask.tsx';
import { InsertOptions, type Chosen } from './insert-options.tsx';
import { useViewStyles } from './use-view-styles.ts';
import type { ViewProps } from './view-props.ts';

type InsertFormProps = ViewProps & {
  readonly port: WorkbookPort;
  readonly models: readonly ListedModel[] | undefined;
};

const usual = ({ years, scenarios }: UseCases): Chosen => ({
  preset: 'whole',
  picked: [],
  firstYear: years.first[0]!,
  lastYear: years.last.at(-1)!,
  scenario: scenarios[0]!.id,
  colours: 'broker',
  where: 'last',
});

/** What to insert and where, and the button that does it. */
export function InsertForm({ useCases, port, models, command, commandTaken }: InsertFormProps) {
  const { messages, task } = usePane();
  const styles = useViewStyles();
  const [chosen, setChosen] = useState(() => usual(useCases));
  /** What could not be inserted without asking, and the sheets that are in its way. */
  const [taken, setTaken] = useState<{ readonly what: Chosen; readonly names: readonly string[] }>();
  const isBusy = task.title !== undefined;
  const { run } = task;
  const insert = useCallback(
    (what: Chosen, whereTaken?: WhereTaken) => {
      setTaken(undefined);
      const { preset, picked, ...choices } = what;
      const sheets = preset === 'chosen' ? picked : preset === 'statements' ? useCases.statementSheets : undefined;
      return run(
        messages.inserting,
        async (tools) => {
          const given = await useCases.insert(
            port,
            { ...choices, ...(sheets && { sheets }), ...(whereTaken && { whereTaken }) },
            tools,
          );
          if ('taken' in given) return void setTaken({ what, names: given.taken });
          return messages.insertedModel(given.model.id, given.model.sheets.length);
        },
        { canCancel: true },
      );
    },
    [run, messages, useCases, port],
  );
  useEffect(() => {
    if (command !== 'insert model' || models === undefined) return;
    commandTaken();
    void insert(usual(useCases));
  }, [command, commandTaken, models, insert, useCases]);
  const nothingPicked = chosen.preset === 'chosen' && chosen.picked.length === 0;
  return (
    <section className={styles.column} aria-labelledby="insert">
      <h1 id="insert" className={styles.heading}>
        {messages.insertTitle}
      </h1>
      <div className={styles.muted}>{useCases.about.company}</div>
      <Accordion collapsible>
        <AccordionItem value="options">
          <AccordionHeader size="small">{messages.options}</AccordionHeader>
          <AccordionPanel style={{ margin: 0 }}>
            <InsertOptions useCases={useCases} chosen={chosen} onChosen={setChosen} isBusy={isBusy} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
      {taken ? (
        <Ask
          question={messages.taken(taken.names.join(', '))}
          answers={useCases.whereTaken.map((one) => ({
            label: one === 'replace' ? messages.replace : messages.keepBoth,
            onChosen: () => void insert(taken.what, one),
          }))}
          onCancel={() => setTaken(undefined)}
        />
      ) : (
        <Button
          appearance="primary"
          className={styles.start}
          disabled={isBusy || nothingPicked}
          onClick={() => void insert(chosen)}
        >
          {messages.insert}
        </Button>
      )}
    </section>
  );
}
