import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { usePane } from '../pane-context.tsx';

/** Why there is no workbook to work on. */
export function NoWorkbook() {
  const { host, messages } = usePane();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{messages.failed(host.whyNoPort ?? '')}</MessageBarBody>
    </MessageBar>
  );
}
