import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkManifest, type ManifestContext } from '../../tools/manifest/check-manifest.ts';
import { filesOf, readFrom, type ManifestFiles } from '../../tools/manifest/read-files.ts';
import { actionsOfFolder } from '../../tools/manifest/read-scripts.ts';

const folder = 'test/tools/manifests';
const read = (name: string): string => readFileSync(join(folder, `${name}.xml`), 'utf8');
const context: ManifestContext = {
  namespace: 'ST',
  actions: new Set(['openHelp']),
  files: filesOf(readFrom('.'), 'assets/'),
};

/** Each broken manifest, which is sound.xml with one fault, with what must be said of it. */
const faults = JSON.parse(readFileSync(join(folder, 'faults.json'), 'utf8')) as Record<string, string[]>;

describe('the checks of a manifest', () => {
  it('find nothing wrong with the manifest of the add-in', () => {
    const actions = actionsOfFolder('src/taskpane');
    assert.deepEqual(checkManifest(readFileSync('manifest.xml', 'utf8'), { ...context, actions }), []);
  });

  it('find nothing wrong with a sound manifest', () => assert.deepEqual(checkManifest(read('sound'), context), []));

  it('know every broken manifest that is kept', () => {
    const kept = readdirSync(folder).filter((name) => name.endsWith('.xml') && name !== 'sound.xml');
    assert.deepEqual(kept.map((name) => name.replace('.xml', '')).sort(), Object.keys(faults).sort());
  });

  for (const [name, said] of Object.entries(faults))
    it(`say what is wrong, and only that, with ${name.replaceAll('-', ' ')}`, () =>
      assert.deepEqual(checkManifest(read(name), context), said));
});

describe('the checks of a built manifest', () => {
  const builtAt = (url: string): string => read('sound').replaceAll('https://localhost:3000', url);
  const sizes: Record<string, number> = {
    'assets/icon-16.png': 16,
    'assets/icon-32.png': 32,
    'assets/icon-64.png': 64,
    'assets/icon-80.png': 80,
  };
  const others = ['pane.html', 'support.html', 'functions.js', 'functions.json'];
  const square = (size: number | undefined) => (size === undefined ? undefined : { width: size, height: size });
  const whole: ManifestFiles = {
    state: (path) => (path in sizes || others.includes(path) ? 'there' : 'missing'),
    picture: (path) => square(sizes[path]),
  };
  const check = (xml: string, files: Partial<ManifestFiles> = {}) =>
    checkManifest(xml, { ...context, files: { ...whole, ...files }, isBuilt: true });

  it('find nothing wrong where every file is there', () =>
    assert.deepEqual(check(builtAt('https://your.host/st')), []));

  it('name every address that is still at localhost', () => {
    const found = check(read('sound'));
    assert.equal(found.length, 10);
    assert.equal(found[0], 'IconUrl is still at localhost in the built manifest.');
  });

  it('name a file that the build does not hold', () =>
    assert.deepEqual(
      check(builtAt('https://your.host/st'), {
        state: (path) => (path === 'functions.json' ? 'missing' : whole.state(path)),
      }),
      ['Metadata.Url leads to functions.json, which is missing.'],
    ));

  it('look for the file alone where an address has a query or a fragment', () =>
    assert.deepEqual(
      check(builtAt('https://your.host/st').replace('support.html', 'support.html?from=excel#top')),
      [],
    ));

  it('name a picture of another size, once, however many icons show it', () =>
    assert.deepEqual(
      check(builtAt('https://your.host/st'), { picture: (path) => square(path.includes('-80') ? 64 : sizes[path]) }),
      ['The icon assets/icon-80.png is 64 by 64, not 80 by 80.'],
    ));

  it('name a picture of another size at the head of the manifest', () =>
    assert.deepEqual(
      check(builtAt('https://your.host/st'), { picture: (path) => square(path.includes('-64') ? 128 : sizes[path]) }),
      ['The icon assets/icon-64.png is 128 by 128, not 64 by 64.'],
    ));

  it('name a picture that is not a square', () =>
    assert.deepEqual(
      check(builtAt('https://your.host/st'), {
        picture: (path) => (path.includes('-80') ? { width: 80, height: 60 } : square(sizes[path])),
      }),
      ['The icon assets/icon-80.png is 80 by 60, not 80 by 80.'],
    ));
});
