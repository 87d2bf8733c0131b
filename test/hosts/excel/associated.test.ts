import assert from 'node:assert/strict';
import { givesTable, registry } from '../../../src/functions/index.ts';
import { setGlobals } from '../../support/globals.ts';

/** What Microsoft's runtime offers the add-in's script, as far as it is used. */
class RuntimeError extends Error {
  readonly code: string;

  constructor(code: string, message?: string) {
    super(message);
    this.code = code;
  }
}
const associated = new Map<string, (...args: unknown[]) => unknown>();
const runtime = {
  associate: (id: string, run: (...args: unknown[]) => unknown) => associated.set(id, run),
  Error: RuntimeError,
  ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' },
};
/** Tells of the call; the runtime hands it over last. */
const invocation = Object.freeze({ address: 'Sheet1!A1' });

/** Calls a function as the runtime does: every argument of the metadata, null for an omitted one. */
function run(id: string, ...args: readonly unknown[]): unknown {
  const { parameters } = registry.find((spec) => spec.id === id)!;
  return associated.get(id)!(...parameters.map((_, index) => args[index] ?? null), invocation);
}

const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};
const isMatrix = (answer: unknown): answer is unknown[][] =>
  Array.isArray(answer) && answer.length > 0 && answer.every((row) => Array.isArray(row) && row.length > 0);

describe('the functions as Excel gets them', () => {
  let restore: () => void;
  before(async () => {
    restore = setGlobals({ CustomFunctions: runtime });
    await import('../../../src/hosts/excel/custom-functions.ts');
  });
  after(() => restore());

  it('are those of the registry', () =>
    assert.deepEqual(
      [...associated.keys()],
      registry.map(({ id }) => id),
    ));

  it('give a matrix wherever the metadata says so, and a value wherever it does not', () => {
    const calls: Readonly<Record<string, readonly unknown[]>> = {
      MODEL: ['Revenue'],
      STATEMENT: ['Capex'],
      EXPLAIN: ['Revenue'],
      PUBLISHED: ['Revenue'],
      CAGR: [100, 400, 2],
      YOY: [125, 100],
      TURNOVERDAYS: [100, 730],
      BALANCEFROMDAYS: [50, 730],
      MULTIPLE: ['P/S'],
      IMPLIEDSALES: [10, 5, 4, 4, 0.5],
      DILUTION: [0.05, 6.06],
      BRIDGE: ['Target price'],
    };
    for (const spec of registry) {
      const answer = run(spec.id, ...(calls[spec.id] ?? []));
      if (givesTable(spec)) assert.ok(isMatrix(answer), spec.id);
      else assert.ok(['number', 'string'].includes(typeof answer), spec.id);
    }
  });

  it('give one value in a matrix of one cell where they may give a table', () => {
    assert.deepEqual(run('WCDAYS', 'Trade receivables', 'FY22E'), [[342]]);
    assert.deepEqual(run('MODEL', 'Smart City cities', 'FY23E'), [[165]]);
    assert.deepEqual(run('MODEL', 'Rating'), [['BUY']]);
    const share = run('SEGMENT', 'Smart City', 'FY22E', 'share') as number[][];
    assert.ok(isMatrix(share) && share.length === 1 && Math.abs(share[0]![0]! - 0.49) < 0.005);
  });

  it('put an error of one cell into the table as an error with its code and what to do', () => {
    const rows = run('STATEMENT', 'Valuation') as unknown[][];
    const [, , , , , loss] = rows.find(([label]) => label === 'P/E')!;
    assert.ok(loss instanceof RuntimeError);
    assert.equal(loss.code, '#N/A');
    assert.match(loss.message, /^P\/E FY21E has no meaning here/);
    const cells = rows.flat();
    assert.ok(!cells.some((cell) => typeof cell === 'string' && cell.startsWith('#')));
    assert.ok(cells.every((cell) => ['number', 'string'].includes(typeof cell) || cell instanceof RuntimeError));
  });

  it('throw the error of a whole call, of a table too', () => {
    for (const [id, code, ...args] of [
      ['EVSALES', '#N/A', 'FY31'],
      ['EVSALES', '#VALUE!', null, 'cheap'],
      ['WCDAYS', '#N/A', 'Debtors'],
      ['MODEL', '#N/A', 'Net gearing', 'FY22E'],
      ['STATEMENT', '#VALUE!', 'Capex', 'perhaps'],
    ] as const) {
      const error = thrown(() => run(id, ...args));
      assert.ok(error instanceof RuntimeError, id);
      assert.equal(error.code, code, id);
      assert.ok(error.message.length > 20, error.message);
    }
  });

  it('leave what tells of the call aside, whatever number of arguments comes before it', () => {
    const evSales = run('EVSALES');
    for (const args of [[], [null], [null, null], [null, null, null]])
      assert.equal(associated.get('EVSALES')!(...args, invocation), evSales);
    assert.match(String(associated.get('VERSION')!(invocation)), /^ST Model /);
  });
});
