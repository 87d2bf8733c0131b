import assert from 'node:assert/strict';
import { ESLint } from 'eslint';

/** What the project's own rules say of a text, were it a file. */
async function said(filePath: string, text: string): Promise<string> {
  const [result] = await new ESLint().lintText(text, { filePath });
  return result!.messages.map(({ message }) => message).join('\n');
}

describe('the lint rules of the house', () => {
  const ofTheCompany = /Only src\/company\/sensetime knows the company/;
  const refused: readonly (readonly [what: string, file: string, text: string, message: RegExp])[] = [
    [
      'an import that points upward',
      'src/model/line.ts',
      "export { checks } from '../company/checks.ts';",
      /model may import from model only: imports point downward/,
    ],
    [
      'an import from the command line in a host',
      'src/hosts/xlsx/page.ts',
      "export { main } from '../../cli/main.ts';",
      /hosts may import from .* only/,
    ],
    [
      'the grid of the preview in the pane',
      'src/taskpane/pane.ts',
      "import { openGrid } from '../hosts/univer/open-grid.ts';\nexport const grid = openGrid;",
      /Only the preview loads the grid/,
    ],
    ['Node in the model', 'src/model/line.ts', "export { join } from 'node:path';", /model runs anywhere: no Node/],
    [
      'Node by its bare name',
      'src/company/line.ts',
      "export { inflate } from 'zlib';",
      /company runs anywhere: no Node/,
    ],
    ['Node in a template', 'src/template/line.ts', "export { readFile } from 'fs/promises';", /no Node/],
    ['the page in a function', 'src/functions/line.ts', 'export const title = document.title;', /'document'/],
    ['the company in a text', 'src/cli/line.ts', "export const name = 'SenseTime';", ofTheCompany],
    ['the company in a template text', 'src/template/line.ts', 'export const name = `${1} Smart City`;', ofTheCompany],
    ['the company in the schema of companies', 'src/company/schema.ts', "export const like = '20 HK';", ofTheCompany],
    ['a segment as a name', 'src/model/line.ts', 'export const smartCityRevenue = 1;', ofTheCompany],
    ['a segment as a key', 'src/company/line.ts', 'export const shares = { smart_life: 1 };', ofTheCompany],
    ['the company as a private name', 'src/cli/line.ts', 'export class Desk { #senseTime = 1; }', ofTheCompany],
    [
      'the company in a comment',
      'src/company/line.ts',
      '/** Cambricon is a peer. */\nexport const one = 1;',
      ofTheCompany,
    ],
    ['the company in a pattern', 'src/cli/line.ts', 'export const like = /SenseTime/;', ofTheCompany],
    [
      'an import of the company by the command line',
      'src/cli/line.ts',
      "export { comps } from '../company/sensetime/comps.ts';",
      ofTheCompany,
    ],
    [
      'an import of the company beside its own folder',
      'src/company/line.ts',
      "export { comps } from './sensetime/comps.ts';",
      ofTheCompany,
    ],
    [
      'the company in the file that hands it out',
      'src/company/index.ts',
      "export const name = 'SenseTime';",
      ofTheCompany,
    ],
  ];
  for (const [what, file, text, message] of refused)
    it(`refuse ${what}`, async () => assert.match(await said(file, `${text}\n`), message));

  const allowed: readonly (readonly [what: string, file: string, text: string])[] = [
    [
      'the company in its own folder',
      'src/company/sensetime/line.ts',
      "export const smartCity = 'Smart City, SenseTime';",
    ],
    ['the company handed out', 'src/company/index.ts', "export { company } from './sensetime/index.ts';"],
    ['an import that points downward', 'src/cli/line.ts', "export { checks } from '../company/checks.ts';"],
    ['Node on the command line', 'src/cli/line.ts', "export { join } from 'node:path';"],
  ];
  for (const [what, file, text] of allowed)
    it(`allow ${what}`, async () => assert.equal(await said(file, `${text}\n`), ''));
});
