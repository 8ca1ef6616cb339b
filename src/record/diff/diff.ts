import { newId } from '../../domain/identity/keys.ts';
import { type ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { together } from '../../graph/transactions/together.ts';
import { type ImportPart, type SeenRows } from '../input/options.ts';
import { keyPrefix } from '../../domain/node-types.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type DraftedInput } from '../draft/draft-claims.ts';
import { type ClaimDraft } from '../draft/claim-draft.ts';
import {
  type FingerprintedDescription,
  type FingerprintedClaim,
  fingerprintDescription,
  fingerprintClaim,
} from './fingerprint.ts';
import { Remembering } from '../resolve/remembering.ts';
import { ClaimResolver } from './claim-resolver.ts';
import { KeyAllocator } from '../resolve/key-allocator.ts';
import { type SameClaim, splitEnded } from './ended-rows.ts';
import { type Ownership, isKept, leftToMutation, shareRows } from './shared-rows.ts';
import { type Fingerprinted, type MatchedRows, matchRows } from './match-rows.ts';
import { type Problems } from '../resolve/problems.ts';
import {
  type StoredClaimRow,
  type StoredDescriptionRow,
  findKnownScopes,
  readStoredClaims,
  readStoredDescriptions,
} from './stored-rows.ts';
import { type ResolvedInput } from '../resolve/resolve.ts';

/** A claim to create. */
export interface NewClaim extends FingerprintedClaim {
  id: string;
  key: string;
  relations: { type: ClaimRelationType; to: string }[];
  /** The claim that it corrects, and the new key of that claim. */
  corrects: { id: string; key: string } | null;
}

/** The changes of a recording to claims and descriptions. */
export interface InputDiff {
  claims: NewClaim[];
  retracted: StoredClaimRow[];
  addedDescriptions: FingerprintedDescription[];
  changedDescriptions: { row: FingerprintedDescription; stored: StoredDescriptionRow }[];
  removedDescriptions: StoredDescriptionRow[];
  /** Claims that another says from now on, too, or alone. */
  owners: Ownership[];
  /** Rows that are stored as they are. */
  unchanged: number;
}

/** The changes, and the ids of all drafted claims. */
export interface ResolvedDiff extends InputDiff {
  /** Drafted claims that say the same as one that was corrected or retracted: nothing is recorded of them. */
  ended: readonly SameClaim[];
  /** The id of a drafted claim, new or stored. */
  idOf: (draft: ClaimDraft) => string;
}

interface DiffOptions {
  scopes: readonly string[];
  prune: boolean;
  /** Set where rows are compared only with what is stored under their own keys. */
  part?: Pick<ImportPart, 'seen'>;
}

/** Compares the drafted input with what earlier imports of the same data sets stored. */
export async function diffInput(
  tx: Tx,
  { drafts, descriptions }: Pick<DraftedInput, 'drafts' | 'descriptions'>,
  { registry }: ResolvedInput,
  { scopes, prune, part }: DiffOptions,
  problems: Problems,
): Promise<ResolvedDiff> {
  checkDuplicateKeys(drafts, problems);
  const knownScopes = await findKnownScopes(tx, scopes);
  const rows = { claims: drafts.map(fingerprintClaim), descriptions: descriptions.map(fingerprintDescription) };
  /** Claims of other batches to which claims of this batch relate. */
  const relatedKeys = drafts.flatMap(({ relations }) => relations.map(({ to }) => to));
  const declared = registry.declaredKeys().values().toArray().flat();
  const keysOf = (claims: Pick<MatchedRows<FingerprintedClaim, StoredClaimRow>, 'added' | 'changed'>) =>
    KeyAllocator.load(
      tx,
      [
        ...claims.added.map(({ draft }) => suggestedKey(draft)),
        ...claims.changed.map(({ stored }) => `${stored.key}/v`),
      ],
      declared,
    );
  const ifAllIsNew = { unchanged: [], changed: [], added: rows.claims, removed: [] };
  const [matched, described] = await together([
    matchByScope(
      scopes,
      rows.claims,
      ({ draft }) => draft.scope,
      (scope, localKeys) =>
        knownScopes.has(scope) ? readStoredClaims(tx, scope, localKeys && [...localKeys, ...relatedKeys]) : [],
      part !== undefined,
    ),
    matchByScope(
      scopes,
      rows.descriptions,
      ({ description }) => description.scope,
      (scope, localKeys) => (knownScopes.has(scope) ? readStoredDescriptions(tx, scope, localKeys) : []),
      part !== undefined,
    ),
    // Most of what a mutation says is new. What is asked then is sent ahead, and remembered.
    ...(tx instanceof Remembering ? [shareRows(tx, ifAllIsNew), keysOf(ifAllIsNew)] : []),
  ]);
  const { claims, owners } = await shareRows(tx, matched);
  const { standing, ended } = await splitEnded(tx, claims.unchanged);
  const { repeated, unchanged } = splitRepeated(described.unchanged);
  if (part?.seen) addSeen(part.seen, rows);
  // Claims of other batches were only looked up as targets of relations.
  const ownKeys = new Set(rows.claims.map(({ localKey }) => localKey));
  const mayPrune = (localKey: string) => part === undefined || ownKeys.has(localKey);
  const changed = claims.changed.filter((pair) => canCorrect(pair, problems));

  const resolver = new ClaimResolver(registry);
  for (const { row, stored } of [...standing, ...ended]) resolver.add(row.draft, stored.id);
  for (const { draft } of [...claims.added, ...claims.changed.map(({ row }) => row)]) resolver.add(draft, newId());
  for (const { localKey, id } of claims.removed) resolver.addStored(localKey, id);
  const relations = new Map(drafts.map((draft) => [draft, resolver.resolveRelations(draft, problems)]));

  const keys = await keysOf({ added: claims.added, changed });
  const claim = (row: FingerprintedClaim, key: string, corrects: NewClaim['corrects']): NewClaim => ({
    ...row,
    id: resolver.idOf(row.draft),
    key,
    relations: relations.get(row.draft)!,
    corrects,
  });
  const pruned = prune ? claims.removed.filter(({ ended, localKey }) => ended === null && mayPrune(localKey)) : [];
  return {
    claims: [
      ...claims.added.map((row) => claim(row, allocateKey(row.draft, keys, problems), null)),
      ...changed.map(({ row, stored }) =>
        claim(row, stored.key, { id: stored.id, key: keys.allocateVersion(stored.key) }),
      ),
    ],
    retracted: pruned.filter((row) => !isKept(row)),
    owners: [...owners, ...pruned.filter(isKept).map(leftToMutation)],
    addedDescriptions: described.added,
    changedDescriptions: [...described.changed, ...repeated],
    removedDescriptions: prune ? described.removed : [],
    unchanged: claims.unchanged.length + unchanged.length,
    ended,
    idOf: (draft) => resolver.idOf(draft),
  };
}

/**
 * Of the descriptions that are stored as they are, those of a mutation that repeat what their document said before it said something else,
 * or what an analyst took back: they are its last word again. A data set is as its file has it, however often it is imported.
 */
function splitRepeated(unchanged: InputDiff['changedDescriptions']) {
  const isRepeated = ({ row, stored }: (typeof unchanged)[number]) =>
    row.description.scope === '' && stored.isOverruled;
  return {
    repeated: unchanged.filter(isRepeated),
    unchanged: unchanged.filter((pair) => !isRepeated(pair)),
  };
}

function addSeen(
  seen: SeenRows,
  rows: { claims: readonly FingerprintedClaim[]; descriptions: readonly FingerprintedDescription[] },
) {
  const rowsOf = (scope: string) => {
    const found = seen.get(scope) ?? { claims: new Set(), descriptions: new Set() };
    seen.set(scope, found);
    return found;
  };
  for (const { draft, localKey } of rows.claims) rowsOf(draft.scope).claims.add(localKey);
  for (const { description, localKey } of rows.descriptions) rowsOf(description.scope).descriptions.add(localKey);
}

/**
 * Matches rows with the stored ones, by data set. Rows of a mutation match only rows with the same content.
 *
 * @param isBatch Whether to read only what is stored under the keys of these rows.
 */
async function matchByScope<I extends Fingerprinted, S extends Fingerprinted>(
  scopes: readonly string[],
  rows: readonly I[],
  scopeOf: (row: I) => string,
  read: (scope: string, localKeys: readonly string[] | null) => Promise<S[]> | S[],
  isBatch: boolean,
): Promise<MatchedRows<I, S>> {
  const all: MatchedRows<I, S> = { unchanged: [], changed: [], added: [], removed: [] };
  const byScope = Map.groupBy(rows, scopeOf);
  for (const scope of scopes) {
    const own = byScope.get(scope) ?? [];
    const stored = await read(scope, scope === '' || isBatch ? own.map(({ localKey }) => localKey) : null);
    const matched = matchRows(own, stored);
    all.unchanged.push(...matched.unchanged);
    all.changed.push(...matched.changed);
    all.added.push(...matched.added);
    all.removed.push(...matched.removed);
  }
  return all;
}

/** The stored key of a new claim: its own, prefixed with the data set if another data set has it. */
function allocateKey(draft: ClaimDraft, keys: KeyAllocator, problems: Problems): string {
  const { key, scope, path } = draft;
  if (key === null || !keys.isTaken(key)) return keys.allocate(suggestedKey(draft));
  if (scope === '')
    problems.add('DUPLICATE', [...path, 'key'], `${key} is already taken; choose another key or leave it out`);
  return keys.allocate(`${scope}/${key}`);
}

/** A data set gives a claim key once. */
function checkDuplicateKeys(drafts: readonly ClaimDraft[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { key, scope, path } of drafts) {
    if (key === null) continue;
    if (seen.has(`${scope} ${key}`)) problems.add('DUPLICATE', [...path, 'key'], `${key} is given to two claims`);
    seen.add(`${scope} ${key}`);
  }
}

/** A claim that an analyst has retracted or corrected is not re-imported. */
function canCorrect({ row, stored }: { row: FingerprintedClaim; stored: StoredClaimRow }, problems: Problems): boolean {
  if (stored.ended === null) return true;
  const how = stored.ended === 'CORRECTED' ? `corrected (now ${stored.correctedBy})` : 'retracted';
  const message =
    `this row changes claim ${stored.key}, which an analyst has ${how}; retracted or corrected claims are not ` +
    're-imported: restore the row as it was, or give it a new key';
  problems.add('NOT_ALLOWED', row.draft.path, message);
  return false;
}

function suggestedKey({ key, isGenerated, supports, subject, evidence }: ClaimDraft): string {
  const slug = (node: NodeRef) => node.key.slice(node.key.indexOf(':') + 1);
  return (
    key ??
    `${keyPrefix.Claim}:${slug(isGenerated ? supports[0]!.node : subject)}/${slug(evidence[0]!.document)}`.slice(0, 180)
  );
}
