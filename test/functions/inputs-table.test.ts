import assert from 'node:assert/strict';
import { main } from '../../src/cli/main.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { buildWorkbook } from '../../src/template/build-workbook.ts';
import { parseRange } from '../../src/template/address.ts';
import { cellsOf, plainValue } from '../../src/template/cells.ts';
import { onTheCommandLine } from '../support/on-the-command-line.ts';
import { refusal, st, table } from '../support/st.ts';

const same = (actual: unknown, expected: number) =>
  assert.ok(
    typeof actual === 'number' && Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
    `${actual}`,
  );

describe('an inputs table', () => {
  it('that ST.INPUTS gives is the base case when it is given back', () => {
    const inputs = table('INPUTS');
    same(st('TARGETPRICE', null, null, null, inputs), st('TARGETPRICE') as number);
    same(st('MODEL', 'Total assets', 'FY23E', null, inputs), st('MODEL', 'Total assets', 'FY23E') as number);
  });

  it('changes results as the command line does: a driver, a scalar, a cell of history', () => {
    const driver = [
      ['', 'FY22E'],
      ['Trade receivable days', 400],
    ];
    same(
      st('MODEL', 'Trade receivables', 'FY22E', null, driver),
      onTheCommandLine('trade-receivables', 'trade-receivable-days@FY22E=400'),
    );
    const scalar = [
      ['', 'Value'],
      ['target-ev-sales', 30],
    ];
    same(st('TARGETPRICE', null, null, null, scalar), onTheCommandLine('target-price', 'target-ev-sales=30'));
    const history = [
      ['', 2020],
      ['smart-life-revenue', 500],
    ];
    same(st('MODEL', 'Revenue', 2022, null, history), onTheCommandLine('revenue', 'smart-life-revenue@FY20=500'));
    const percentage = [
      ['', '2022E'],
      ['Smart Auto revenue growth', '25%'],
    ];
    same(st('MODEL', 'Revenue', 2022, null, percentage), onTheCommandLine('revenue', 'smart-auto-growth@FY22E=25'));
  });

  it('may stand anywhere, with titles, units, notes and blank rows', () => {
    const untidy = [
      ['My bear case', '', '', '', ''],
      ['', '', '', '', ''],
      ['', 'company', '', 'SenseTime', ''],
      ['', 'what', 'unit', 'FY21E', 'FY22E'],
      ['', 'Revenue', '', '', ''],
      ['', 'smart city CITIES', 'cities', '', 140],
      ['x', 'Smart Life growth', '%', -0.1, '40%'],
      ['', 'Scalars', '', 'Value', ''],
      ['', 'Target EV/sales', 'x', '30', 'my view'],
    ];
    same(
      st('TARGETPRICE', null, null, null, untidy),
      onTheCommandLine(
        'target-price',
        'smart-city-cities@FY22E=140',
        'smart-life-growth@FY21E=-10',
        'smart-life-growth@FY22E=40',
        'target-ev-sales=30',
      ),
    );
  });

  it('is the Live sheet of the workbook, under a scenario too', () => {
    const plan = buildWorkbook(operatingModel(company), { scenario: 'bear' });
    const { sheet, range } = plan.names.find(({ name }) => name === 'ST_Inputs')!;
    const area = parseRange(range);
    const cells = Array.from({ length: area.bottom - area.top + 1 }, () =>
      new Array<unknown>(area.right - area.left + 1).fill(''),
    );
    for (const { row, column, cell } of cellsOf(plan.sheets.find(({ name }) => name === sheet)!)) {
      const held = 'formula' in cell ? cell.cached : 'value' in cell ? cell.value : undefined;
      const [down, across] = [row - area.top, column - area.left];
      if (held !== undefined && cells[down] && across >= 0 && across < cells[0]!.length)
        cells[down][across] = plainValue(held);
    }
    const { value } = JSON.parse(
      main(['line', 'target-price', '--json', '--scenario', 'bear'], company, { colour: false }).out,
    );
    same(st('TARGETPRICE', null, null, null, cells), value);
  });

  it('may have a heading of its own over each part, even one with the name of a row', () =>
    same(
      st('TARGETPRICE', null, null, null, [
        ['Valuation', 'Value (HK$)', ''],
        ['Target EV/sales', 30, ''],
        ['Revenue', 'unit', 'FY 22E'],
        ['Smart Life growth', '%', 0.5],
        ['Valuation year', 'FY22E', ' '],
      ]),
      onTheCommandLine('target-price', 'target-ev-sales=30', 'smart-life-growth@FY22E=50'),
    ));

  it('is known by the names left of its figures: a note beside them names nothing', () => {
    const noted = [
      ['', 'FY22E', 'note'],
      ['Smart Life growth', 0.5, 'Smart Auto revenue growth'],
    ];
    same(st('TARGETPRICE', null, null, null, noted), onTheCommandLine('target-price', 'smart-life-growth@FY22E=50'));
  });

  it('holds numbers and texts however Excel passes them', () => {
    const plainly = [
      ['', 'Value'],
      ['Share price', 7],
    ];
    const asObjects = [
      [{ type: 'String', basicValue: '' }, 'Value'],
      ['Share price', { type: 'FormattedNumber', basicType: 'Double', basicValue: 7, numberFormat: '0.00' }],
    ];
    assert.equal(st('EVSALES', null, null, asObjects), st('EVSALES', null, null, plainly));
    assert.equal(st('EVSALES', null, { basicType: 'Double', basicValue: 7 }), st('EVSALES', null, 7));
  });

  it('that ST.INPUTS gives, edited in any row, changes what the command line changes', () => {
    const inputs = table('INPUTS');
    const [head] = inputs as readonly string[][];
    for (const [label, column, figure, setting] of [
      ['Valuation year', 'Value', 'FY23E', 'valuation-year=FY23E'],
      ['Peer ticker', 'Value', '688088 CH', 'peer-ticker=688088 CH'],
      ['RMB per HK$', 'Value', 0.8, 'cny-per-hkd=0.8'],
      ['Smart City cities', 'FY23E', 170, 'smart-city-cities@FY23E=170'],
      ['Net cash basis', 'Value', 'total cash', 'net-cash-basis=total cash'],
    ] as const) {
      const edited = inputs.map((row) =>
        row[0] === label ? row.map((cell, index) => (index === head!.indexOf(column) ? figure : cell)) : row,
      );
      for (const line of ['target-price', 'multiple-on-peer', 'total-assets'])
        same(
          st('MODEL', line, line === 'total-assets' ? 'FY22E' : null, null, edited),
          onTheCommandLine(line, setting),
        );
    }
  });

  it('is read anew when its caller has changed it in place', () => {
    const inputs: unknown[][] = [
      ['', 'Value'],
      ['Share price', 7],
    ];
    assert.equal(st('MODEL', 'Share price', null, null, inputs), 7);
    inputs[1]![1] = 8;
    assert.equal(st('MODEL', 'Share price', null, null, inputs), 8);
  });

  it('with another peer takes its multiple along', () =>
    same(
      st('MODEL', 'multiple-on-peer', null, null, [
        ['', 'Value'],
        ['Peer ticker', '688088 CH'],
      ]),
      onTheCommandLine('multiple-on-peer', 'peer-ticker=688088 CH'),
    ));

  it('with another valuation year or peer has the multiple that the command line has', () => {
    const rows = [
      ['Valuation year', 'FY21E'],
      ['Multiple from the peer', 1],
    ];
    const settings = ['valuation-year=FY21E', 'multiple-from-peer=1'];
    const inUse = (...more: (readonly unknown[])[]) =>
      st('MODEL', 'multiple-in-use', null, null, [['', 'Value'], ...rows, ...more]);
    same(inUse(), onTheCommandLine('multiple-in-use', ...settings));
    same(
      inUse(['Peer ticker', '688088 CH']),
      onTheCommandLine('multiple-in-use', 'peer-ticker=688088 CH', ...settings),
    );
    same(inUse(['peer-ev-sales', 20]), 24);
  });

  const refusals: readonly (readonly [what: string, cells: readonly (readonly unknown[])[], message: RegExp])[] = [
    [
      'a text where a number belongs',
      [
        ['', 'FY22E'],
        ['Smart Life revenue growth', 'lots'],
      ],
      /Smart Life revenue growth FY22E must be a number in %, not "lots"/,
    ],
    [
      'an unknown row with numbers',
      [
        ['', 'FY22E'],
        ['Smart Moon', 3],
      ],
      /a row "Smart Moon" that the model does not have/,
    ],
    ...[22, 2022, '3', '50%'].map(
      (figure) =>
        [
          `an unknown row that holds ${figure}`,
          [
            ['', 'Value', 'FY22E'],
            ['Smart Moon', '', figure],
          ],
          /a row "Smart Moon" that the model does not have/,
        ] as const,
    ),
    [
      'a comma where a point belongs',
      [
        ['', 'FY22E'],
        ['Smart Life revenue growth', '0,5'],
      ],
      /Smart Life revenue growth FY22E must be a number in %, not "0,5"/,
    ],
    [
      'a row that names two',
      [
        ['', '', 'FY22E'],
        ['Smart Life revenue', 'Smart Life growth', 0.5],
      ],
      /names both "Smart Life revenue" and "Smart Life revenue growth"/,
    ],
    [
      'a scalar under a year',
      [
        ['', 'FY22E'],
        ['Share price', 7],
      ],
      /Share price takes its number under Value, not under FY22E/,
    ],
    [
      'a driver under Value',
      [
        ['', 'Value'],
        ['Smart Life revenue growth', 0.5],
      ],
      /Smart Life revenue growth takes its numbers under years, not under Value/,
    ],
    [
      'a year that stands twice in a header',
      [
        ['base', 'FY22E', 'FY22E'],
        ['Smart Life revenue growth', 0.4, 0.5],
      ],
      /FY22E twice in one header/,
    ],
    [
      'an actual year that is still an estimate',
      [
        ['', 'FY22A'],
        ['Smart Life revenue growth', 0.5],
      ],
      /"FY22A" is still an estimate/,
    ],
    [
      'a percentage beyond 1,000%',
      [
        ['', 'FY22E'],
        ['Smart Life revenue growth', 44.4],
      ],
      /beyond 1,000%.*In a cell 20\.1% is 0\.201/,
    ],
    [
      'an error in a cell',
      [
        ['', 'FY22E'],
        ['Smart Life revenue growth', '#REF!'],
      ],
      /Smart Life revenue growth FY22E holds #REF!/,
    ],
    [
      'a day that does not exist',
      [
        ['', 'Value'],
        ['Pricing date', '2022-02-30'],
      ],
      /Pricing date must be a date such as 2022-01-31, not "2022-02-30"/,
    ],
    [
      'half of a switch',
      [
        ['', 'Value'],
        ['Multiple from the peer', 0.5],
      ],
      /Multiple from the peer must be 0 or 1, not 0\.5/,
    ],
    [
      'a number that is no day',
      [
        ['', 'Value'],
        ['Pricing date', 1e9],
      ],
      /Pricing date must be a day from 1900-03-01 to 9999-12-31/,
    ],
    [
      'a valuation year for which the peer in use has no multiple',
      [
        ['', 'Value'],
        ['Valuation year', 'FY23E'],
        ['Multiple from the peer', 1],
      ],
      /inputs: .* has no EV\/sales for FY23E/,
    ],
    [
      'a computed row',
      [
        ['', 'FY22E'],
        ['Revenue', 7000],
      ],
      /Revenue is computed; change its drivers/,
    ],
    [
      'an exchange rate the wrong way round',
      [
        ['', 'Value'],
        ['RMB per HK$', 1.2],
      ],
      /not HK\$ per RMB, about 1\.20/,
    ],
    [
      'nothing but numbers',
      [
        [1, 2],
        [3, 4],
      ],
      /has no header/,
    ],
    [
      'no cell filled',
      [
        ['', ''],
        ['', null],
      ],
      /is a blank range/,
    ],
    [
      'a year that is none of the choices',
      [
        ['', 'Value'],
        ['Valuation year', 2040],
      ],
      /Valuation year must be one of/,
    ],
  ];
  for (const [what, cells, message] of refusals)
    it(`is #VALUE! with ${what}`, () => {
      const { code, message: said } = refusal('TARGETPRICE', null, null, null, cells);
      assert.equal(code, '#VALUE!');
      assert.match(said, message);
    });

  it('of another company is #N/A', () =>
    assert.equal(
      refusal('TARGETPRICE', null, null, null, [
        ['company', 'Megvii'],
        ['', 'FY22E'],
      ]).code,
      '#N/A',
    ));

  it('that is one blank cell counts as omitted', () =>
    assert.equal(st('TARGETPRICE', null, null, null, [['']]), st('TARGETPRICE')));
});
