import { company } from '../company/index.ts';
import { narrowYears } from '../company/narrow-years.ts';
import { operatingModel } from '../company/operating-model.ts';
import { callFunction, choices, functionNamed, registry, signature } from '../functions/index.ts';
import { insertModel, removeModel } from '../hosts/models/insert-model.ts';
import { planModel, type ModelChoices } from '../hosts/models/model-choices.ts';
import { isOutOfDate, updateModel } from '../hosts/models/update-model.ts';
import { insertedModels } from '../hosts/models/inserted-models.ts';
import { checkModel } from '../hosts/review/check-model.ts';
import { explainCell } from '../hosts/review/explain-cell.ts';
import { modelStatus } from '../hosts/review/model-status.ts';
import { clientCopy, type ClientCopyOptions } from '../hosts/sharing/client-copy.ts';
import { freeze } from '../hosts/sharing/freeze.ts';
import { repair } from '../hosts/sharing/repair.ts';
import { restore } from '../hosts/sharing/restore.ts';
import { WorkbookError, type WorkbookPort } from '../hosts/workbook-port.ts';
import { InputError } from '../model/input-error.ts';
import { parsePeriod } from '../model/period.ts';
import { yearLabel } from '../model/financial-year.ts';
import { brokerColours } from '../template/colour-scheme.ts';
import { sheetCatalogue } from '../template/sheet-catalogue.ts';
import { templateVersion } from '../template/template-version.ts';
import { themeColourScheme } from '../template/theme-colour-scheme.ts';
import { enterFormula, inputsRanges } from './cells-of-functions.ts';
import type { InsertChoices, UseCases } from './use-cases.ts';

const desk = operatingModel(company);
const years = company.years.filter(({ status }) => status !== 'opening').map(yearLabel);
const isPossible = (span: Parameters<typeof narrowYears>[1]): boolean => {
  try {
    narrowYears(desk, span);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
};
const first = years.filter((year) => isPossible({ from: year }));
const last = years.filter((year) => isPossible({ to: year }));

/** What was chosen, as a model keeps it. */
const choicesOf = ({ sheets, firstYear, lastYear, scenario }: InsertChoices): ModelChoices => ({
  from: parsePeriod(firstYear, company.years).year,
  to: parsePeriod(lastYear, company.years).year,
  scenario,
  ...(sheets && { sheets }),
});

const schemeOf = async (port: WorkbookPort, { colours }: InsertChoices) => {
  if (colours === 'broker') return brokerColours;
  const theme = await port.themeColours();
  if (!theme)
    throw new WorkbookError(
      'This spreadsheet does not tell the colours of its theme; nothing was inserted: choose the broker’s colours.',
    );
  return themeColourScheme(theme);
};

const today = (): ClientCopyOptions['date'] => {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as ClientCopyOptions['date'];
};

/** Lets the page draw what has changed before long calculation. */
const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The use cases as the add-in has them. */
export const useCases: UseCases = {
  about: {
    addIn: String(callFunction(functionNamed('VERSION'), [])),
    template: templateVersion,
    company: `${company.name} (${company.ticker})`,
    reportTitle: company.report.title,
    reportDate: company.report.date,
    pricingDate: company.report.pricingDate,
    rating: String(callFunction(functionNamed('RATING'), [])),
  },
  sheets: sheetCatalogue,
  statementSheets: [
    'Cover',
    'Summary',
    'Revenue',
    'Income',
    'Working capital',
    'Capex and debt',
    'Cash flow',
    'Balance sheet',
  ],
  years: { first, last },
  scenarios: company.scenarios,
  priceUnit: desk.model.value.targetPrice.unit.name,
  whereTaken: ['keep both', 'replace'],
  functions: { callFunction, choices, registry, signature },
  async models(port) {
    return insertedModels(await port.look()).map((model) => ({
      ...model,
      isOutOfDate: isOutOfDate(model),
    }));
  },
  async insert(port, chosen, { onProgress, signal }) {
    await drawn();
    const modelChoices = choicesOf(chosen);
    const { plan } = planModel(desk, modelChoices);
    if (chosen.whereTaken === undefined) {
      const there = new Set((await port.look()).sheets.map(({ name }) => name.toLowerCase()));
      const taken = plan.sheets.map(({ name }) => name).filter((name) => there.has(name.toLowerCase()));
      if (taken.length > 0) return { taken };
    }
    const scheme = await schemeOf(port, chosen);
    const { where, whereTaken = 'refuse' } = chosen;
    const options = { onProgress, signal, where, whereTaken, scheme, choices: modelChoices } as const;
    return { model: await insertModel(port, plan, options) };
  },
  remove: removeModel,
  async update(port, id, tools) {
    await drawn();
    return updateModel(port, desk, id, tools);
  },
  async status(port, id) {
    await drawn();
    return modelStatus(port, desk, id);
  },
  async copyForClient(port, id) {
    const { xlsx, fileName, leftOut } = await clientCopy(port, desk, id, { date: today() });
    await port.openWorkbook(xlsx, fileName);
    return { fileName, leftOut };
  },
  freeze,
  restore,
  repair,
  async check(port) {
    await drawn();
    return checkModel(port, desk);
  },
  explain: (port, place) => explainCell(port, desk, place),
  inputsRanges,
  enterFormula,
};
