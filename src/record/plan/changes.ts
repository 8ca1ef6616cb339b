import { newId } from '../../domain/identity.ts';
import { type ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type Thing, keyPrefix } from '../things.ts';
import { type Spoken } from './claims.ts';
import { type Draft } from './draft.ts';
import {
  type IdentifiedDescription,
  type IdentifiedDraft,
  identifiedDescription,
  identifiedDraft,
} from './identify.ts';
import { FreeKeys } from './keys.ts';
import { pairUp } from './pairing.ts';
import { type Problems } from './problems.ts';
import { type StoredClaim, type StoredDescription, storedClaims, storedDescriptions } from './stored-rows.ts';
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

interface Scope {
  scopes: readonly string[];
  prune: boolean;
}

/** Compares what the input says with what earlier imports of the same data sets stored. */
export async function changesOf(
  tx: Tx,
  { drafts, descriptions }: Spoken,
  { directory }: Survey,
  { scopes, prune }: Scope,
  problems: Problems,
): Promise<Changes> {
  const changes: Changes = {
    claims: [],
    retracted: [],
    described: [],
    redescribed: [],
    undescribed: [],
    unchanged: 0,
  };
  checkKeys(drafts, problems);
  const ids = new Map<Draft, string>();
  const added: IdentifiedDraft[] = [];
  const changed: { row: IdentifiedDraft; stored: StoredClaim }[] = [];
  const local = new Map<string, string>();
  const claimsByScope = Map.groupBy(drafts.map(identifiedDraft), ({ draft }) => draft.scope);
  const descriptionsByScope = Map.groupBy(
    descriptions.map(identifiedDescription),
    ({ description }) => description.scope,
  );
  for (const scope of scopes) {
    const rows = claimsByScope.get(scope) ?? [];
    const stored = await storedClaims(tx, scope, scope === '' ? rows.map(({ localKey }) => localKey) : null);
    for (const { localKey, id } of stored) local.set(`${scope} ${localKey}`, id);
    const paired = pairUp(rows, stored);
    for (const { row, stored: same } of paired.unchanged) ids.set(row.draft, same.id);
    for (const pair of paired.changed) if (mayCorrect(pair, problems)) changed.push(pair);
    for (const row of [...paired.added, ...paired.changed.map((pair) => pair.row)]) ids.set(row.draft, newId());
    added.push(...paired.added);
    if (prune) changes.retracted.push(...paired.gone.filter(({ ended }) => ended === null));

    const told = descriptionsByScope.get(scope) ?? [];
    const described = pairUp(
      told,
      await storedDescriptions(tx, scope, scope === '' ? told.map(({ localKey }) => localKey) : null),
    );
    changes.unchanged += paired.unchanged.length + described.unchanged.length;
    changes.described.push(...described.added);
    changes.redescribed.push(...described.changed);
    if (prune) changes.undescribed.push(...described.gone);
  }

  const keys = await FreeKeys.among(
    tx,
    [...added.map(({ draft }) => wantedKey(draft)), ...changed.map(({ stored }) => `${stored.key}/v`)],
    directory.declaredKeys().values().toArray().flat(),
  );
  const byKey = new Map(
    drafts.filter(({ key }) => key !== null).map((draft) => [`${draft.scope} ${draft.key}`, draft]),
  );
  const relationsOf = ({ relations, scope }: Draft) =>
    relations.flatMap(({ type, to, path }) => {
      const draft = byKey.get(`${scope} ${to}`) ?? drafts.find(({ key }) => key === to);
      const id = (draft && ids.get(draft)) ?? local.get(`${scope} ${to}`) ?? knownClaim(to);
      if (id === undefined) problems.notFound({ ref: to, to: ['Claim'], path });
      return id === undefined ? [] : [{ type, to: id }];
    });
  const knownClaim = (ref: string) => {
    const known = directory.find(ref);
    return known?.type === 'Claim' ? known.id : undefined;
  };
  for (const draft of drafts) relationsOf(draft);
  for (const row of added) {
    const { draft } = row;
    if (draft.key !== null && draft.scope === '' && keys.has(draft.key))
      problems.add(
        'DUPLICATE',
        [...draft.path, 'key'],
        `${draft.key} is already taken; choose another key or leave it out`,
      );
    const wanted = wantedKey(draft);
    const key = draft.key !== null && keys.has(wanted) ? keys.take(`${draft.scope}/${wanted}`) : keys.take(wanted);
    changes.claims.push({ ...row, id: ids.get(draft)!, key, relations: relationsOf(draft), corrects: null });
  }
  for (const { row, stored } of changed) {
    const corrects = { id: stored.id, key: keys.takeVersion(stored.key) };
    changes.claims.push({
      ...row,
      id: ids.get(row.draft)!,
      key: stored.key,
      relations: relationsOf(row.draft),
      corrects,
    });
  }
  return changes;
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

function wantedKey({ key, supports, subject, evidence }: Draft): string {
  const slug = (thing: Thing) => thing.key.slice(thing.key.indexOf(':') + 1);
  return (
    key ?? `${keyPrefix.Claim}:${slug(supports[0]?.thing ?? subject)}/${slug(evidence[0]!.document)}`.slice(0, 180)
  );
}
