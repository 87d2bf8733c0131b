import { checks } from '../../company/checks.ts';
import { findScenario } from '../../company/changes.ts';
import { buildWorkbook } from '../../template/build-workbook.ts';
import type { Command } from './command.ts';

export const workbookCommand: Command = {
  name: 'workbook',
  usage: 'FILE.xlsx [--no-values] [--sheets "Summary,Comps"] [--from FY19] [--to FY22E]',
  summary: 'Writes the whole model as a workbook of native Excel formulas',
  words: [1, 1],
  options: ['sheets', 'from', 'to', 'no-values'],
  run({ desk, base, solution, words: [path], scenario, omitValues, sheets }) {
    const name = scenario === undefined ? undefined : findScenario(desk, scenario).id;
    const plan = buildWorkbook(desk, {
      inputs: base,
      ...(name !== undefined && { scenario: name }),
      ...(sheets && { sheets }),
    });
    const formulas = plan.sheets
      .flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells.flat()))
      .filter((cell) => cell !== null && 'formula' in cell).length;
    const warnings = checks(desk, solution).filter(({ passed }) => !passed);
    const names = plan.sheets.map((sheet) => sheet.name);
    return {
      textColumns: 1,
      lines: [],
      after: [
        ...warnings.map(({ name: what, detail }) => `Look at: ${what}: ${detail}.`),
        `${path}: ${names.length} sheets, ${formulas} formulas${omitValues ? ', values left out' : ''}.`,
      ],
      json: {
        path,
        sheets: names,
        formulas,
        warnings: warnings.map(({ name: what, detail }) => ({ name: what, detail })),
      },
      csv: { header: ['sheet'], rows: names.map((one) => [one]) },
      file: {
        path: path!,
        // Loaded only when a file is written: the other commands start without it.
        bytes: async () =>
          (await import('../../hosts/xlsx/write-workbook.ts')).writeWorkbook(plan, {
            values: omitValues ? 'omit' : 'cached',
          }),
      },
    };
  },
};
