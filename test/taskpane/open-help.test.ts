import assert from 'node:assert/strict';
import { openHelp } from '../../src/taskpane/open-help.ts';
import { setGlobals } from '../support/globals.ts';

/** Presses the Help button in an Excel that has the requirement sets named; gives what was asked of Office, in order. */
function press(...sets: readonly string[]): readonly string[] {
  const asked: string[] = [];
  const note =
    (name: string) =>
    (...args: readonly unknown[]) => {
      asked.push([name, ...args.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))].join(' '));
      return Promise.resolve();
    };
  const restore = setGlobals({
    window: { location: { href: 'https://addin.example/app/taskpane.html?et=1#top' } },
    Office: {
      context: {
        requirements: { isSetSupported: (set: string, version: string) => sets.includes(`${set} ${version}`) },
        ui: { openBrowserWindow: note('openBrowserWindow'), displayDialogAsync: note('displayDialogAsync') },
      },
      addin: { showAsTaskpane: note('showAsTaskpane') },
    },
  });
  try {
    openHelp({ completed: note('completed') } as unknown as Office.AddinCommands.Event);
  } finally {
    restore();
  }
  return asked;
}

const help = 'https://addin.example/app/help.html';

describe('the Help button', () => {
  it('opens the help page in the browser where Excel can, as on a desktop, and says that it is done', () =>
    assert.deepEqual(press('OpenBrowserWindowApi 1.1'), [`openBrowserWindow ${help}`, 'completed']));

  it('opens it in a window of Excel elsewhere, with the pane that asks for leave, and says that it is done', () => {
    const asked = press('DialogApi 1.1', 'OpenBrowserWindowApi 1.0');
    assert.deepEqual(asked.map((one) => one.split(' ')[0]).sort(), [
      'completed',
      'displayDialogAsync',
      'showAsTaskpane',
    ]);
    assert.equal(asked.at(-1), 'completed');
    const dialog = asked.find((one) => one.startsWith('displayDialogAsync'))!;
    assert.ok(dialog.startsWith(`displayDialogAsync ${help} {`), dialog);
  });
});
