import assert from 'node:assert/strict';
import { planSideload, saysFailure } from '../../tools/sideload-plan.ts';

const share = 'https://example.sharepoint.com/:x:/g/model?e=AbCd';

const said = (platform: NodeJS.Platform, ...args: string[]) => {
  const plan = planSideload(platform, args);
  assert.ok('say' in plan, 'something would be run');
  return plan;
};
const run = (platform: NodeJS.Platform, ...args: string[]) => {
  const plan = planSideload(platform, args);
  assert.ok('run' in plan, 'nothing would be run');
  return plan.run;
};

describe('starting and stopping the add-in in Excel', () => {
  for (const platform of ['win32', 'darwin'] as const)
    it(`opens the desktop, opens the web and stops through office-addin-debugging on ${platform}`, () => {
      assert.deepEqual(run(platform, 'desktop').slice(0, 3), ['start', 'manifest.xml', 'desktop']);
      assert.deepEqual(run(platform, 'web', '--document', share).slice(0, 3), ['start', 'manifest.xml', 'web']);
      assert.deepEqual(run(platform, 'stop'), ['stop', 'manifest.xml']);
    });

  it('starts our own server, on the port of the manifest', () => {
    const args = run('win32', 'desktop').join(' ');
    assert.match(args, /--dev-server npm run dev-server --dev-server-port 3000/);
  });

  it('hands over the link of the workbook, ready for more behind its query', () => {
    assert.equal(run('darwin', 'web', '--document', share).at(-1), share);
    assert.equal(run('darwin', 'web', '--document', `${share}#top`).at(-1), share);
    assert.equal(run('darwin', 'web', '--document', 'https://1drv.ms/x/model').at(-1), 'https://1drv.ms/x/model?');
  });

  const unable: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['the desktop', ['desktop'], /no desktop Excel for linux.*on Windows or a Mac, or use Excel on the web/],
    [
      'the web',
      ['web', '--document', share],
      /certificate .* cannot be installed from here on linux.*upload manifest\.xml/,
    ],
    ['a stop', ['stop'], /Nothing can have been started in Excel on linux: end npm run dev-server/],
  ];
  for (const [what, args, says] of unable)
    it(`runs nothing for ${what} on linux, says in a sentence what to do instead and exits with 1`, () => {
      const { say, exitCode } = said('linux', ...args);
      assert.equal(exitCode, 1);
      assert.match(say, says);
      assert.equal(say.split('\n').length, 1);
    });

  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['the web without a document', ['web'], /Say which workbook to open, .*npm run start:web -- --document/],
    ['the web with --document and no link', ['web', '--document'], /Say which workbook to open/],
    [
      'an http link',
      ['web', '--document', 'http://example.com/model'],
      /must be the https link .* not "http:\/\/example/,
    ],
    ['a file', ['web', '--document', 'model.xlsx'], /must be the https link of a workbook, not "model\.xlsx"/],
    ['words after the desktop', ['desktop', 'model.xlsx'], /takes nothing after it, not "model\.xlsx"/],
    ['an unknown action', ['tablet'], /by the name "tablet": give desktop, web or stop/],
    ['no action', [], /by the name "": give desktop, web or stop/],
  ];
  for (const [what, args, says] of refused)
    it(`refuses ${what} and exits with 2, whatever the platform`, () => {
      for (const platform of ['linux', 'win32', 'darwin'] as const) {
        const { say, exitCode } = said(platform, ...args);
        assert.equal(exitCode, 2);
        assert.match(say, says);
      }
    });

  it('knows a failure by what office-addin-debugging prints, since it exits with 0', () => {
    for (const printed of [
      'Debugging is being started...\nUnable to start the dev server. Error: no port\nDebugging started.\n',
      'Error: Unable to start debugging.\nError: Unable to sideload the Office Add-in.\n',
      'Unable to unregister the Office Add-in. Error: Platform not supported: linux.\n',
    ])
      assert.ok(saysFailure(printed));
    assert.ok(!saysFailure('Starting the dev server... (npm run dev-server)\nDebugging started.\n'));
  });
});
