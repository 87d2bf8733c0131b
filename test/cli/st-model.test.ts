import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

describe('the command line in a pipe', () => {
  it('ends quietly, with its own exit code, when the reader has read enough', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/st-model.ts', 'reconcile', '--json']);
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    assert.deepEqual([said, code], ['', 0]);
  });
});
