import { Link, SearchBox } from '@fluentui/react-components';
import { useState } from 'react';
import type { FunctionSpec } from '../../functions/index.ts';
import { usePane } from '../pane-context.tsx';
import { FunctionForm } from './function-form.tsx';
import { useViewStyles } from './use-view-styles.ts';
import type { ViewProps } from './view-props.ts';

/** Finds a function, and builds a call of it. */
export function FunctionsView({ useCases }: ViewProps) {
  const { messages } = usePane();
  const styles = useViewStyles();
  const [wanted, setWanted] = useState('');
  const [spec, setSpec] = useState<FunctionSpec>();
  const { functions } = useCases;
  if (spec) return <FunctionForm key={spec.id} spec={spec} useCases={useCases} onBack={() => setSpec(undefined)} />;
  const words = wanted.toLowerCase();
  const found = functions.registry.filter((one) =>
    `${functions.signature(one)} ${one.gives}`.toLowerCase().includes(words),
  );
  return (
    <div className={styles.column}>
      <h1 className={styles.heading}>{messages.functions}</h1>
      <SearchBox
        style={{ maxWidth: '100%' }}
        aria-label={messages.searchFunctions}
        placeholder={messages.searchFunctions}
        value={wanted}
        onChange={(_, { value }) => setWanted(value)}
      />
      <p role="status" className={styles.muted}>
        {messages.functionsFound(found.length)}
      </p>
      <ul className={styles.list} lang="en">
        {found.map((one) => (
          <li key={one.id} className={styles.item}>
            <Link as="button" onClick={() => setSpec(one)}>
              <code style={{ textAlign: 'left' }}>{`=${functions.signature(one)}`}</code>
            </Link>
            <div className={styles.muted}>{`${one.gives}.`}</div>
          </li>
        ))}
      </ul>
    </div>
  );
}
