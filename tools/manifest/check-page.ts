const officeJs = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** What the page of the pane must load, in this order: each needs those before it. */
const scripts = [officeJs, 'functions.js', 'taskpane.js'];

/**
 * Whether the page of the pane loads its scripts, seen from the address where it stands.
 *
 * @example checkPage('', 'https://your.host/st/taskpane.html') // ['taskpane.html loads no scripts; it must load ...']
 */
export function checkPage(html: string, address: string): string[] {
  const tags = [...html.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<script\b[^>]*/gi)].map(([tag]) => tag);
  const loaded = tags.flatMap((tag) => /\ssrc\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? []);
  const wanted = scripts.join(', then ');
  const faults: string[] = [];
  if (loaded.length === 0) faults.push(`taskpane.html loads no scripts; it must load ${wanted}: build again.`);
  else if (loaded.length !== scripts.length || scripts.some((one, index) => !isSame(one, loaded[index]!, address)))
    faults.push(`taskpane.html must load ${wanted}, not ${loaded.join(', then ')}: build again.`);
  const loose = tags.find((tag) => /\s(async|defer|type=["']?module)\b/i.test(tag));
  if (loose) faults.push(`taskpane.html must load its scripts one after the other, not by ${loose}>: build again.`);
  return faults;
}

const isSame = (wanted: string, found: string, address: string): boolean =>
  URL.canParse(found, address) && new URL(found, address).href === new URL(wanted, address).href;
