import type { Definitions } from '../definitions.ts';
import { opening, sum, zero } from '../expression.ts';
import type { Row } from '../row.ts';
import { heading, item, less, ratio, total, type Statement } from '../statement.ts';
import { multiple, percentOf, rmbMn } from '../unit.ts';
import type { Revenue } from './revenue.ts';
import { shareOfRevenue } from './share-of-revenue.ts';

export type Capex = ReturnType<typeof capex>;

/** Capital expenditure and the corkscrews of property, plant and equipment and of intangibles. RMB mn (Figures 61, 66, 67). */
export function capex(define: Definitions, { revenue }: Revenue) {
  const spending = (id: string, label: string, ratioLabel: string) =>
    shareOfRevenue(
      define,
      revenue,
      { id, label, figure: '61', sign: 'cost' },
      { id: `${id}-ratio`, label: ratioLabel },
    );
  const ppe = spending('ppe-capex', 'Capex on property, plant and equipment', 'PPE capex, % of revenue');
  const intangible = spending('intangible-capex', 'Capex on intangible assets', 'Intangible capex, % of revenue');
  const landUseRightCapex = define.line('land-use-right-capex', 'Capex on land use rights', rmbMn, {
    figure: '61',
    sign: 'cost',
    estimate: zero,
  });
  const capexTotal = define.derived('capex', 'Capex', rmbMn, sum(ppe.line, intangible.line, landUseRightCapex), {
    figure: '61',
    sign: 'cost',
  });
  const capexRatio = define.derived(
    'capex-ratio',
    'Capex, % of revenue',
    percentOf('revenue'),
    capexTotal.div(revenue),
    {
      figure: '61',
    },
  );

  const propertyPlantEquipment = define.line('property-plant-equipment', 'Property, plant and equipment', rmbMn, {
    figure: '66',
    neverNegative: true,
  });
  const intangibleAssets = define.line('intangible-assets', 'Intangible assets', rmbMn, {
    figure: '66',
    neverNegative: true,
  });
  const depreciationAndAmortisation = define.line(
    'depreciation-and-amortisation',
    'Depreciation and amortisation',
    rmbMn,
    { figure: '67', sign: 'cost' },
  );
  // The report prints depreciation and amortisation only together: history can be read on both assets at once alone.
  const impliedRate = depreciationAndAmortisation.div(
    sum(opening(propertyPlantEquipment), opening(intangibleAssets), ppe.line, intangible.line),
  );

  /** A corkscrew: opening balance, capital expenditure, a charge on both, closing balance. */
  const corkscrew = (
    asset: Row,
    spending: Row,
    charge: { id: string; label: string },
    rate: { id: string; label: string; of: string },
  ) => {
    const rateRow = define.driver(rate.id, rate.label, percentOf(rate.of), {
      figure: 'from 67',
      actual: impliedRate,
      note: {
        actual: 'depreciation and amortisation together, which the report does not split, on both assets together',
      },
    });
    const openingRow = define.derived(`opening-${asset.id}`, `${asset.label}, opening`, rmbMn, opening(asset), {
      figure: 'from 66',
    });
    const chargeRow = define.line(charge.id, charge.label, rmbMn, {
      figure: 'from 67',
      sign: 'cost',
      estimate: openingRow.plus(spending).times(rateRow),
    });
    asset.when({ estimate: openingRow.plus(spending).minus(chargeRow) });
    const check = define.check(
      `check-${asset.id}`,
      `Opening, capex and charge give ${asset.label.toLowerCase()}`,
      rmbMn,
      {
        actual: zero,
        estimate: asset.minus(opening(asset).plus(spending).minus(chargeRow)),
      },
    );
    return { opening: openingRow, charge: chargeRow, rate: rateRow, check };
  };
  const depreciation = corkscrew(
    propertyPlantEquipment,
    ppe.line,
    { id: 'depreciation', label: 'Depreciation' },
    { id: 'depreciation-rate', label: 'Depreciation rate', of: 'opening and capex' },
  );
  const amortisation = corkscrew(
    intangibleAssets,
    intangible.line,
    { id: 'amortisation', label: 'Amortisation' },
    { id: 'amortisation-rate', label: 'Amortisation rate', of: 'opening and capex' },
  );
  depreciationAndAmortisation.when({ estimate: depreciation.charge.plus(amortisation.charge) });
  const capexCover = define.derived(
    'capex-to-depreciation',
    'Capex to depreciation and amortisation',
    multiple,
    capexTotal.div(depreciationAndAmortisation),
    { figure: 'from 67' },
  );

  const statement: Statement = {
    name: 'Capex',
    figure: '61',
    checks: [depreciation.check, amortisation.check],
    items: [
      heading('Property, plant and equipment'),
      item(depreciation.opening),
      item(ppe.line),
      less(depreciation.charge),
      total(propertyPlantEquipment),
      ratio(depreciation.rate),
      heading('Intangible assets'),
      item(amortisation.opening),
      item(intangible.line),
      less(amortisation.charge),
      total(intangibleAssets),
      ratio(amortisation.rate),
      heading('Capital expenditure'),
      ratio(ppe.driver),
      ratio(intangible.driver),
      item(landUseRightCapex),
      total(capexTotal),
      ratio(capexRatio),
      item(depreciationAndAmortisation),
      ratio(capexCover),
    ],
  };
  return {
    ppeCapex: ppe.line,
    intangibleCapex: intangible.line,
    landUseRightCapex,
    capex: capexTotal,
    propertyPlantEquipment,
    intangibleAssets,
    depreciationAndAmortisation,
    statement,
  };
}
