import { newId } from '../../domain/identity.ts';
import { type ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type RowsMet } from '../options.ts';
import { keyPrefix } from '../../domain/thing-types.ts';
import { type Thing } from '../things.ts';
import { type Spoken } from './claims.ts';
import { type Draft } from './draft.ts';
import {
  type IdentifiedDescription,
  type IdentifiedDraft,
  identifiedDescription,
  identifiedDraft,
} from './identify.ts';
import { ClaimFinder } from './claim-finder.ts';
import { FreeKeys } from './keys.ts';
import { type Identified, type Paired, pairUp } from './pairing.ts';
import { type Problems } from './problems.ts';
import {
  type StoredClaim,
  type StoredDescription,
  recordedBefore,
  storedClaims,
  storedDescriptions,
} from './stored-rows.ts';
import { type Survey } from './survey.ts';

/** A claim to write. */
export interface NewClaim extends IdentifiedDraft {
  id: string;
  key: string;
  relations: { type: ClaimRelationType; to: string }[];
  /** The claim that it corrects, and the key under which that one is found from now on. */
  corrects: { id: string; key: string } | null;
}

/** What recording changes, beside new things. */
export interface Changes {
  claims: NewClaim[];
  retracted: StoredClaim[];
  described: IdentifiedDescription[];
  redescribed: { row: IdentifiedDescription; stored: StoredDescription }[];
  undescribed: StoredDescription[];
  /** Rows that say what is stored already. */
  unchanged: number;
}

/** What recording changes, and which claim is which. */
export interface Compared extends Changes {
  /** The id of the claim that a draft is, new or stored. */
  idOf: (draft: Draft) => string;
}

interface Scope {
  scopes: readonly string[];
  prune: boolean;
  /** Where the rows are but a part of their data sets: what the parts have held so far. */
  met?: RowsMet;
}

/** Compares what the input says with what earlier imports of the same data sets stored. */
export async function changesOf(
  tx: Tx,
  { drafts, descriptions }: Spoken,
  { directory }: Survey,
  { scopes, prune, met }: Scope,
  problems: Problems,
): Promise<Compared> {
  checkKeys(drafts, problems);
  const before = await recordedBefore(tx, scopes);
  const rows = { claims: drafts.map(identifiedDraft), descriptions: descriptions.map(identifiedDescription) };
  /** Claims of other parts of the data set, which those of this part stand to. */
  const related = drafts.flatMap(({ relations }) => relations.map(({ to }) => to));
  const claims = await pairedBy(
    scopes,
    rows.claims,
    ({ draft }) => draft.scope,
    (scope, localKeys) => (before.has(scope) ? storedClaims(tx, scope, localKeys && [...localKeys, ...related]) : []),
    met !== undefined,
  );
  const described = await pairedBy(
    scopes,
    rows.descriptions,
    ({ description }) => description.scope,
    (scope, localKeys) => (before.has(scope) ? storedDescriptions(tx, scope, localKeys) : []),
    met !== undefined,
  );
  if (met !== undefined) addMet(met, rows);
  // A claim of another part was only looked up to be pointed at.
  const own = new Set(rows.claims.map(({ localKey }) => localKey));
  const mayPrune = (localKey: string) => met === undefined || own.has(localKey);
  const changed = claims.changed.filter((pair) => mayCorrect(pair, problems));

  const finder = new ClaimFinder(directory);
  for (const { row, stored } of claims.unchanged) finder.add(row.draft, stored.id);
  for (const { draft } of [...claims.added, ...claims.changed.map(({ row }) => row)]) finder.add(draft, newId());
  for (const { localKey, id } of claims.gone) finder.remember(localKey, id);
  const relations = new Map(drafts.map((draft) => [draft, finder.relationsOf(draft, problems)]));

  const keys = await FreeKeys.among(
    tx,
    [...claims.added.map(({ draft }) => wantedKey(draft)), ...changed.map(({ stored }) => `${stored.key}/v`)],
    directory.declaredKeys().values().toArray().flat(),
  );
  const claim = (row: IdentifiedDraft, key: string, corrects: NewClaim['corrects']): NewClaim => ({
    ...row,
    id: finder.idOf(row.draft),
    key,
    relations: relations.get(row.draft)!,
    corrects,
  });
  return {
    claims: [
      ...claims.added.map((row) => claim(row, keyOf(row.draft, keys, problems), null)),
      ...changed.map(({ row, stored }) => claim(row, stored.key, { id: stored.id, key: keys.takeVersion(stored.key) })),
    ],
    retracted: prune ? claims.gone.filter(({ ended, localKey }) => ended === null && mayPrune(localKey)) : [],
    described: described.added,
    redescribed: described.changed,
    undescribed: prune ? described.gone : [],
    unchanged: claims.unchanged.length + described.unchanged.length,
    idOf: (draft) => finder.idOf(draft),
  };
}

