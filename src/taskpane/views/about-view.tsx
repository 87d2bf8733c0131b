import { Button } from '@fluentui/react-components';
import { usePane } from '../pane-context.tsx';
import { useViewStyles } from './use-view-styles.ts';
import type { ViewProps } from './view-props.ts';

/** Versions, the report that the model follows, help, and what support asks for. */
export function AboutView({ useCases }: ViewProps) {
  const { host, messages, task } = usePane();
  const styles = useViewStyles();
  const { about } = useCases;
  const facts: readonly (readonly [string, string])[] = [
    [messages.version, about.addIn],
    [messages.template, String(about.template)],
    [messages.company, about.company],
    [messages.source, `${about.reportTitle}, ${about.reportDate}`],
    [messages.pricingDate, about.pricingDate],
  ];
  const lacking = host.port?.lacking ?? [];
  const diagnostics = [about.addIn, `Template ${about.template}`, host.hostName, ...host.diagnostics, ...lacking].join(
    '\n',
  );
  const copy = () =>
    void task.run(messages.copyDiagnostics, async () => {
      try {
        await host.copyText(diagnostics);
        return messages.copiedText;
      } catch (error) {
        throw new Error(messages.copyFailed, { cause: error });
      }
    });
  return (
    <div className={styles.column}>
      <h1 className={styles.heading}>{messages.pane}</h1>
      <dl className={styles.figures}>
        {facts.map(([label, text]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd lang="en">{text}</dd>
          </div>
        ))}
      </dl>
      <p style={{ margin: 0 }}>{messages.notAdvice(about.rating)}</p>
      <Button appearance="primary" className={styles.start} onClick={() => host.openHelp()}>
        {messages.help}
      </Button>
      {lacking.length > 0 && (
        <section className={styles.tight} aria-label={messages.without}>
          <h2 className={styles.subheading}>{messages.without}</h2>
          <ul lang="en" style={{ margin: 0, paddingLeft: '18px' }}>
            {lacking.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.tight} aria-label={messages.diagnostics}>
        <h2 className={styles.subheading}>{messages.diagnostics}</h2>
        <pre className={styles.code} lang="en">
          {diagnostics}
        </pre>
        <Button className={styles.start} onClick={copy}>
          {messages.copyDiagnostics}
        </Button>
      </section>
    </div>
  );
}
