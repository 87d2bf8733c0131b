import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { checkFunctions } from '../../tools/manifest/check-functions.ts';
import { readVerdict } from '../../tools/manifest/microsoft-validator.ts';
import { actionsOf, associatedIds } from '../../tools/manifest/read-scripts.ts';

describe('the functions of a build', () => {
  const known = ['MODEL', 'CAGR'];

  it('are one set in every file', () => {
    assert.deepEqual(checkFunctions({ 'functions.json': ['CAGR', 'MODEL'], 'help.html': known }, known), []);
  });

  it('are named where a file lacks one or has one too many', () =>
    assert.deepEqual(checkFunctions({ 'functions.json': ['MODEL'], 'functions.js': ['MODEL', 'CAGR', 'YOY'] }, known), [
      'functions.json lacks CAGR: build again.',
      'functions.js has YOY, which the registry lacks: build again.',
    ]));

  it('are not listed one by one where a file has none', () =>
    assert.deepEqual(checkFunctions({ 'help.html': [] }, known), [
      'help.html has none of the functions: build again.',
    ]));

  it('are read from what the script associates when it runs', () =>
    assert.deepEqual(
      associatedIds('for (const id of ["MODEL", "CAGR"]) CustomFunctions.associate(id, () => 1);'),
      known,
    ));

  it('are not there where the script cannot be run, which is said', () =>
    assert.throws(() => associatedIds('missing();'), /^Error: functions\.js cannot be run: missing is not defined\.$/));

  it('are not there where the script throws what is not an error, which is said', () => {
    assert.throws(() => associatedIds('throw 1'), /^Error: functions\.js cannot be run: it throws 1\.$/);
    assert.throws(() => associatedIds('throw undefined'), /cannot be run: it throws undefined\.$/);
  });
});

describe('the commands of the pane', () => {
  it('are read from sources and from a bundle alike', () => {
    assert.deepEqual([...actionsOf(`Office.actions.associate('openHelp', openHelp);`)], ['openHelp']);
    assert.deepEqual([...actionsOf(`e!==null&&Office.actions.associate("openHelp",t)`)], ['openHelp']);
  });
});

describe("the verdict of Microsoft's validator", () => {
  const unreachable =
    'Error: Unable to contact the manifest validation service.\nFetchError: request to https://example failed, reason: getaddrinfo ENOTFOUND example';
  const printed: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'offline',
      unreachable,
      'not asked',
      /cannot be reached from here \(ENOTFOUND\)\. These are our own checks only\.$/,
    ],
    [
      'when the service is down',
      'Unable to validate the manifest.\n503\nService Unavailable',
      'not asked',
      /status 503/,
    ],
    ['when nothing is printed', '', 'not asked', /gave no verdict/],
    ['for a valid manifest', 'The manifest is valid.\n\n', 'accepted', /accepts it/],
    ['for an invalid one', 'Error #1: \nBad icon\n\nThe manifest is not valid.\n', 'refused', /refuses it:\nError #1/],
  ];
  for (const [when, text, kind, says] of printed)
    it(`is "${kind}" ${when}`, () => {
      const verdict = readVerdict(text);
      assert.equal(verdict.kind, kind);
      assert.match(verdict.says, says);
    });

  it('is one sentence without a stack when there was no answer in time', () =>
    assert.match(
      readVerdict('', true).says,
      /^Microsoft's validation service was not asked: .* within 20 seconds\. [^\n]*$/,
    ));
});

describe('npm run validate', () => {
  const validate = (...paths: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'tools/manifest/validate.ts', ...paths]).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        said: `${error.stdout}${error.stderr}`,
      }),
    );

  it('says the fault of a broken manifest and exits with 1', async () => {
    const { code, said } = await validate('test/tools/manifests/http-url.xml');
    assert.equal(code, 1);
    assert.match(said, /^test\/tools\/manifests\/http-url\.xml:\n {2}SupportUrl must be an https address/);
    assert.match(said, /Microsoft's validation service was not asked: put these faults right first\.\n$/);
  });

  it('says in a sentence that there is no such manifest and exits with 2', async () => {
    const { code, said } = await validate('no-such-manifest.xml');
    assert.equal(code, 2);
    assert.match(said, /^There is no manifest at no-such-manifest\.xml: [^\n]*\n$/);
  });

  it('says the same of a folder', async () => {
    const { code, said } = await validate('test');
    assert.equal(code, 2);
    assert.match(said, /^There is no manifest at test: /);
  });
});
