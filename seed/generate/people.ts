import { compactText, normalizeText } from '../../src/domain/names/normalize-text.ts';
import { type Row, items, readTable } from './csv.ts';
import { nameOf } from './further-names.ts';
import { type Blocks, wikidata } from './sources.ts';
import { filled } from './yaml.ts';

/** Officials by what is left of their names without case, accents, spaces and hyphens. */
export type NameIndex = ReadonlyMap<string, string>;

/**
 * The index of all names and aliases of officials. Two officials of one name are an error of the tables: which one a page
 * means could not be told from its name, and mostly they are one person.
 */
export function indexNames(officials: readonly Row[]): NameIndex {
  const index = new Map<string, string>();
  for (const { key, name_en, alias } of officials) {
    for (const name of [name_en!, ...items(alias)]) {
      const other = index.get(folded(name));
      if (other !== undefined && other !== key) throw new Error(`${key} and ${other} are both called ${name}`);
      index.set(folded(name), key!);
    }
  }
  return index;
}

/** The key of the official whom a page calls so. An unknown name is an error: it is a new official, or a new alias of one. */
export function officialNamed(name: string, index: NameIndex): string {
  const key = index.get(folded(name));
  if (key === undefined)
    throw new Error(
      `no official is called ${name}: add it to further-officials.csv, or as an alias of the one it means`,
    );
  return key;
}

const folded = (name: string) => compactText(normalizeText(name));

const holders = readTable('officials');
const further = readTable('further-officials');
/** The names of all officials of the tables. */
export const officialNames = indexNames([...holders, ...further]);
/** The English names of officials by key. */
export const englishNames = new Map([...holders, ...further].map(({ key, name_en }) => [key!, name_en!]));

/** Describes those of the keys who hold no post of the tables, each by the page that named them first. */
export function describeFurtherOfficials(blocks: Blocks, keys: ReadonlySet<string>): void {
  for (const { key, name_en, alias, country, source, wikidata: id } of further) {
    if (!keys.has(key!)) continue;
    const names = [
      { value: name_en!, lang: 'en' },
      ...items(alias).map((value) => ({ value, lang: 'en', kind: 'ALIAS' as const })),
    ];
    blocks.add(source!, { officials: [filled({ key: key!, names, country, externalIds: wikidata(id) })] });
  }
  addOtherNames(blocks, new Set(further.map(({ key }) => key!).filter((key) => keys.has(key))));
}

/** A list of spellings of names, from which it does not follow that a person is called so, */
const SPELLINGS = 'doc:rigour-person-names';
/** and how sure of its names one may be, in percent. */
const SPELLED = 60;

/** Adds what officials are called in other languages and scripts, each name by the source that has it. */
export function addOtherNames(blocks: Blocks, keys: ReadonlySet<string>): void {
  const rows = readTable('official-names').filter(({ official }) => keys.has(official!));
  for (const [source, told] of Map.groupBy(rows, (row) => row.source!)) {
    const officials = [...Map.groupBy(told, ({ official }) => official!)].map(([ref, names]) => ({
      ref,
      names: names.map(nameOf),
    }));
    blocks.add(source, { officials }, source === SPELLINGS ? SPELLED : undefined);
  }
}
