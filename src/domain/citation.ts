import { type CitationStyle } from './vocabulary.generated.ts';

/** A snapshot of the record, to be cited. */
export interface CitedSnapshot {
  id: string;
  /** An ISO instant. */
  takenAt: string;
  sha256: string;
  /** The graph version. */
  version: string;
  /** Identifies the graph. */
  instance: string;
  note: string | null;
}

const TITLE = 'Chancery: a knowledge graph of defence diplomacy';
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const dateParts = ({ takenAt }: CitedSnapshot) => {
  const [year, month, day] = takenAt.slice(0, 10).split('-').map(Number) as [number, number, number];
  return { year, month, day };
};

/** Citations have no authors, because these are not known here. */
const formatters: Readonly<Record<CitationStyle, (snapshot: CitedSnapshot) => string>> = {
  BIBTEX: bibtex,
  APA: apa,
  CSL_JSON: cslJson,
};

/** A reference to a snapshot, for a list of sources. */
export const formatCitation = (snapshot: CitedSnapshot, style: CitationStyle): string => formatters[style](snapshot);

const describeSnapshot = ({ id, instance }: CitedSnapshot) => `Snapshot ${id} of the Chancery graph ${instance}`;
const citationKey = ({ takenAt, sha256 }: CitedSnapshot) => `chancery-${takenAt.slice(0, 10)}-${sha256.slice(0, 8)}`;
const versionText = ({ version }: CitedSnapshot) => `graph version ${version}`;

function bibtex(snapshot: CitedSnapshot): string {
  const { year, month, day } = dateParts(snapshot);
  const note = [`SHA-256 of its export: ${snapshot.sha256}`, snapshot.note ?? ''].filter(Boolean).join('. ');
  const fields = {
    title: `{${escapeTex(TITLE)}}`,
    key: 'Chancery',
    year: String(year),
    month: String(month),
    day: String(day),
    version: versionText(snapshot),
    howpublished: `Data set. ${describeSnapshot(snapshot)}`,
    note: escapeTex(toOneLine(note)),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@misc{${citationKey(snapshot)},\n${lines.join('')}}\n`;
}

const TEX_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Escapes text for TeX. BibTeX counts escaped braces too, so all braces are removed if they are unbalanced. */
function escapeTex(text: string): string {
  const balanced = isBalanced(text) ? text : text.replace(/[{}]/g, '');
  return balanced.replace(/[\\{}~^&%$#_]/g, (character) => TEX_ESCAPES[character] ?? `\\${character}`);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

const toOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function apa(snapshot: CitedSnapshot): string {
  const { year, month, day } = dateParts(snapshot);
  const note = snapshot.note === null ? '' : ` ${toSentence(toOneLine(snapshot.note))}`;
  const head = `${TITLE} (Graph version ${snapshot.version}) [Data set]. (${year}, ${MONTHS[month - 1]} ${day}).`;
  return `${head} ${describeSnapshot(snapshot)}. SHA-256 of its export: ${snapshot.sha256}.${note}`;
}

const toSentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function cslJson(snapshot: CitedSnapshot): string {
  const { year, month, day } = dateParts(snapshot);
  const item = {
    id: citationKey(snapshot),
    type: 'dataset',
    title: TITLE,
    version: versionText(snapshot),
    issued: { 'date-parts': [[year, month, day]] },
    source: `Chancery graph ${snapshot.instance}`,
    number: snapshot.id,
    note: [`Snapshot ${snapshot.id}. SHA-256 of its export: ${snapshot.sha256}`, snapshot.note ?? '']
      .filter(Boolean)
      .join('. '),
  };
  return JSON.stringify([item], null, 2);
}
