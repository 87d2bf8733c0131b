import { execFile } from 'node:child_process';

const service = 'validationgateway.omex.office.net';
const seconds = 20;

/** What Microsoft's validator said of a manifest: its verdict, or why there is none. */
export type Verdict = { readonly kind: 'accepted' | 'refused' | 'not asked'; readonly says: string };

/** Sends a manifest to Microsoft's validation service through office-addin-manifest. */
export const askMicrosoft = (path: string): Promise<Verdict> =>
  new Promise((resolve) =>
    execFile(
      process.execPath,
      ['node_modules/office-addin-manifest/cli.js', 'validate', path],
      { timeout: seconds * 1000 },
      (error, stdout, stderr) => resolve(readVerdict(`${stdout}${stderr}`, error?.killed === true)),
    ),
  );

/** Reads what office-addin-manifest printed. */
export function readVerdict(printed: string, timedOut = false): Verdict {
  const notAsked = (why: string): Verdict => ({
    kind: 'not asked',
    says: `Microsoft's validation service was not asked: ${why}. These are our own checks only.`,
  });
  if (timedOut) return notAsked(`${service} did not answer within ${seconds} seconds`);
  if (/Unable to contact/.test(printed)) {
    const code = /\b(E[A-Z_]{4,})\b/.exec(printed)?.[1];
    return notAsked(`${service} cannot be reached from here${code ? ` (${code})` : ''}`);
  }
  const status = /Unable to validate the manifest\.\s+(\d+)/.exec(printed)?.[1];
  if (status) return notAsked(`${service} answered with status ${status}`);
  if (/The manifest is valid/.test(printed)) return { kind: 'accepted', says: "Microsoft's validator accepts it." };
  if (/The manifest is not valid/.test(printed))
    return { kind: 'refused', says: `Microsoft's validator refuses it:\n${printed.trim()}` };
  return notAsked(`office-addin-manifest gave no verdict`);
}
