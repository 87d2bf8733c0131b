import { associateCommands, excelPaneHost } from './excel-pane.ts';
import { mountPane } from './mount-pane.tsx';

// Functions answer before the pane is drawn: Excel waits for them, nobody waits for the pane.
void Office.onReady(({ host }) => {
  const isInExcel = host !== null;
  if (isInExcel) associateCommands();
  const paneHost = excelPaneHost(isInExcel);
  document.documentElement.lang = paneHost.language;
  mountPane(document.getElementById('pane')!, paneHost);
});
