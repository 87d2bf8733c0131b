import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as disk from 'node:fs/promises';
import { lstat, mkdir, readdir, readFile, readlink, realpath, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { SaveError, saveWorkbook, type Disk } from '../../../src/hosts/xlsx/save-workbook.ts';
import { withDirectory } from '../../support/soffice.ts';

const bytes = new Uint8Array([1, 2, 3]);
const failing = (call: keyof Disk, code: string): Disk => ({
  ...disk,
  [call]: () => Promise.reject(Object.assign(new Error(`${code}: ${call}`), { code, syscall: call })),
});

/** Saves over an older file, expects it to fail, and that the older file alone is left. */
async function refused(message: RegExp, hand: Disk): Promise<void> {
  await withDirectory(async (folder) => {
    const path = join(folder, 'model.xlsx');
    await writeFile(path, 'older');
    await assert.rejects(saveWorkbook(path, bytes, hand), (error: Error) => {
      assert.ok(error instanceof SaveError);
      assert.match(error.message, message);
      return true;
    });
    assert.deepEqual(await readdir(folder), ['model.xlsx']);
    assert.equal(await readFile(path, 'utf8'), 'older');
  });
}

describe('saving a workbook', () => {
  it('leaves the file and nothing else', async () => {
    await withDirectory(async (folder) => {
      const path = join(folder, 'model.xlsx');
      await writeFile(path, 'older');
      await saveWorkbook(path, bytes);
      assert.deepEqual(await readdir(folder), ['model.xlsx']);
      assert.deepEqual(new Uint8Array(await readFile(path)), bytes);
    });
  });

  it('says that the folder is missing', async () => {
    await withDirectory(async (folder) => {
      await assert.rejects(
        saveWorkbook(join(folder, 'none', 'model.xlsx'), bytes),
        /There is no folder ".*none"; make it/,
      );
      assert.deepEqual(await readdir(folder), []);
    });
  });

  it('says that a folder stands in the way', async () => {
    await withDirectory(async (folder) => {
      await mkdir(join(folder, 'model.xlsx'));
      await assert.rejects(saveWorkbook(join(folder, 'model.xlsx'), bytes), /model\.xlsx" is a folder; give the name/);
    });
  });

  it('replaces the file that a link leads to, beside that file, and keeps the link', async () => {
    await withDirectory(async (folder) => {
      const shared = join(folder, 'shared');
      await mkdir(shared);
      await writeFile(join(shared, 'model.xlsx'), 'older');
      await symlink(join('shared', 'model.xlsx'), join(folder, 'one.xlsx'));
      await symlink('one.xlsx', join(folder, 'two.xlsx'));
      const real = await realpath(shared);
      const written: string[] = [];
      const watched: Disk = {
        ...disk,
        writeFile: (at, ...rest) => {
          written.push(String(at));
          return disk.writeFile(at, ...rest);
        },
      };
      await saveWorkbook(join(folder, 'two.xlsx'), bytes, watched);
      assert.deepEqual(new Uint8Array(await readFile(join(shared, 'model.xlsx'))), bytes);
      assert.equal(await readlink(join(folder, 'two.xlsx')), 'one.xlsx');
      assert.equal(await readlink(join(folder, 'one.xlsx')), join('shared', 'model.xlsx'));
      assert.deepEqual(await readdir(shared), ['model.xlsx']);
      assert.ok(written.every((at) => at.startsWith(real)));
    });
  });

  it('refuses a link that leads nowhere or in a circle, and leaves it', async () => {
    await withDirectory(async (folder) => {
      await symlink('gone.xlsx', join(folder, 'dangling.xlsx'));
      await symlink('b.xlsx', join(folder, 'a.xlsx'));
      await symlink('a.xlsx', join(folder, 'b.xlsx'));
      await assert.rejects(
        saveWorkbook(join(folder, 'dangling.xlsx'), bytes),
        /dangling\.xlsx" is a link to a file that is not there; remove it/,
      );
      await assert.rejects(saveWorkbook(join(folder, 'a.xlsx'), bytes), /a\.xlsx" is a link that leads in a circle/);
      assert.deepEqual((await readdir(folder)).sort(), ['a.xlsx', 'b.xlsx', 'dangling.xlsx']);
      assert.equal(await readlink(join(folder, 'dangling.xlsx')), 'gone.xlsx');
    });
  });

  it('refuses a link to a folder', async () => {
    await withDirectory(async (folder) => {
      await mkdir(join(folder, 'shared'));
      await symlink('shared', join(folder, 'model.xlsx'));
      await assert.rejects(saveWorkbook(join(folder, 'model.xlsx'), bytes), /model\.xlsx" is a folder/);
      assert.deepEqual(await readdir(join(folder, 'shared')), []);
    });
  });

  it('refuses a pipe and a link to one, and leaves the pipe', async () => {
    await withDirectory(async (folder) => {
      const pipe = join(folder, 'pipe.xlsx');
      execFileSync('mkfifo', [pipe]);
      await symlink('pipe.xlsx', join(folder, 'link.xlsx'));
      for (const path of [pipe, join(folder, 'link.xlsx')])
        await assert.rejects(saveWorkbook(path, bytes), /is a device, pipe or socket and no ordinary file; choose/);
      assert.ok((await lstat(pipe)).isFIFO());
      assert.deepEqual((await readdir(folder)).sort(), ['link.xlsx', 'pipe.xlsx']);
    });
  });

  it('refuses a socket', async () => {
    await withDirectory(async (folder) => {
      const path = join(folder, 'socket.xlsx');
      const server = createServer();
      await new Promise<void>((listening) => server.listen(path, listening));
      await assert.rejects(saveWorkbook(path, bytes), /is a device, pipe or socket/);
      await new Promise((closed) => server.close(closed));
    });
  });

  it('says that a file stands where the folder should', async () => {
    await withDirectory(async (folder) => {
      await writeFile(join(folder, 'file'), '');
      await assert.rejects(saveWorkbook(join(folder, 'file', 'model.xlsx'), bytes), /file" is not a folder/);
    });
  });

  it('says that the folder cannot be written to', () =>
    refused(/cannot be written to/, failing('writeFile', 'EACCES')));

  it('says that the file is open elsewhere, as Windows reports it', async () => {
    await refused(/is open in another program or protected/, failing('rename', 'EBUSY'));
    await refused(/is open in another program or protected/, failing('rename', 'EPERM'));
  });

  it('does not write over a protected file', () => refused(/protected/, failing('access', 'EACCES')));

  it('says that the disk is full', () => refused(/no space left/, failing('writeFile', 'ENOSPC')));

  it('says what else went wrong', () => refused(/could not be saved: EIO/, failing('writeFile', 'EIO')));
});
