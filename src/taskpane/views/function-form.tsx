import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FunctionSpec } from '../../functions/index.ts';
import { usePane } from '../pane-context.tsx';
import type { InputsRange, UseCases } from '../use-cases.ts';
import { Ask } from './ask.tsx';
import { argumentOf, formulaOf, type Filled } from './function-call.ts';
import { ResultTable } from './result-table.tsx';
import { useViewStyles } from './use-view-styles.ts';

type FunctionFormProps = {
  readonly spec: FunctionSpec;
  readonly useCases: UseCases;
  readonly onBack: () => void;
};

/** A call of one function: its arguments, what it gives, and the button that puts it into the active cell. */
export function FunctionForm({ spec, useCases, onBack }: FunctionFormProps) {
  const { host, messages, task } = usePane();
  const styles = useViewStyles();
  const [filled, setFilled] = useState<Filled>({});
  const [inputs, setInputs] = useState<readonly InputsRange[]>([]);
  const [takenCell, setTakenCell] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const words = useId();
  const { port } = host;
  const { functions } = useCases;
  const tableArgument = spec.parameters.find(({ kind }) => kind === 'table')?.name;
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (!port || tableArgument === undefined) return;
    useCases.inputsRanges(port).then(
      (found) => {
        setInputs(found);
        if (found[0]) setFilled((now) => ({ [tableArgument]: found[0]!.name, ...now }));
      },
      // Without the ranges the base case is still there to choose.
      () => setInputs([]),
    );
  }, [port, tableArgument, useCases]);
  const name = functions.signature(spec).replace(/\(.*$/, '');
  const formula = formulaOf(name, spec, filled);
  const result = useMemo(
    () =>
      functions.callFunction(
        spec,
        spec.parameters.map(({ name: key, kind }) =>
          kind === 'table'
            ? (inputs.find((one) => one.name === filled[key])?.table ?? null)
            : argumentOf(filled[key] ?? ''),
        ) as Parameters<typeof functions.callFunction>[1],
      ),
    [functions, spec, filled, inputs],
  );
  const enter = (overwrite: boolean) => {
    setTakenCell('');
    void task.run(messages.entering, async () => {
      const { place, isTaken } = await useCases.enterFormula(port!, formula, overwrite);
      const cell = `${place.sheetName}!${place.range}`;
      if (isTaken) return void setTakenCell(cell);
      return messages.entered(cell);
    });
  };
  const set =
    (key: string) =>
    (_: unknown, { value }: { readonly value: string }) =>
      setFilled((now) => ({ ...now, [key]: value }));
  return (
    <div className={styles.column}>
      <Button size="small" appearance="subtle" className={styles.start} onClick={onBack}>
        {`← ${messages.back}`}
      </Button>
      <h1 ref={heading} tabIndex={-1} className={styles.heading} lang="en" style={{ outline: 'none' }}>
        {name}
      </h1>
      <p lang="en" className={styles.muted}>
        {`${spec.gives}.`}
      </p>
      {spec.parameters.map(({ name: key, meaning, kind, optional, default: usual, choices }) => (
        <Field
          key={key}
          label={`${key}${optional ? ` (${messages.optional})` : ''}`}
          hint={<span lang="en">{usual === undefined ? meaning : `${meaning}; ${messages.omitted}: ${usual}`}</span>}
        >
          {kind === 'table' ? (
            <Select value={filled[key] ?? ''} onChange={set(key)}>
              <option value="">{messages.noInputs}</option>
              {inputs.map((one) => (
                <option key={one.name} value={one.name}>
                  {messages.inputsOf(one.name)}
                </option>
              ))}
            </Select>
          ) : (
            <Input
              value={filled[key] ?? ''}
              onChange={set(key)}
              autoComplete="off"
              {...(choices && { list: `${words}-${choices}` })}
            />
          )}
        </Field>
      ))}
      {[...new Set(spec.parameters.flatMap(({ choices }) => choices ?? []))].map((list) => (
        <datalist key={list} id={`${words}-${list}`}>
          {functions.choices()[list].map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ))}
      <div className={styles.tight}>
        <h2 className={styles.subheading}>{messages.formula}</h2>
        <pre className={styles.code} data-formula="">
          {formula}
        </pre>
      </div>
      <div className={styles.tight} role="status">
        <h2 className={styles.subheading}>{messages.preview}</h2>
        <ResultTable result={result} />
      </div>
      {takenCell === '' ? (
        <Button
          appearance="primary"
          className={styles.start}
          disabled={!port || task.title !== undefined}
          onClick={() => enter(false)}
        >
          {messages.enterFormula}
        </Button>
      ) : (
        <Ask
          question={messages.cellTaken(takenCell)}
          answers={[{ label: messages.overwrite, onChosen: () => enter(true) }]}
          onCancel={() => setTakenCell('')}
        />
      )}
    </div>
  );
}
