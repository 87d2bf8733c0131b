import assert from 'node:assert/strict';
import { cellOf, isSingleCell, placed, relativeForm, tokens } from '../../src/template/formula-tokens.ts';

const kinds = (formula: string) => tokens(formula).map(({ kind, text }) => `${kind} ${text}`);
const form = (formula: string, row: number, column: number) => relativeForm(tokens(formula), { row, column });

describe('the parts of a formula', () => {
  it('are references, functions, numbers, texts and operators', () => {
    assert.deepEqual(kinds('IF(I8>=1.5, "a ""b"", c", -$I$10%)'), [
      'function IF',
      'open (',
      'reference I8',
      'operator >=',
      'number 1.5',
      'comma ,',
      'string "a ""b"", c"',
      'comma ,',
      'operator -',
      'reference $I$10',
      'operator %',
      'close )',
    ]);
  });

  it('tell sheets, quoted and plain, from what stands on them', () => {
    const [quotedOne, , plain, , accented] = tokens("'Tang''s P&L'!I8+Live!$E$8:$K9*Übersicht!A1");
    assert.deepEqual(quotedOne?.kind === 'reference' && quotedOne.reference.sheet, "Tang's P&L");
    assert.deepEqual(plain?.kind === 'reference' && plain.reference, {
      sheet: 'Live',
      from: { row: 8, column: 5, rowFixed: true, columnFixed: true },
      to: { row: 9, column: 11, rowFixed: false, columnFixed: true },
    });
    assert.equal(accented?.kind === 'reference' && accented.reference.sheet, 'Übersicht');
  });

  it('tell functions, names, yes and no from cells', () => {
    assert.deepEqual(kinds('LOG10(A1)+ST_Case*TRUE+FY21+RATE2022'), [
      'function LOG10',
      'open (',
      'reference A1',
      'close )',
      'operator +',
      'name ST_Case',
      'operator *',
      'boolean TRUE',
      'operator +',
      'reference FY21',
      'operator +',
      'name RATE2022',
    ]);
  });

  it('know whole rows and columns, errors, and numbers with an exponent', () => {
    assert.deepEqual(kinds('SUM($A:$D)+SUM(1:6)+1.5E-3+Live!#REF!'), [
      'function SUM',
      'open (',
      'reference $A:$D',
      'close )',
      'operator +',
      'function SUM',
      'open (',
      'reference 1:6',
      'close )',
      'operator +',
      'number 1.5E-3',
      'operator +',
      'error Live!#REF!',
    ]);
  });

  it('come as unknown where they are not understood', () => {
    assert.deepEqual(
      kinds('{1;2}').filter((text) => text.startsWith('unknown')),
      ['unknown {', 'unknown ;', 'unknown }'],
    );
  });

  it('know their function and the number of their argument', () => {
    const found = placed(tokens('ROUND(SUM(A1,2),(3))'))
      .filter(({ token }) => token.kind === 'number')
      .map(({ token, within, argument }) => [token.text, within, argument]);
    assert.deepEqual(found, [
      ['2', 'SUM', 1],
      ['3', undefined, 0],
    ]);
  });
});

describe('a formula seen from its own cell', () => {
  it('is the same for copies of it', () => {
    assert.equal(form('H8*(1+Live!I$9)', 8, 9), form('I8*(1+Live!J$9)', 8, 10));
    assert.equal(form('sum(H8:H10)', 12, 8), form('SUM(I8:I10)', 12, 9));
  });

  it('differs for another distance, another sheet or a fixed reference', () => {
    const first = form('H8*I9', 8, 9);
    for (const other of ['G8*I9', 'H8*Live!I9', 'H8*$I9', 'H8*I$9', 'H8+I9']) assert.notEqual(form(other, 8, 9), first);
  });

  it('says distances', () => {
    assert.equal(form("'Live'!H8*I$9+SUM($A:$A)", 10, 9), "'Live'!R[-2]C[-1]*R9C[0]+SUM(C1:C1)");
  });
});

describe('a reference', () => {
  it('is to one cell or to more', () => {
    const [single, , many] = tokens('$I$8+A1:A1');
    assert.ok(single?.kind === 'reference' && isSingleCell(single.reference));
    assert.equal(single.kind === 'reference' && cellOf(single.reference), 'I8');
    assert.ok(many?.kind === 'reference' && !isSingleCell(many.reference));
  });
});
