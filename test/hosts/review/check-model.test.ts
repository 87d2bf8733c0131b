import assert from 'node:assert/strict';
import { checkModel } from '../../../src/hosts/review/check-model.ts';
import { insertModel } from '../../../src/hosts/models/insert-model.ts';
import { after as tidy, describe as group, it as that } from 'mocha';
import { desk, open, type, whole } from './opened.ts';

group('the check of an inserted model', function () {
  this.timeout(120_000);
  tidy(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  that('finds nothing in a model as it was inserted, in two exchanges', async () => {
    const { double, port } = open();
    await insertModel(port, whole, { whereTaken: 'refuse' });
    const before = double.requests;
    const found = await checkModel(port, desk);
    console.log(double.requests - before, found.slice(0, 20), found.length);
    assert.deepEqual(found, []);
    assert.equal(type !== undefined, true);
  });
});
