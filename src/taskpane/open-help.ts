/** Opens the help page beside Excel: in the browser where Excel can, else in a window that Excel asks the user about. */
export function showHelp(): void {
  const url = new URL('help.html', window.location.href).href;
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1'))
    Office.context.ui.openBrowserWindow(url);
  else {
    // The question stands in the pane, which may be closed.
    void Office.addin.showAsTaskpane();
    Office.context.ui.displayDialogAsync(url, { height: 70, width: 50 });
  }
}

/** The Help button of the ribbon. */
export function openHelp(event: Office.AddinCommands.Event): void {
  showHelp();
  event.completed();
}
