import { parseArgs } from 'node:util';

/** What is to be done for a start or stop: arguments for office-addin-debugging, or what is said instead. */
export type Plan = { readonly run: readonly string[] } | { readonly say: string; readonly exitCode: 1 | 2 };

const manifest = 'manifest.xml';
const page = 'https://localhost:3000/taskpane.html';
const server = ['--app', 'excel', '--dev-server', 'npm run dev-server', '--dev-server-port', '3000'];
const howToStartWeb = 'npm run start:web -- --document "https://..."';

const refuse = (say: string): Plan => ({ say, exitCode: 2 });
const cannot = (say: string): Plan => ({ say, exitCode: 1 });

/**
 * What starting or stopping comes to on a platform. Where there is no Excel nothing is run: office-addin-debugging would
 * try to install a certificate first, and report success after it failed.
 *
 * @example planSideload('win32', ['stop']) // { run: ['stop', 'manifest.xml'] }
 */
export function planSideload(platform: NodeJS.Platform, [action, ...rest]: readonly string[]): Plan {
  const hasExcel = platform === 'win32' || platform === 'darwin';
  if (action === 'web') return planWeb(platform, hasExcel, rest);
  if (action !== 'desktop' && action !== 'stop')
    return refuse(`There is nothing to start by the name "${action ?? ''}": give desktop, web or stop.`);
  if (rest.length > 0) return refuse(`"${action}" takes nothing after it, not "${rest.join(' ')}".`);
  if (action === 'stop')
    return hasExcel
      ? { run: ['stop', manifest] }
      : cannot(
          `Nothing can have been started in Excel on ${platform}: end npm run dev-server where it runs, with Ctrl+C.`,
        );
  return hasExcel
    ? { run: ['start', manifest, 'desktop', ...server] }
    : cannot(
        `There is no desktop Excel for ${platform}, so nothing was started: run npm run start:desktop on Windows or a Mac, ` +
          'or use Excel on the web as docs/sideload.md says.',
      );
}

function planWeb(platform: NodeJS.Platform, hasExcel: boolean, rest: readonly string[]): Plan {
  const document = documentOf(rest);
  if (document === undefined)
    return refuse(`Say which workbook to open, by the link that Share > Copy link gives: ${howToStartWeb}`);
  if (!URL.canParse(document) || new URL(document).protocol !== 'https:')
    return refuse(`The document must be the https link of a workbook, not "${document}": ${howToStartWeb}`);
  if (!hasExcel)
    return cannot(
      `The development certificate that Excel on the web asks for cannot be installed from here on ${platform}, so nothing ` +
        `was started: run npm run dev-server, accept the certificate of ${page} in the browser that is signed in to Excel, ` +
        `and upload ${manifest} there as docs/sideload.md says.`,
    );
  return { run: ['start', manifest, 'web', ...server, '--document', readyForMore(new URL(document))] };
}

function documentOf(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { document: { type: 'string' } } }).values.document;
  } catch {
    return undefined;
  }
}

/** The link with its query last and open: office-addin-debugging puts "&name=value" straight behind it. */
function readyForMore(url: URL): string {
  url.hash = '';
  return url.search === '' ? `${url.href}?` : url.href;
}

/** Whether office-addin-debugging said that something failed; its exit code is 0 either way. */
export const saysFailure = (printed: string): boolean => /^(Error: )?Unable to /m.test(printed);
