import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pages } from '../../src/functions/pages.ts';
import { registry } from '../../src/functions/registry.ts';
import { checkBuild } from '../../tools/manifest/check-build.ts';

const url = 'https://your.host/st';
const officeJs = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const source = readFileSync('manifest.xml', 'utf8');
const page = (...scripts: string[]): string => scripts.map((one) => `<script src="${one}"></script>`).join('\n');

/** What a build holds, made from the sources without webpack. */
const build: Readonly<Record<string, string | Buffer>> = {
  ...pages(url),
  'manifest.xml': source.replaceAll('https://localhost:3000', url),
  'functions.js': registry.map(({ id }) => `CustomFunctions.associate("${id}", () => 0);`).join('\n'),
  'taskpane.js': ['openHelp', 'insertModel', 'checkModel', 'explainCell', 'freezeFunctions']
    .map((name) => `Office.actions.associate("${name}", () => {});`)
    .join('\n'),
  'taskpane.html': page(officeJs, 'functions.js', 'taskpane.js'),
  ...Object.fromEntries(
    [16, 32, 64, 80, 128].map((size) => [`assets/icon-${size}.png`, readFileSync(`assets/icon-${size}.png`)]),
  ),
};

/** What is said of a build in which one file has other content, or is not there. */
const faultsWith = (name: string, content: string | Buffer | undefined): string[] =>
  checkBuild((path) => {
    const found = path === name ? content : build[path];
    return found === undefined ? undefined : Buffer.from(found);
  }, source);

/** What is said of a build in which a text of one file is another. */
const faultsAfter = (name: string, from: string | RegExp, to: string): string[] => {
  const changed = build[name]!.toString().replace(from, to);
  assert.notEqual(changed, build[name]);
  return faultsWith(name, changed);
};

describe('the checks of a build', () => {
  it('find nothing wrong with one that is whole', () =>
    assert.deepEqual(faultsWith('taskpane.js', build['taskpane.js']), []));

  const metadata: readonly (readonly [string, string | RegExp, string, string])[] = [
    ['another name', '"name": "CAGR"', '"name": "GROWTH"', 'functions.CAGR.name must be "CAGR", not "GROWTH"'],
    [
      'no optional argument',
      /,\s*"optional": true/g,
      '',
      'functions.MODEL.parameters.period.optional must be true and is not there',
    ],
    [
      'help at another host',
      `"${url}/help.html#MODEL"`,
      '"https://example.org/help.html#MODEL"',
      `functions.MODEL.helpUrl must be "${url}/help.html#MODEL", not "https://example.org/help.html#MODEL"`,
    ],
    [
      'a field too many',
      '"id": "CAGR"',
      '"id": "CAGR", "volatile": true',
      'functions.CAGR.volatile does not belong there',
    ],
    [
      'no leave to see an error',
      '"allowErrorForDataTypeAny": true',
      '"allowErrorForDataTypeAny": false',
      'allowErrorForDataTypeAny must be true, not false',
    ],
  ];
  for (const [what, from, to, said] of metadata)
    it(`say where functions.json, with ${what}, first differs from the registry`, () => {
      assert.deepEqual(faultsAfter('functions.json', from, to), [`functions.json: ${said}: build again.`]);
    });

  const unreadable: readonly (readonly [string, string | undefined, RegExp])[] = [
    ['an empty object', '{}', /^functions\.json has no list of functions, each with an id: build again\.$/],
    ['null', 'null', /^functions\.json has no list of functions/],
    ['a function without an id', '{"functions":[{}]}', /^functions\.json has no list of functions/],
    ['half a file', '{"functions":', /^functions\.json is not JSON, .*: build again\.$/],
  ];
  for (const [what, text, said] of unreadable)
    it(`say in a sentence that functions.json is ${what}`, () => {
      const [first, ...others] = faultsWith('functions.json', text);
      assert.match(first!, said);
      assert.deepEqual(others, []);
    });

  it('name a file that is missing, or empty, and that the manifest leads to', () => {
    assert.deepEqual(faultsWith('support.html', undefined), ['SupportUrl leads to support.html, which is missing.']);
    assert.deepEqual(faultsWith('support.html', ''), ['SupportUrl leads to support.html, which is empty.']);
  });

  const pictures: readonly (readonly [string, Buffer, string])[] = [
    ['empty', Buffer.alloc(0), 'Icon.16 leads to assets/icon-16.png, which is empty.'],
    [
      'text',
      Buffer.from('<html>This is not a picture at all.</html>'),
      'The icon assets/icon-16.png is not a PNG picture.',
    ],
    [
      'cut short',
      (build['assets/icon-16.png'] as Buffer).subarray(0, 40),
      'The icon assets/icon-16.png is not a PNG picture.',
    ],
    ['too large', build['assets/icon-64.png'] as Buffer, 'The icon assets/icon-16.png is 64 by 64, not 16 by 16.'],
  ];
  for (const [what, bytes, said] of pictures)
    it(`say once that an icon is ${what}`, () => assert.deepEqual(faultsWith('assets/icon-16.png', bytes), [said]));

  const identity: readonly (readonly [string, RegExp, string, RegExp])[] = [
    [
      'Version',
      /<Version>.*</,
      '<Version>9.9.9.9<',
      /^Line 8 of the built manifest is "<Version>9\.9\.9\.9<\/Version>", but in manifest\.xml "<V/,
    ],
    [
      'Id',
      /<Id>b/,
      '<Id>c',
      /^Line 7 of the built manifest is "<Id>c1.*", but in manifest\.xml "<Id>b1.*": build again\.$/,
    ],
    [
      'end',
      /\n$/,
      '\n<!-- more -->\n',
      /^Line 259 of the built manifest is "<!-- more -->", but in manifest\.xml "": build again\.$/,
    ],
  ];
  for (const [what, from, to, said] of identity)
    it(`say that the manifest has another ${what} than the source`, () => {
      const [first, ...others] = faultsAfter('manifest.xml', from, to);
      assert.match(first!, said);
      assert.deepEqual(others, []);
    });

  it('say only that the manifest is broken where it cannot be read', () => {
    const found = faultsWith('manifest.xml', '<OfficeApp>');
    assert.equal(found.length, 1);
    assert.match(found[0]!, /^The manifest is not well-formed XML/);
  });

  it('say that a script cannot be run, and check the other files all the same', () =>
    assert.deepEqual(faultsWith('functions.js', 'throw 1'), ['functions.js cannot be run: it throws 1.']));
});