function addMet(
  met: RowsMet,
  rows: { claims: readonly IdentifiedDraft[]; descriptions: readonly IdentifiedDescription[] },
) {
  const rowsOf = (scope: string) => {
    const found = met.get(scope) ?? { claims: new Set(), descriptions: new Set() };
    met.set(scope, found);
    return found;
  };
  for (const { draft, localKey } of rows.claims) rowsOf(draft.scope).claims.add(localKey);
  for (const { description, localKey } of rows.descriptions) rowsOf(description.scope).descriptions.add(localKey);
}

/**
 * Pairs rows with what is stored, data set by data set. Blocks of a mutation meet only what says exactly the same.
 *
 * @param isPart Whether to read only what is stored under the keys of these rows.
 */
async function pairedBy<I extends Identified, S extends Identified>(
  scopes: readonly string[],
  rows: readonly I[],
  scopeOf: (row: I) => string,
  read: (scope: string, localKeys: readonly string[] | null) => Promise<S[]> | S[],
  isPart: boolean,
): Promise<Paired<I, S>> {
  const all: Paired<I, S> = { unchanged: [], changed: [], added: [], gone: [] };
  const byScope = Map.groupBy(rows, scopeOf);
  for (const scope of scopes) {
    const own = byScope.get(scope) ?? [];
    const stored = await read(scope, scope === '' || isPart ? own.map(({ localKey }) => localKey) : null);
    const paired = pairUp(own, stored);
    all.unchanged.push(...paired.unchanged);
    all.changed.push(...paired.changed);
    all.added.push(...paired.added);
    all.gone.push(...paired.gone);
  }
  return all;
}

/** The key under which a new claim is stored: its own, where another data set has that one within its data set's. */
function keyOf(draft: Draft, keys: FreeKeys, problems: Problems): string {
  const { key, scope, path } = draft;
  if (key === null || !keys.has(key)) return keys.take(wantedKey(draft));
  if (scope === '')
    problems.add('DUPLICATE', [...path, 'key'], `${key} is already taken; choose another key or leave it out`);
  return keys.take(`${scope}/${key}`);
}

/** A claim's key is given once in a data set. */
function checkKeys(drafts: readonly Draft[], problems: Problems): void {
  const met = new Set<string>();
  for (const { key, scope, path } of drafts) {
    if (key === null) continue;
    if (met.has(`${scope} ${key}`)) problems.add('DUPLICATE', [...path, 'key'], `${key} is given to two claims`);
    met.add(`${scope} ${key}`);
  }
}

/** What an analyst has ended since is not brought back by a file. */
function mayCorrect({ row, stored }: { row: IdentifiedDraft; stored: StoredClaim }, problems: Problems): boolean {
  if (stored.ended === null) return true;
  const since =
    stored.ended === 'CORRECTED'
      ? `an analyst has corrected it since: ${stored.correctedBy}`
      : 'an analyst has retracted it since';
  const message = `this row changes the claim ${stored.key}, but ${since}; leave the row as it was, or give it a new key`;
  problems.add('NOT_ALLOWED', row.draft.path, message);
  return false;
}

function wantedKey({ key, textMade, supports, subject, evidence }: Draft): string {
  const slug = (thing: Thing) => thing.key.slice(thing.key.indexOf(':') + 1);
  return (
    key ??
    `${keyPrefix.Claim}:${slug(textMade ? supports[0]!.thing : subject)}/${slug(evidence[0]!.document)}`.slice(0, 180)
  );
}
