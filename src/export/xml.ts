import { portableText } from './table.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text that may have to be changed; most has not. */
// eslint-disable-next-line no-control-regex
const UNUSUAL = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Text for an attribute or an element. Tabs and line ends are written as numbers: readers make spaces of them in attributes. */
export const escapeXml = (text: string): string =>
  UNUSUAL.test(text) ? portableText(text).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]!) : text;

/** A start tag's attributes, each with a space before it; those without a value are left out. */
export const attributes = (values: Readonly<Record<string, string | null | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === null || value === undefined ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('');

/**
 * The id of a column of nodes, edges or the graph. It is not the name alone: Gephi's statistics write over a column with the id
 * `degree`, and show one called `degree` with another id beside theirs.
 */
export const columnId = (of: 'graph' | 'node' | 'edge', name: string): string => `${of}.${name}`;
