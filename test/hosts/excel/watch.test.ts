import assert from 'node:assert/strict';
import { onCells, onSelection } from '../../../src/hosts/excel/watch.ts';
import { connectClientLibrary } from '../../support/excel-double/client-library.ts';
import { ExcelDouble } from '../../support/excel-double/excel-double.ts';

const open = () => {
  const double = new ExcelDouble({ namespace: 'ST', metadata: { functions: [] } });
  return { double, ...connectClientLibrary(double) };
};

/** Until what was told has reached the handlers. */
const told = () => new Promise((resolve) => setTimeout(resolve, 10));

describe("what Excel tells of through Microsoft's client library", () => {
  it('tells of a selection on any sheet, until it is ended', async () => {
    const { double, Excel } = open();
    let count = 0;
    const end = await onSelection(new Excel.RequestContext(), () => count++);
    double.workbook.add('Model');
    double.select('Model', 'C3');
    await told();
    assert.equal(count, 1);
    double.select('Sheet1', 'B2');
    await told();
    assert.equal(count, 2);
    await end();
    assert.deepEqual(double.events.asked, []);
    double.select('Sheet1', 'B3');
    await told();
    assert.equal(count, 2);
  });

  it('tells of cells that are typed into and of those that are calculated, not of a selection', async () => {
    const { double, Excel } = open();
    const seen: string[] = [];
    const context = new Excel.RequestContext();
    context.workbook.worksheets.onChanged.add(({ address, changeType, worksheetId }) => {
      seen.push(`${changeType} ${address} ${worksheetId}`);
      return Promise.resolve();
    });
    await context.sync();
    let count = 0;
    const end = await onCells(new Excel.RequestContext(), () => count++);
    double.select('Sheet1', 'B2');
    await told();
    assert.equal(count, 0);
    double.edit('Sheet1', 'B2', '=1+1');
    await told();
    assert.deepEqual(seen, [`RangeEdited B2 ${double.workbook.find('Sheet1')!.id}`]);
    assert.equal(count, 2);
    await end();
    double.edit('Sheet1', 'B2', 3);
    await told();
    assert.equal(count, 2);
  });

  it('tells of nothing where nobody has asked', async () => {
    const { double } = open();
    let messages = 0;
    double.events.send = () => messages++;
    double.select('Sheet1', 'B2');
    double.edit('Sheet1', 'B2', 1);
    await told();
    assert.equal(messages, 0);
  });
});
