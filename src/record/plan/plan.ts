import { type Tx } from '../../graph/database.ts';
import { MOST_ROWS } from '../capacity.ts';
import { type RecordInput } from '../input.ts';
import { type DataSet, type RecordOptions } from '../options.ts';
import { type Problem } from '../problem.ts';
import { type Thing } from '../things.ts';
import { checkClaims } from './check-claims.ts';
import { checkExternalIds, checkRows } from './check-rows.ts';
import { type Spoken, spokenIn } from './claims.ts';
import { type Changes, changesOf } from './changes.ts';
import { Problems, comparePaths } from './problems.ts';
import { type Path } from './mentions.ts';
import { type FactIdentity } from './same.ts';
import { type Survey, survey } from './survey.ts';
import { type Rebound, followersOf, rebound } from './rebinding.ts';
import { Implied, slotsOf } from './supporting.ts';
import { callOf } from './words.ts';
import { type NameInput } from '../input.ts';

/** What is to be written. */
export interface Writing {
  newThings: { thing: Thing; fact: FactIdentity | null }[];
  changes: Changes;
  /** Claims of the graph that new facts concern. */
  rebound: Rebound[];
  dataSets: DataSet[];
}

/** Everything that recording the blocks would write, or everything that is wrong with them. */
export interface Plan extends Writing {
  problems: Problem[];
  /** Everything the rows speak of, and the ids of the claims that say it, in the order of the input. */
  spokenOf: { things: readonly Thing[]; claims: readonly string[] };
}

/** What blocks say, with everything they speak of found, before it is compared with what is stored. */
export interface Reading {
  found: Survey;
  spoken: Spoken;
  /** Claims of the graph that new facts concern. */
  rebound: Rebound[];
}

/** Finds what blocks speak of and checks what they say of it; problems are told to `problems`. */
export async function readingOf(
  tx: Tx,
  blocks: readonly RecordInput[],
  scopes: readonly string[],
  problems: Problems,
): Promise<Reading> {
  const found = await survey(tx, blocks, scopes, problems);
  const call = naming(found);
  const followers = await followersOf(tx, [...found.identities.values()]);
  const implied = await Implied.among(tx, blocks, found, followers.flatMap(slotsOf));
  const spoken = blocks.map((block, number) => spokenIn(block, number, found, implied, call));
  const all: Spoken = {
    drafts: spoken.flatMap(({ drafts }) => drafts),
    descriptions: spoken.flatMap(({ descriptions }) => descriptions),
  };
  checkSize(all, problems);
  checkRows(found, all.drafts, problems);
  checkClaims(all.drafts, problems);
  await checkExternalIds(tx, found.rows, problems);
  return { found, spoken: all, rebound: rebound(followers, implied) };
}

/** Plans the recording of blocks: finds what they speak of, checks them, and compares them with what is stored. */
export async function planOf(tx: Tx, blocks: readonly RecordInput[], options: RecordOptions): Promise<Plan> {
  const problems = new Problems();
  const dataSets = blocks.map((_, number) => options.dataSets?.[number] ?? null);
  const scopes = dataSets.map((dataSet) => dataSet?.key ?? '');
  const { found, spoken: all, rebound } = await readingOf(tx, blocks, scopes, problems);
  const changes = await changesOf(
    tx,
    all,
    found,
    { scopes: [...new Set(scopes)], prune: options.prune ?? false, met: options.part?.met },
    problems,
  );
  return {
    problems: problems.none ? [] : await problems.all(tx, declaredKeys(found, all)),
    newThings: newThings(found),
    spokenOf: {
      things: [...new Set(inOrder(found.rows).map(({ thing }) => thing))],
      claims: [...new Set(inOrder(all.drafts).map((draft) => changes.idOf(draft)))],
    },
    changes,
    rebound,
    dataSets: [...new Map(dataSets.filter((each) => each !== null).map((each) => [each.key, each])).values()],
  };
}

/** False where everything that the blocks say is recorded already. */
export function changesAnything({ newThings, changes }: Writing): boolean {
  const { claims, retracted, described, redescribed, undescribed } = changes;
  return [newThings, claims, retracted, described, redescribed, undescribed].some((list) => list.length > 0);
}

/** Rows, and claims that are written out: what the author has counted. */
function checkSize({ drafts, descriptions }: Spoken, problems: Problems): void {
  const rows = descriptions.length + drafts.filter(({ textMade }) => !textMade).length;
  if (rows <= MOST_ROWS) return;
  const message = `the input has ${rows} rows; one recording takes ${MOST_ROWS}. Record it in parts, one after the other`;
  problems.add('NOT_ALLOWED', [], message);
}

/** Names as the input gives them, else as the graph has them. */
function naming({ rows, directory }: Survey): (thing: Thing) => string {
  const given = new Map<string, NameInput[]>();
  for (const { thing, fields } of rows) {
    const names = (fields.names ?? []) as NameInput[];
    if (names.length > 0 && !given.has(thing.id)) given.set(thing.id, names);
  }
  return (thing) =>
    callOf(given.get(thing.id) ?? directory.known(thing.id)?.names.map((name) => ({ ...name })) ?? [], thing.key);
}

const inOrder = <T extends { path: Path }>(spoken: readonly T[]): T[] =>
  spoken.toSorted((a, b) => comparePaths(a.path, b.path));

/** The things that blocks bring, facts with what they join. */
export function newThings({ rows, identities }: Survey): Plan['newThings'] {
  const things = new Map(rows.filter(({ thing }) => thing.isNew).map(({ thing }) => [thing.id, thing]));
  return [...things.values()].map((thing) => ({
    thing,
    fact: identities.get(thing.id) ?? (thing.type === 'Statement' ? { slot: thing.id, links: [] } : null),
  }));
}

/** Keys that the input gives, by type. */
export function declaredKeys({ directory }: Survey, { drafts }: Spoken) {
  return directory.declaredKeys().set(
    'Claim',
    drafts.map(({ key }) => key).filter((key) => key !== null),
  );
}
