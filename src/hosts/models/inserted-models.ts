import { absoluteOnSheet } from '../../template/address.ts';
import { templateVersion } from '../../template/template-version.ts';
import type { NameRef, SheetRef, WorkbookView } from '../workbook-port.ts';

/** A model that stands in a workbook. Its number tells it from others there; the first is 1. */
export type InsertedModel = {
  readonly id: number;
  /** The version of the template that it was inserted with. */
  readonly version: number;
  readonly sheets: readonly SheetRef[];
};

const modelName = /^ST_Model_(\d+)$/i;
const sheetName = /^ST_Model_(\d+)_Sheet_\d+$/i;
/** A name that follows a cell that a frozen formula reads, with the name that follows the formula's own cell. */
const followerName = /^(ST_Frozen_\d+)_\d+$/i;

/**
 * The number that the next model gets: above the highest there is, and such that none of its names is taken, by whomever.
 *
 * @param names The names of the template that it will have.
 */
export function nextModelId(there: readonly NameRef[], names: readonly string[]): number {
  const taken = new Set(there.map(({ name }) => name.toLowerCase()));
  const numberOf = (name: string) => Number((modelName.exec(name) ?? sheetName.exec(name))?.[1] ?? 0);
  let id = Math.max(0, ...there.map(({ name }) => numberOf(name))) + 1;
  while (names.some((name) => taken.has(nameInModel(name, id).toLowerCase()))) id++;
  return id;
}

/** A name of the template as a model of that number has it: ST_Inputs is the first's, ST_Inputs_2 the second's. */
export const nameInModel = (name: string, id: number): string => (id === 1 ? name : `${name}_${id}`);

/** The names that mark sheets as those of a model. They follow a sheet that is renamed or moved,
 * and are out of the user's way. */
export const marksOf = (
  id: number,
  sheets: readonly SheetRef[],
): readonly (NameRef & { readonly isHidden: true })[] => [
  { name: `ST_Model_${id}`, formula: `="version ${templateVersion}"`, isHidden: true },
  ...sheets.map(({ name }, index) => ({
    name: `ST_Model_${id}_Sheet_${index + 1}`,
    formula: `=${absoluteOnSheet(name, 'A1')}`,
    isHidden: true as const,
  })),
];

/** The models of a workbook, by the names that mark them; sheets that the user has deleted are not there any more. */
export function insertedModels({ names, sheets }: WorkbookView): readonly InsertedModel[] {
  return names.flatMap(({ name, formula }) => {
    const id = Number(modelName.exec(name)?.[1]);
    if (!id) return [];
    const own = names.flatMap((mark) => {
      if (Number(sheetName.exec(mark.name)?.[1]) !== id) return [];
      const on = sheetOf(mark.formula);
      return sheets.filter((sheet) => sheet.name === on);
    });
    return [{ id, version: Number(/\d+/.exec(formula)?.[0] ?? 0), sheets: own }];
  });
}

/**
 * The names that go with a model: its marks, and ours that stand for ranges of its sheets. Those that follow what a
 * frozen formula of the user's reads there stay with the formula.
 */
export function namesOfModel({ names }: WorkbookView, { id, sheets }: InsertedModel): readonly string[] {
  const own = new Set(sheets.map(({ name }) => name));
  const formulas = new Map(names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  return names
    .filter(({ name, formula }) => {
      const mark = modelName.exec(name) ?? sheetName.exec(name);
      if (mark) return Number(mark[1]) === id;
      const frozen = followerName.exec(name)?.[1]?.toLowerCase();
      const stands = (frozen !== undefined && formulas.get(frozen)) || formula;
      return /^ST_/i.test(name) && own.has(sheetOf(stands) ?? '');
    })
    .map(({ name }) => name);
}

/** The sheet of ='Cash flow'!$A$1. */
function sheetOf(formula: string): string | undefined {
  const found = /^=(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(formula);
  return found?.[1]?.replaceAll("''", "'") ?? found?.[2];
}