describe('the page of the pane', () => {
  const rule = `${officeJs}, then functions.js, then taskpane.js`;
  const must = (loaded: string): string => `taskpane.html must load ${rule}, not ${loaded}: build again.`;

  it('loads its scripts from beside it, however the page writes their addresses', () =>
    assert.deepEqual(faultsWith('taskpane.html', page(officeJs, './functions.js', `${url}/taskpane.js`)), []));

  it('must not be empty', () =>
    assert.deepEqual(faultsWith('taskpane.html', ''), [
      'SourceLocation leads to taskpane.html, which is empty.',
      'Pane.Url leads to taskpane.html, which is empty.',
      `taskpane.html loads no scripts; it must load ${rule}: build again.`,
    ]));

  const pagesRefused: readonly (readonly [string, string[]])[] = [
    ['the pane before the functions', [officeJs, 'taskpane.js', 'functions.js']],
    ['office.js of its own', ['office.js', 'functions.js', 'taskpane.js']],
    ['no office.js', ['functions.js', 'taskpane.js']],
    ['a script too many', [officeJs, 'functions.js', 'taskpane.js', 'more.js']],
  ];
  for (const [what, scripts] of pagesRefused)
    it(`must not load ${what}`, () =>
      assert.deepEqual(faultsWith('taskpane.html', page(...scripts)), [must(scripts.join(', then '))]));

  it('does not load a script that stands in a comment', () =>
    assert.deepEqual(faultsAfter('taskpane.html', /(<script src="functions.*)/, '<!-- $1 -->'), [
      must(`${officeJs}, then taskpane.js`),
    ]));

  it('must not load a script at a time of its own', () =>
    assert.deepEqual(faultsAfter('taskpane.html', '<script src="functions.js"', '<script async src="functions.js"'), [
      'taskpane.html must load its scripts one after the other, not by <script async src="functions.js">: build again.',
    ]));
});
