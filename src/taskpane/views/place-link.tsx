import { Link } from '@fluentui/react-components';
import type { WorkbookPort } from '../../hosts/workbook-port.ts';
import { usePane } from '../pane-context.tsx';

type PlaceLinkProps = {
  readonly port: WorkbookPort;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly range: string;
};

/** A cell by its name; a press goes there. */
export function PlaceLink({ port, sheetId, sheetName, range }: PlaceLinkProps) {
  const { messages, task } = usePane();
  const name = `${sheetName}!${range}`;
  const go = () =>
    void task.run(messages.goTo(name), async () => {
      await port.show({ sheetId, range });
      return undefined;
    });
  return (
    <Link as="button" inline aria-label={messages.goTo(name)} onClick={go}>
      <span lang="en">{name}</span>
    </Link>
  );
}
