import { checks } from '../../company/checks.ts';
import { reconcile } from '../../company/reconcile.ts';
import { figure, rowFigure } from '../../model/figures.ts';
import type { Command } from './command.ts';
import { showStatement } from './statement.ts';
import { plain, shownScalar } from './values.ts';

export const overviewCommand: Command = {
  name: 'overview',
  usage: '',
  summary: 'The earnings summary, target price, rating, checks and reconciliation count (also without a command)',
  words: [0, 0],
  run({ desk, solution }) {
    const { company, model } = desk;
    const { targetRounded, upside, rating } = model.value;
    const report = showStatement(model.statement('Earnings summary'), solution);
    const cells = reconcile(desk, solution);
    const within = cells.filter((cell) => cell.within).length;
    const found = checks(desk, solution).filter(({ passed }) => !passed);
    const failed = found.filter(({ kind }) => kind === 'check');
    const warnings = found.filter(({ kind }) => kind === 'warning');
    const target = solution.value(targetRounded)!;
    const up = solution.value(upside)!;
    const price = solution.value(model.market.sharePrice)!;
    const ratingWord = rowFigure(rating, solution.value(rating)!);
    const sign = up.isNegative() ? '' : '+';
    return {
      ...report,
      before: [
        `${company.name} (${company.ticker}), ${company.report.title}, prices of ${shownScalar(solution, model.market.pricingDate)}`,
        '',
      ],
      after: [
        '',
        `Target price HK$${figure(target, targetRounded.unit, 2)}, ${sign}${figure(up, upside.unit, 1)} from HK$${figure(price, model.market.sharePrice.unit, 2)}: ${ratingWord} (the report's rating, not advice).`,
        `Reconciliation: ${within} of ${cells.length} printed figures agree.`,
        failed.length === 0
          ? 'All checks pass.'
          : `${failed.length} checks fail: ${failed.map(({ name }) => name).join('; ')}.`,
        ...warnings.map(({ name, detail }) => `Look at: ${name}: ${detail}.`),
      ],
      json: {
        company: company.name,
        ticker: company.ticker,
        earningsSummary: report.json,
        targetPrice: target.toNumber(),
        upside: plain(upside, up),
        rating: ratingWord,
        reconciled: { within, of: cells.length },
        failedChecks: failed.map(({ name }) => name),
        warnings: warnings.map(({ name, detail }) => ({ name, detail })),
      },
      exitCode: failed.length > 0 ? 1 : 0,
    };
  },
};
