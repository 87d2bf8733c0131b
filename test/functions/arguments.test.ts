import assert from 'node:assert/strict';
import fc from 'fast-check';
import { callFunction } from '../../src/functions/call-function.ts';
import { theDesk } from '../../src/functions/case.ts';
import { CellError } from '../../src/functions/cell-error.ts';
import type { Cell } from '../../src/functions/function-spec.ts';
import { registry } from '../../src/functions/registry.ts';
import { near } from '../support/base-case-values.ts';
import { call, refusal, st } from '../support/st.ts';

const isCell = (cell: unknown): cell is Cell =>
  cell instanceof CellError ||
  typeof cell === 'string' ||
  typeof cell === 'boolean' ||
  (typeof cell === 'number' && Number.isFinite(cell));

describe('an argument', function () {
  this.timeout(60_000);

  it('may be a number as text, a period in any of its forms, a range of one cell', () => {
    const evSales = st('EVSALES', 'FY22E', 7);
    for (const [period, price] of [
      ['FY22', '7'],
      [2022, '7.00'],
      ['2022E', [[7]]],
      [[['FY22E']], ' 7 '],
    ])
      assert.equal(st('EVSALES', period, price), evSales);
  });

  it('may be blank after the last, however many blanks there are, and nothing of it is remembered', () => {
    assert.equal(st('NETCASH', null, null, null, null, ''), st('NETCASH'));
    assert.match(refusal('NETCASH', null, null, null, 1).message, /takes 3 arguments, not 4/);
    assert.equal(st('NETCASH'), st('NETCASH', null));
  });

  it('may be a currency by its sign, and new shares as a share of any size', () => {
    assert.equal(st('MARKETCAP', null, 'US$'), st('MARKETCAP', null, 'usd'));
    assert.equal(st('MARKETCAP', null, 'HK$'), st('MARKETCAP'));
    near(st('DILUTION', 1, 6.06), ((st('TARGETPRICE') as number) + 6.06) / 2, 1e-12);
  });

  it('that is left out takes its default, however many are left out', () => {
    for (const args of [[], [null], [null, null, null], [undefined, ''], ['', '', [['']]]])
      assert.equal(st('EVSALES', ...args), st('EVSALES'));
  });

  it('that holds an error passes it on: #N/A as #N/A, any other as #VALUE!, naming the argument', () => {
    assert.deepEqual([refusal('EVSALES', '#N/A').code, refusal('EVSALES', null, '#REF!').code], ['#N/A', '#VALUE!']);
    for (const error of ['#DIV/0!', { type: 'Error', basicValue: '#DIV/0!' }, { code: '#DIV/0!', message: '' }])
      assert.match(refusal('EVSALES', null, error).message, /price holds #DIV\/0!/);
  });

  it('of an unknown name or year is #N/A with the nearest or those there are', () => {
    assert.match(refusal('MODEL', 'Revenu').message, /^"Revenu" fits \d+ lines: "Revenue", /);
    assert.match(refusal('MODEL', 'Gross margn').message, /The nearest is "Gross margin"/);
    assert.match(refusal('EVSALES', 'FY31').message, /The years are FY18A/);
    assert.match(refusal('EVSALES', 'FY22A').message, /still an estimate/);
    assert.match(refusal('EVSALES', '1H23').message, /half year/);
    assert.match(refusal('WCDAYS', 'Debtors').message, /The items are Trade receivables/);
    assert.match(refusal('SEGMENT', 'Smart Moon').message, /They are Smart Business/);
    for (const id of ['MODEL', 'WCDAYS', 'SEGMENT', 'STATEMENT']) assert.equal(refusal(id, 'nonesuch').code, '#N/A');
  });

  it('of the wrong kind is #VALUE!, naming the argument', () => {
    assert.match(refusal('EVSALES', null, 'cheap').message, /price must be a number, not "cheap"/);
    assert.match(refusal('EVSALES', null, '6,73').message, /price must be a number, not "6,73"/);
    assert.match(refusal('MODEL', 'x'.repeat(10_000)).message, /line is a text of 10000 characters/);
    assert.match(refusal('EVSALES', null, -1).message, /price must be above zero/);
    assert.match(refusal('EVSALES', null, true).message, /price must be a number/);
    assert.match(refusal('EVSALES', [[1, 2]]).message, /period takes one cell, not a range of 2/);
    assert.match(refusal('EVSALES', null, null, 'x').message, /inputs must be a range/);
    assert.match(refusal('CAGR').message, /first is missing/);
    assert.match(refusal('CAGR', 1, 2, 0).message, /years must be above zero/);
    assert.match(refusal('VERSION', 1).message, /VERSION takes 0 arguments, not 1/);
    assert.match(refusal('CAGR', 1e-300, 1e300, 1e-9).message, /no finite number/);
    for (const args of [['CAGR'], ['EVSALES', null, NaN]]) assert.equal(refusal(...(args as [string])).code, '#VALUE!');
  });

  it('of a growth without meaning is #N/A with the reason', () => {
    assert.match(refusal('YOY', 5, -1).message, /no meaning/);
    assert.match(refusal('MULTIPLE', 'P/E').message, /P\/E has no meaning/);
    assert.match(refusal('MODEL', 'Net gearing', 'FY22E').message, /no meaning here: net cash/);
  });

  it('of any kind gives every function a value or an error with a message, and never an exception', () => {
    const odd = fc.oneof(
      fc.anything({ withDate: true, withBigInt: true, withTypedArray: true, withMap: true, withNullPrototype: true }),
      fc.constantFrom(
        null,
        '',
        '=1+1',
        'FY22E',
        'Revenue',
        '#REF!',
        NaN,
        Infinity,
        1e308,
        -0,
        2022,
        [[]],
        [],
        [
          ['', 'FY22E'],
          ['Smart Life growth', 0.4],
        ],
      ),
      fc.array(
        fc.array(fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.constantFrom('FY22E', 'Value', 'Revenue'))),
        { maxLength: 4 },
      ),
      fc.string(),
      fc.double(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...registry), fc.array(odd, { maxLength: 7 }), (spec, args) => {
        const result = callFunction(spec, args);
        if (result instanceof CellError)
          return (
            ['#N/A', '#VALUE!'].includes(result.code) &&
            result.message.length > 10 &&
            !/\n|could not be calculated/.test(result.message)
          );
        return Array.isArray(result) ? result.flat().every(isCell) : isCell(result);
      }),
      { numRuns: 4000, seed: 5 },
    );
  });

  it('that is a range of 100,000 cells is read where it holds an inputs table, and refused where it does not', () => {
    const large = (first: readonly unknown[][]) =>
      Array.from({ length: 10_000 }, (_, row) => [...(first[row] ?? ['', '']), ...new Array<unknown>(8).fill('')]);
    const inputs = [
      ['', 'Value'],
      ['Share price', 7],
    ];
    assert.equal(st('EVSALES', null, null, large(inputs)), st('EVSALES', null, 7));
    const numbers = Array.from({ length: 10_000 }, () => Array.from({ length: 10 }, (_, column) => column));
    assert.match(refusal('EVSALES', null, null, numbers).message, /has no header/);
  });

  it('of a table that has changed is never answered from memory, however many answers there were', () => {
    for (let price = 1; price < 60; price++) {
      const inputs = [
        ['', 'Value'],
        ['Share price', price],
      ];
      assert.equal(st('MODEL', 'Share price', null, null, inputs), price);
      assert.ok(Array.isArray(call('STATEMENT', 'Income statement', null, inputs)));
    }
    assert.equal(st('MODEL', 'Share price'), theDesk().base.value(theDesk().model.market.sharePrice)!.toNumber());
  });
});
