import { type Tx } from '../../graph/database.ts';
import { type RecordInput } from '../input.ts';
import { parts } from '../parts.ts';
import { Directory } from './directory.ts';
import { type FactIdentity, factsOf } from './same.ts';
import { type Known, deletedByRef, knownByRef, knownByUrl } from './known.ts';
import { mentionsOf, refsOf } from './mentions.ts';
import { type Problems } from './problems.ts';
import { type Row, checkNamed, entityRows, factRows } from './rows.ts';
import { meetingsBySeat } from './seats.ts';
import { type Source, sourcesOf } from './sources.ts';

/** The input with everything it points at found. */
export interface Survey {
  directory: Directory;
  /** Each block's source. */
  sources: Source[];
  /** Rows of all blocks, each with the thing it speaks of. */
  rows: Row[];
  /** What new facts join, by their id. */
  identities: Map<string, FactIdentity>;
}

/**
 * Finds out what the blocks speak of. The graph is asked in a handful of statements, however long the input is.
 *
 * @param scopes The key of each block's data set; empty for blocks of a mutation.
 */
export async function survey(
  tx: Tx,
  blocks: readonly RecordInput[],
  scopes: readonly string[],
  problems: Problems,
): Promise<Survey> {
  const urls = blocks.flatMap(({ source, documents }) =>
    [source.url, ...(documents ?? []).map(({ url }) => url)].filter((url) => url !== undefined),
  );
  const refs = blocks.flatMap(refsOf);
  const known = await knownByRef(tx, refs);
  const byUrl = await knownByUrl(tx, urls);
  const deleted = await deletedByRef(
    tx,
    refs.filter((ref) => !known.has(ref)),
  );
  const directory = new Directory(known, problems, deleted);
  directory.learn([...known.values(), ...byUrl.values()]);
  directory.learn(await publishersOf(tx, [...known.values(), ...byUrl.values()]));

  blocks.forEach((block, number) => checkNamed(block, number, problems));
  const entities = inTwoRounds(blocks, scopes, directory);
  const bySeat = await meetingsBySeat(tx, blocks, entities, directory, problems);
  const found = sourcesOf(blocks, scopes, entities, byUrl, directory, problems);
  const meetings = [...entities, ...bySeat].filter(({ part }) => part === parts.meetings);
  const facts = await factsOf(
    tx,
    blocks.flatMap((block, number) => factRows(block, number, meetings)),
    found.sources,
    directory,
    problems,
  );
  blocks.forEach((block, number) => mentionsOf(block, number).forEach((mention) => directory.who(mention)));
  const rows = [...found.rows, ...entities, ...bySeat, ...facts.rows];
  return { directory, sources: found.sources, rows, identities: facts.identities };
}

/** Whoever published a document that is known: the first of a chain of attribution that is left out. */
async function publishersOf(tx: Tx, known: readonly Known[]): Promise<Known[]> {
  const there = new Set(known.map(({ id }) => id));
  const ids = known.flatMap(({ publisher }) => publisher ?? []).filter((id) => !there.has(id));
  return ids.length === 0 ? [] : [...(await knownByRef(tx, ids)).values()];
}

/** First the rows that declare keys, then those that point by `ref`, which may point at any of the first. */
function inTwoRounds(blocks: readonly RecordInput[], scopes: readonly string[], directory: Directory): Row[] {
  return [true, false].flatMap((declaring) =>
    blocks.flatMap((block, number) => entityRows(block, number, directory, scopes[number]!, declaring)),
  );
}
