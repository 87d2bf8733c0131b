import { Checkbox, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { usePane } from '../pane-context.tsx';
import type { InsertChoices, UseCases } from '../use-cases.ts';
import { useViewStyles } from './use-view-styles.ts';

/** The choices as they stand in the form. */
export type Chosen = Omit<InsertChoices, 'sheets' | 'whereTaken'> & {
  readonly preset: 'whole' | 'statements' | 'chosen';
  readonly picked: readonly string[];
};

type InsertOptionsProps = {
  readonly useCases: UseCases;
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Chosen) => void;
  readonly isBusy: boolean;
};

/** All that can be chosen of a model before it is inserted. */
export function InsertOptions({ useCases, chosen, onChosen, isBusy }: InsertOptionsProps) {
  const { messages } = usePane();
  const styles = useViewStyles();
  const { years, scenarios, sheets } = useCases;
  const set = (change: Partial<Chosen>) => onChosen({ ...chosen, ...change });
  const { preset, picked } = chosen;
  const choice = <Key extends 'firstYear' | 'lastYear' | 'scenario' | 'where'>(
    label: string,
    key: Key,
    options: readonly (readonly [value: Chosen[Key], text: string])[],
  ) => (
    <Field label={label}>
      <Select
        value={chosen[key]}
        disabled={isBusy}
        onChange={(_, { value }) => set({ [key]: value } as Partial<Chosen>)}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
  const same = (all: readonly string[]) => all.map((one) => [one, one] as const);
  return (
    <div className={styles.column}>
      <Field label={messages.whichSheets}>
        <RadioGroup
          value={preset}
          disabled={isBusy}
          onChange={(_, { value }) => set({ preset: value as Chosen['preset'] })}
        >
          <Radio value="whole" label={messages.wholeModel} />
          <Radio value="statements" label={messages.statementsOnly} />
          <Radio value="chosen" label={messages.choose} />
        </RadioGroup>
      </Field>
      {preset === 'chosen' && (
        <div role="group" aria-label={messages.chooseSheets} className={styles.tight}>
          <p className={styles.muted}>{picked.length === 0 ? messages.noSheetChosen : messages.comeAlong}</p>
          {sheets.map(([name, about]) => (
            <Checkbox
              key={name}
              label={<span lang="en">{name}</span>}
              title={about}
              disabled={isBusy}
              checked={picked.includes(name)}
              onChange={(_, { checked }) =>
                set({ picked: checked === true ? [...picked, name] : picked.filter((one) => one !== name) })
              }
            />
          ))}
        </div>
      )}
      <div className={styles.pair}>
        {choice(messages.firstYear, 'firstYear', same(years.first))}
        {choice(messages.lastYear, 'lastYear', same(years.last))}
      </div>
      {choice(
        messages.scenario,
        'scenario',
        scenarios.map(({ id, name }) => [id, name] as const),
      )}
      {choice(messages.where, 'where', [
        ['last', messages.last],
        ['first', messages.first],
        ['after the active sheet', messages.afterActive],
      ])}
      <Field label={messages.colours}>
        <RadioGroup
          layout="horizontal"
          value={chosen.colours}
          disabled={isBusy}
          onChange={(_, { value }) => set({ colours: value as Chosen['colours'] })}
        >
          <Radio value="broker" label={messages.brokerColours} />
          <Radio value="theme" label={messages.themeColours} />
        </RadioGroup>
      </Field>
    </div>
  );
}
