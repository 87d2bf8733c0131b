import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { withDirectory } from '../support/soffice.ts';
import { fileOf, serveFolder } from '../../tools/workbench/serve-folder.ts';

const close = (server: Server) => new Promise((done) => server.close(done));

/** Asks without the tidying of paths that a browser does. */
const ask = (url: string, path: string, options: { method?: string; host?: string } = {}) =>
  new Promise<{ status: number; headers: IncomingMessage['headers']; body: string }>((resolve, reject) => {
    const { hostname, port, host } = new URL(url);
    const asked = request(
      { hostname, port, path, method: options.method ?? 'GET', family: 4, headers: { Host: options.host ?? host } },
      (response) => {
        let body = '';
        response.on('data', (piece: Buffer) => (body += piece.toString()));
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
      },
    );
    asked.on('error', reject);
    asked.end();
  });

describe('the server of the preview', () => {
  it('serves its folder alone, with types and a policy that allows nothing from elsewhere', () =>
    withDirectory(async (directory) => {
      const folder = join(directory, 'served');
      await mkdir(folder);
      await writeFile(join(folder, 'index.html'), '<p>here</p>');
      await writeFile(join(folder, 'page.js'), '1');
      await writeFile(join(directory, 'secret.txt'), 'secret');
      const { url, server } = await serveFolder(folder, 0);
      try {
        const page = await ask(url, '/');
        assert.deepEqual([page.status, page.body], [200, '<p>here</p>']);
        assert.match(page.headers['content-type']!, /^text\/html/);
        assert.match(String(page.headers['content-security-policy']), /script-src 'self';.*connect-src 'self'/);
        assert.match((await ask(url, '/page.js?v=1')).headers['content-type']!, /^text\/javascript/);
        for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt', '/%00'])
          assert.notEqual((await ask(url, path)).status, 200, path);
        assert.equal((await ask(url, '/nothing.js')).status, 404);
        assert.equal((await ask(url, '/', { method: 'POST' })).status, 405);
        assert.equal((await ask(url, '/', { host: 'evil.example' })).status, 403);
      } finally {
        await close(server);
      }
    }));

  it('takes another port where the usual one is taken, and listens to this machine alone', () =>
    withDirectory(async (folder) => {
      const first = await serveFolder(folder, 0);
      const taken = Number(new URL(first.url).port);
      const second = await serveFolder(folder, taken);
      try {
        assert.notEqual(new URL(second.url).port, String(taken));
        assert.equal((second.server.address() as { address: string }).address, '127.0.0.1');
      } finally {
        await Promise.all([close(first.server), close(second.server)]);
      }
    }));

  it('knows no file outside its folder by any address', () => {
    const root = join('/', 'srv', 'served');
    assert.equal(fileOf(root, '/'), join(root, 'index.html'));
    for (const url of ['/../served-too/file', '/%E0%A4%A', '//../x', 'http://elsewhere/'])
      assert.ok(fileOf(root, url)?.startsWith(root + '/') ?? true, url);
  });
});
