import { helpPage, privacyPage, supportPage } from './help-page.ts';
import { functionsJson } from './metadata.ts';

/**
 * The files made from the functions, by name: what Excel reads of them, and the pages of help, support and privacy.
 *
 * @param url Where the add-in stands, without a slash at its end.
 */
export const pages = (url: string): Readonly<Record<string, string>> => ({
  'functions.json': `${JSON.stringify(functionsJson(url), null, 2)}\n`,
  'help.html': helpPage(),
  'support.html': supportPage(),
  'privacy.html': privacyPage(),
});
