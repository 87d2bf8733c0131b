import { strFromU8, unzipSync } from 'fflate';

/** The names as the file writes them: the library leaves out quotes and those of print areas. */
export function namesIn(bytes: Uint8Array): readonly { readonly name: string; readonly refersTo: string }[] {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'xl/workbook.xml' })['xl/workbook.xml'];
  const names = part ? strFromU8(part).matchAll(/<definedName ([^>]*)>([^<]*)</g) : [];
  return [...names].map(([, attributes, refersTo]) => ({
    name: plain(/(?:^| )name="([^"]*)"/.exec(attributes!)?.[1] ?? ''),
    refersTo: plain(refersTo!),
  }));
}

const plain = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
