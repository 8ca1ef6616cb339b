import { type CitationStyle } from './vocabulary.generated.ts';

/** A state of the record that somebody cites. */
export interface Cited {
  id: string;
  /** An ISO instant. */
  takenAt: string;
  sha256: string;
  /** Of the graph. */
  version: string;
  /** Tells the graph from others. */
  instance: string;
  note: string | null;
}

const TITLE = 'Chancery: a knowledge graph of defence diplomacy';
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const dayOf = ({ takenAt }: Cited) => {
  const [year, month, day] = takenAt.slice(0, 10).split('-').map(Number) as [number, number, number];
  return { year, month, day };
};

/** Names no authors: who they are is not known here. */
const styles: Readonly<Record<CitationStyle, (cited: Cited) => string>> = {
  BIBTEX: bibtex,
  APA: apa,
  CSL_JSON: cslJson,
};

/** A reference to a snapshot, for a list of sources. */
export const citationOf = (cited: Cited, style: CitationStyle): string => styles[style](cited);

const origin = ({ id, instance }: Cited) => `Snapshot ${id} of the Chancery graph ${instance}`;
const keyOf = ({ takenAt, sha256 }: Cited) => `chancery-${takenAt.slice(0, 10)}-${sha256.slice(0, 8)}`;
const versionOf = ({ version }: Cited) => `graph version ${version}`;

function bibtex(cited: Cited): string {
  const { year, month, day } = dayOf(cited);
  const note = [`SHA-256 of its export: ${cited.sha256}`, cited.note ?? ''].filter(Boolean).join('. ');
  const fields = {
    title: `{${escaped(TITLE)}}`,
    key: 'Chancery',
    year: String(year),
    month: String(month),
    day: String(day),
    version: versionOf(cited),
    howpublished: `Data set. ${origin(cited)}`,
    note: escaped(oneLine(note)),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@misc{${keyOf(cited)},\n${lines.join('')}}\n`;
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text in which TeX sees only text. A brace counts for BibTeX although it is escaped, so one without its other half goes. */
function escaped(text: string): string {
  const balanced = isBalanced(text) ? text : text.replace(/[{}]/g, '');
  return balanced.replace(/[\\{}~^&%$#_]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth++;
    if (sign === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function apa(cited: Cited): string {
  const { year, month, day } = dayOf(cited);
  const note = cited.note === null ? '' : ` ${sentence(oneLine(cited.note))}`;
  const head = `${TITLE} (Graph version ${cited.version}) [Data set]. (${year}, ${MONTHS[month - 1]} ${day}).`;
  return `${head} ${origin(cited)}. SHA-256 of its export: ${cited.sha256}.${note}`;
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function cslJson(cited: Cited): string {
  const { year, month, day } = dayOf(cited);
  const item = {
    id: keyOf(cited),
    type: 'dataset',
    title: TITLE,
    version: versionOf(cited),
    issued: { 'date-parts': [[year, month, day]] },
    source: `Chancery graph ${cited.instance}`,
    number: cited.id,
    note: [`Snapshot ${cited.id}. SHA-256 of its export: ${cited.sha256}`, cited.note ?? ''].filter(Boolean).join('. '),
  };
  return JSON.stringify([item], null, 2);
}
