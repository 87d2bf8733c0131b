import { FluentProvider, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { languageOf } from './messages/messages.ts';
import type { PaneHost, PaneTheme } from './pane-host.ts';
import { PaneProvider } from './pane-context.tsx';
import { Pane } from './pane.tsx';
import { loadUseCases, type UseCases } from './use-cases.ts';

const themes = { light: webLightTheme, dark: webDarkTheme, 'high contrast': teamsHighContrastTheme } as const;

/**
 * Draws the pane into an element, until what it gives is called.
 *
 * @param load Gives what does the work, where it is not that of the add-in.
 * @example mountPane(document.getElementById('pane')!, host)
 */
export function mountPane(
  element: HTMLElement,
  host: PaneHost,
  load: () => Promise<UseCases> = loadUseCases,
): () => void {
  element.lang = languageOf(host.language);
  const root = createRoot(element);
  root.render(<ThemedPane host={host} load={load} />);
  return () => root.unmount();
}

function ThemedPane({ host, load }: { readonly host: PaneHost; readonly load: () => Promise<UseCases> }) {
  const [theme, setTheme] = useState<PaneTheme>(host.theme);
  useEffect(() => host.watchTheme(setTheme), [host]);
  return (
    <FluentProvider theme={themes[theme]} style={{ minHeight: '100%' }}>
      <PaneProvider host={host} load={load}>
        <Pane />
      </PaneProvider>
    </FluentProvider>
  );
}
