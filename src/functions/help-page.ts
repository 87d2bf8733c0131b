import { theDesk } from './case.ts';
import type { Family, FunctionSpec, Parameter } from './function-spec.ts';
import { signature } from './metadata.ts';
import { choices, registry } from './registry.ts';

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

const style = `
  :root { color-scheme: light dark; --ink: #1b1b1b; --muted: #5f6670; --paper: #fff; --panel: #f4f6f9; --accent: #14375e; --rule: #d5dae1; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e8eaed; --muted: #a4abb5; --paper: #16191d; --panel: #20252b; --accent: #9cc3ee; --rule: #363d46; }
  }
  body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 58rem; padding: 1.5rem; }
  h1, h2, h3 { color: var(--accent); line-height: 1.25; }
  h2 { border-bottom: 1px solid var(--rule); padding-bottom: .25rem; margin-top: 2.5rem; }
  h3 { font-family: ui-monospace, monospace; font-size: 1rem; margin: 2rem 0 .25rem; overflow-wrap: anywhere; }
  a { color: inherit; }
  nav { columns: 14rem; background: var(--panel); padding: .75rem 1rem; border-radius: 6px; }
  nav a { display: block; font-family: ui-monospace, monospace; font-size: .85rem; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; }
  dt { font-family: ui-monospace, monospace; font-size: .85rem; color: var(--muted); }
  dd { margin: 0; }
  code { background: var(--panel); padding: .1rem .3rem; border-radius: 3px; overflow-wrap: anywhere; }
  .note { color: var(--muted); }
`;

/** A page of its own, with nothing to fetch. */
export const page = (title: string, body: string): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

/** Longer lists of words are left to the functions that give them. */
const mostWords = 16;

function described({ meaning, default: defaultIs, choices: list }: Parameter): string {
  const words = list ? choices()[list] : [];
  const notes = [
    ...(words.length > 0 && words.length <= mostWords && !words.every((word) => meaning.includes(word))
      ? [`One of ${words.join(', ')}.`]
      : []),
    ...(defaultIs === undefined ? [] : [`Omitted: ${defaultIs}.`]),
  ];
  const aside = notes.length > 0 ? ` <span class="note">${escape(notes.join(' '))}</span>` : '';
  return `${escape(meaning)}.${aside}`;
}

function entry(spec: FunctionSpec): string {
  const parameters = spec.parameters.map((one) => `<dt>${escape(one.name)}</dt><dd>${described(one)}</dd>`).join('');
  const errors = spec.errors.map((one) => `<li>${escape(one)}</li>`).join('');
  return `<section id="${spec.id}">
<h3>${escape(signature(spec))}</h3>
<p>${escape(spec.gives)}.</p>
${parameters && `<dl>${parameters}</dl>`}
<p>Example: <code>${escape(spec.example.call)}</code> gives ${escape(spec.example.gives)}.</p>
${errors && `<ul class="note">${errors}</ul>`}
</section>`;
}

/** The help page of all functions, family by family. */
export function helpPage(): string {
  const families = [...new Set(registry.map(({ family }) => family))];
  const { company } = theDesk();
  const listed = (family: Family) => registry.filter((spec) => spec.family === family);
  const links = registry.map(({ id }) => `<a href="#${id}">ST.${id}</a>`).join('\n');
  return page(
    'ST Model: functions',
    `<h1>ST Model: the ST functions</h1>
<p>Type <code>=ST.</code> in a cell. Every function runs the operating model of ${escape(company.name)} (${escape(company.ticker)}) with the
published base case of ${escape(company.report.date)}, or with an inputs table of yours. None reads or writes the workbook or the network.</p>
<nav>${links}</nav>
<h2>Conventions</h2>
<ul>
<li><b>period</b>: FY22E, FY22, 2022 and 2022E mean the same year. FY22A while FY22 is an estimate is #N/A, and so is a half year.</li>
<li><b>line</b>: a label or id; case, spaces and punctuation do not count. An unknown one is #N/A with the nearest.</li>
<li><b>inputs</b>: a range with rows by label or id and a header over the columns: drivers and lines under years, scalars under Value; <code>=ST.INPUTS()</code> gives one.
What it lacks comes from the base case. A single blank cell counts as omitted, since Excel does not tell the two apart.</li>
<li>Percentages are fractions: 20.1% is 0.201. Money is RMB mn, prices are HK$, shares are millions.</li>
<li>A ratio without meaning is #N/A with the reason. An error in an argument is passed on.</li>
<li><b>basis</b>: of days, published, average or year-end; of net cash, published or total cash.</li>
</ul>
${families.map((family) => `<h2>${escape(family)}</h2>\n${listed(family).map(entry).join('\n')}`).join('\n')}
<p class="note"><a href="support.html">Support</a> · <a href="privacy.html">Privacy</a></p>
<p class="note">Ratings and target prices are the published report's, held against its own bands; nothing here is investment advice.</p>`,
  );
}

/** Whom to ask, and how to say what is wrong. */
export const supportPage = (): string =>
  page(
    'ST Model: support',
    `<h1>ST Model: support</h1>
<p>Each function, its arguments and its errors: <a href="help.html">the functions</a>. An error in a cell carries a message: point at the cell's warning sign.</p>
<h2>When functions do not appear</h2>
<ul>
<li>Custom functions need Excel for Microsoft 365 on Windows or Mac, or Excel on the web. Excel on iPad, and Excel 2019 or earlier under a volume licence, do not have them; do not count on Excel 2021 under one.</li>
<li>Excel keeps the list of functions for up to a day. Close Excel, clear the Office cache and open the workbook again.</li>
</ul>
<h2>Something else</h2>
<p>Ask whoever installed the add-in for you: the address of this page is theirs. What the add-in keeps and sends:
<a href="privacy.html">nothing</a>.</p>`,
  );

/** What is kept and sent: nothing. */
export const privacyPage = (): string =>
  page(
    'ST Model: privacy',
    `<h1>ST Model: privacy</h1>
<p>The functions and the pane run on your machine. What you type and what a workbook holds is sent nowhere, and nothing is counted or kept.</p>
<p>The pages and scripts come from the address at which your house put them, and Office's own script from Microsoft.</p>`,
  );
