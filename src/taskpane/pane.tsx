import { Button, makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type ComponentType } from 'react';
import type { Messages } from './messages/messages.ts';
import { usePane } from './pane-context.tsx';
import type { PaneCommand } from './pane-host.ts';
import { TaskBar } from './task-bar.tsx';
import { AboutView } from './views/about-view.tsx';
import { CheckView } from './views/check-view.tsx';
import { ExplainView } from './views/explain-view.tsx';
import { FunctionsView } from './views/functions-view.tsx';
import { ModelView } from './views/model-view.tsx';
import type { ViewProps } from './views/view-props.ts';

type ViewName = keyof Pick<Messages, 'model' | 'check' | 'functions' | 'explain' | 'about'>;

/** The views in the order of their tabs. */
const views: readonly (readonly [ViewName, ComponentType<ViewProps>])[] = [
  ['model', ModelView],
  ['check', CheckView],
  ['functions', FunctionsView],
  ['explain', ExplainView],
  ['about', AboutView],
];

const viewOf: Readonly<Record<PaneCommand, ViewName>> = {
  'show model': 'model',
  'insert model': 'model',
  freeze: 'model',
  'check model': 'check',
  'explain cell': 'explain',
};

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minHeight: '100vh', boxSizing: 'border-box' },
  tabs: { flexWrap: 'wrap', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: '0 4px' },
  panel: { padding: '12px', overflowWrap: 'anywhere', minWidth: 0 },
  failed: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
});

/** The tabs, and the view of the one chosen. */
export function Pane() {
  const { host, messages, useCases, hasFailedToLoad, loadAgain } = usePane();
  const styles = useStyles();
  const [view, setView] = useState<ViewName>('model');
  const [command, setCommand] = useState<PaneCommand>();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      host.watchCommands?.((given) => {
        setView(viewOf[given]);
        setCommand(given);
        panel.current?.focus();
      }),
    [host],
  );
  const taken = useCallback(() => setCommand(undefined), []);
  const View = views.find(([name]) => name === view)![1];
  return (
    <main className={styles.root} aria-label={messages.pane}>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={view}
        onTabSelect={(_, { value }) => setView(value as ViewName)}
        aria-label={messages.views}
      >
        {views.map(([name]) => (
          <Tab key={name} value={name} id={`tab-${name}`} aria-controls={name === view ? 'view' : undefined}>
            {messages[name]}
          </Tab>
        ))}
      </TabList>
      <TaskBar />
      <div
        ref={panel}
        id="view"
        role="tabpanel"
        aria-labelledby={`tab-${view}`}
        tabIndex={-1}
        className={styles.panel}
        style={{ outline: 'none' }}
      >
        {useCases ? (
          <View useCases={useCases} command={command} commandTaken={taken} />
        ) : hasFailedToLoad ? (
          <div role="alert" className={styles.failed}>
            {messages.loadFailed}
            <Button appearance="primary" onClick={loadAgain}>
              {messages.again}
            </Button>
          </div>
        ) : (
          <Spinner size="small" label={messages.loading} />
        )}
      </div>
    </main>
  );
}
