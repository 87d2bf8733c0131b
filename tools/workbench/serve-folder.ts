import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** What the pages may do: nothing but what comes from here. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; " +
  "img-src 'self' data: blob:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Serves the files of a folder to this machine alone.
 *
 * @param port Where to serve; another one that is free if it is taken.
 * @throws where no port can be had.
 * @example const { url, server } = await serveFolder('dist/workbench', 3100)
 */
export async function serveFolder(
  folder: string,
  port: number,
): Promise<{ readonly url: string; readonly server: Server }> {
  const root = resolve(folder);
  const server = createServer((request, response) => void answer(root, request, response));
  await listen(server, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return listen(server, 0);
  });
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, server };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done();
    });
  });

async function answer(root: string, { method, url = '/', headers }: IncomingMessage, response: ServerResponse) {
  const say = (status: number, text: string) =>
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
  // A page elsewhere that leads its own name to this machine is not answered.
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(headers.host ?? '')) return say(403, 'Only this machine is served.');
  if (method !== 'GET' && method !== 'HEAD') return say(405, 'Files are only read.');
  const path = fileOf(root, url);
  if (path === undefined) return say(400, 'This is no address of a file here.');
  try {
    const bytes = await readFile(path);
    response.writeHead(200, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Content-Length': bytes.length,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
    });
    return response.end(method === 'HEAD' ? undefined : bytes);
  } catch {
    return say(404, 'There is no such file.');
  }
}

/** The file that an address names, inside the folder; undefined for any other. */
export function fileOf(root: string, url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    if (!path.startsWith('/') || /[\0\\]/.test(path)) return undefined;
    const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`);
    return file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}
