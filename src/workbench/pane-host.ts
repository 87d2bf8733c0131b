import type { WorkbookPort } from '../hosts/workbook-port.ts';
import type { PaneHost } from '../taskpane/pane-host.ts';

const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)');
const themeNow = () => (prefersDark().matches ? 'dark' : 'light');

/** The pane's surroundings beside a grid of the page; its language is that of the browser, or of ?lang= in the address. */
export function paneHost(port: WorkbookPort): PaneHost {
  const language = new URLSearchParams(location.search).get('lang') ?? navigator.language;
  return {
    port,
    language,
    theme: themeNow(),
    watchTheme: (told) => {
      const query = prefersDark();
      const tell = () => told(themeNow());
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    openHelp: () => void window.open('help.html', '_blank', 'noopener'),
    hostName: 'Preview in the browser',
    diagnostics: [`Language: ${language}`, navigator.userAgent],
    copyText: (text) => navigator.clipboard.writeText(text),
  };
}
