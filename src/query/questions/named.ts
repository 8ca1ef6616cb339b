import { bestName } from '../../domain/names/names.ts';
import { type TypeName, typeNames } from '../../domain/node-types.ts';
import { type Tx } from '../../graph/database.ts';
import { NAME_PROPERTIES, type StoredNames, toNames } from '../../storage/names.ts';
import { findEach } from '../statement/lookups.ts';

/** A thing with what it is called. */
export interface NamedThing {
  id: string;
  key: string;
  type: TypeName;
  /** The name of an entity, the title of a document (its address, where it has none), what a statement or a claim says; null for others. */
  name: string | null;
}

const NAMES_OF = (variable: string) => `[${NAME_PROPERTIES.map((property) => `${variable}.${property}`).join(', ')}]`;

const FIND = `WITH ${findEach('$refs')} AS found UNWIND range(0, size($refs) - 1) AS index WITH index, found[index] AS t
OPTIONAL MATCH (t)-[:MADE_BY {order: 0}]->(s)
RETURN t.id, t.key, [label IN labels(t) WHERE label IN $types][0] AS type, ${NAMES_OF('t')}, ${NAMES_OF('s')},
coalesce(t.title, t.url, t.gist, t.text) AS text ORDER BY index`;

type Row = [
  id: string | null,
  key: string,
  type: TypeName,
  names: StoredNames,
  speakerNames: StoredNames,
  text: string | null,
];

/**
 * What references lead to, in their order, merged things resolved; null for nothing.
 *
 * @param lang Languages of names, best first (BCP 47).
 */
export async function readNamed(
  tx: Tx,
  refs: readonly string[],
  lang: readonly string[] = [],
): Promise<(NamedThing | null)[]> {
  if (refs.length === 0) return [];
  const rows = (await tx.rows(FIND, { refs, types: typeNames })) as Row[];
  return rows.map(([id, key, type, names, speakerNames, text]) => {
    const nameIn = (stored: StoredNames) => bestName(toNames(stored), lang) || null;
    return id === null ? null : { id, key, type, name: nameIn(names) ?? said(text, nameIn(speakerNames)) };
  });
}

/** `John Healey: Calls the US the most important ally`. */
const said = (text: string | null, speaker: string | null): string | null =>
  [speaker, text].filter((part) => part !== null).join(': ') || null;
