import { sortKey } from '../../domain/identity.ts';
import { relate } from '../../domain/slots.ts';
import { ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type DerivedLink, type Link, identityLinks } from '../links.ts';
import { typeOf } from '../things.ts';
import { storedPairs } from './conflicts.ts';
import { type Neighbours, type Said, claimsFor, neighboursOf } from './evidence.ts';
import { partOf, unions } from './fields.ts';
import { assertionsOn, contextOf } from './settled.ts';
import { type ConflictShape, type Derivation } from './shape.ts';

/** A relation to another claim that a source or an analyst has set, in either direction. */
interface Coded {
  type: ClaimRelationType;
  id: string;
  key: string;
  live: boolean;
  origin: string;
}

interface Row {
  id: string;
  key: string;
  type: string;
  live: boolean;
  origin: string;
  subject: { id: string; key: string };
  supports: string[];
  /** Subject, objects, what it supports and what the supported facts join. */
  near: string[];
  concerns: string[];
  related: [to: string, properties: Record<string, unknown>][];
  coded: Coded[];
  independentSources: number | null;
}

const ORIGIN = (claim: string) =>
  `coalesce([(${claim})-[:ATTRIBUTED_TO {order: 0}]->(x) | x.id][0], [(${claim})-[:EVIDENCE]->(x) | x.id][0])`;

const CLAIMS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id})-[:SUBJECT]->(subject)
RETURN id, c.key AS key, c.type AS type, c.live AS live, c.independentSources AS independentSources,
  ${ORIGIN('c')} AS origin, subject {.id, .key} AS subject,
  [(c)-[:SUPPORTS]->(t) | t.id] AS supports,
  [(c)-[:SUBJECT|OBJECT|SUPPORTS]->(t) | t.id] +
  [(c)-[:SUPPORTS]->(:Fact)-[:${identityLinks.join('|')}|MADE_BY]->(t) | t.id] AS near,
  [(c)-[:CONCERNS]->(t) | t.id] AS concerns,
  [(c)-[r:RELATES_TO {by: 'RULE'}]->(o) | [o.id, properties(r)]] AS related,
  [(c)-[r:RELATES_TO]-(o:Claim) WHERE r.by <> 'RULE' | {type: r.type, id: o.id, key: o.key, live: o.live, origin: ${ORIGIN('o')}}] AS coded`;

/** How far claims reach: what they concern, how the rules relate them, and how many sources stand behind them. */
export async function claimReach(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await tx.run<Row>(CLAIMS, { ids });
  const pairs = await storedPairs(tx, ids);
  const met = await meetings(tx, [...new Set(rows.flatMap(({ supports }) => supports))]);
  return rows.map((row): Derivation => {
    const { id, key, concerns, related, independentSources } = row;
    const links = relationsFrom(id, met);
    return {
      id,
      key,
      type: 'Claim',
      stored: {
        properties: { independentSources },
        links: [
          ...concerns.map((to) => concern(id, to)),
          ...related.map(([to, properties]) => ({ type: 'RELATES_TO' as const, from: id, to, properties })),
        ],
        externalIds: [],
        conflicts: pairs.get(id) ?? [],
      },
      derived: {
        properties: { independentSources: sourcesBehind(row, met) },
        links: [...[...new Set(row.near)].map((to) => concern(id, to)), ...links],
        externalIds: [],
        conflicts: pairConflicts(row, met),
      },
      state: null,
    };
  });
}

const concern = (from: string, to: string): Link<DerivedLink> => ({ type: 'CONCERNS', from, to, properties: {} });

/** Two claims that meet in a slot. */
interface Meeting {
  from: string;
  to: string;
  type: ClaimRelationType;
  slot: string;
  /** Where each of the two begins. */
  origins: readonly [string, string];
}

type Met = ReadonlyMap<string, readonly Meeting[]>;

/** Everywhere that claims about these things meet, by the claims on either side. */
async function meetings(tx: Tx, things: readonly string[]): Promise<Met> {
  const said = await claimsFor(tx, things);
  const named = [...said.values()].flat().flatMap(({ values }) => Object.values(values).flat());
  const texts = named.filter((value) => typeof value === 'string');
  const neighbours = await neighboursOf(tx, [...things, ...texts]);
  const met = new Map<string, Meeting[]>();
  for (const [thing, claims] of said) {
    for (const meeting of meetingsAt(thing, claims, neighbours)) {
      for (const id of [meeting.from, meeting.to]) {
        const others = met.get(id);
        if (others) others.push(meeting);
        else met.set(id, [meeting]);
      }
    }
  }
  return met;
}

function meetingsAt(thing: string, claims: readonly Said[], neighbours: Neighbours): Meeting[] {
  const type = typeOf(neighbours.get(thing)!.labels);
  if (claims.length < 2 || type === null || type === 'Claim') return [];
  const byKey = new Map(claims.map((said) => [said.claim.claim, said]));
  const part = partOf[type];
  return Object.entries({ ...part.told, ...part.said })
    .filter(([field]) => !unions.has(field) && field !== 'inferred')
    .flatMap(([field, kind]) =>
      relate(assertionsOn(field, kind, claims, neighbours), contextOf(neighbours)).flatMap(({ from, type, to }) => {
        const [one, other] = [byKey.get(from)!, byKey.get(to)!];
        if (type === ClaimRelationType.CORROBORATES && isSameVoice(one, other)) return [];
        const origins = [originOf(one), originOf(other)] as const;
        return [{ from: one.id, to: other.id, type, slot: `${thing}|${field}`, origins }];
      }),
    );
}

const originOf = ({ claim }: Said) => claim.origins![0]!;

/** A source that says the same twice in one document does not corroborate itself. */
const isSameVoice = (a: Said, b: Said) =>
  originOf(a) === originOf(b) && a.documents.some((document) => b.documents.includes(document));

function relationsFrom(id: string, met: Met): Link<DerivedLink>[] {
  const own = (met.get(id) ?? []).filter(({ from }) => from === id);
  return [...Map.groupBy(own, ({ to, type }) => `${to} ${type}`).values()].map((group) => ({
    type: 'RELATES_TO',
    from: id,
    to: group[0]!.to,
    properties: { type: group[0]!.type, by: 'RULE', slots: group.map(({ slot }) => slot).sort() },
  }));
}

/** The separate beginnings of the claim and of those that corroborate it: a reprint adds nothing. */
function sourcesBehind({ id, origin, coded }: Row, met: Met): number {
  const isCorroboration = ({ type }: { type: ClaimRelationType }) => type === ClaimRelationType.CORROBORATES;
  const ruled = (met.get(id) ?? []).filter(isCorroboration).flatMap(({ origins }) => origins);
  const said = coded.filter((each) => each.live && isCorroboration(each)).map((each) => each.origin);
  return new Set([origin, ...ruled, ...said]).size;
}

const opposing: readonly ClaimRelationType[] = ['CONTRADICTS', 'COMPETES_WITH', 'OVERSTATES'];

/** Pairs that a source or an analyst set against each other, kept by the first of the two; slots have theirs already. */
function pairConflicts({ id, key, type, live, subject, coded }: Row, met: Met): ConflictShape[] {
  const order = sortKey(key);
  const others = coded.filter(
    (other) => live && other.live && opposing.includes(other.type) && order < sortKey(other.key),
  );
  const apart = others.filter(
    (other) =>
      !(met.get(id) ?? []).some(({ from, to, type }) => type === 'CONTRADICTS' && [from, to].includes(other.id)),
  );
  return [...new Map(apart.map((other) => [other.id, other])).values()].map((other) => ({
    key: `${id}|${other.id}`,
    slot: `${subject.key}|${type}`,
    sortKey: `${sortKey(subject.key)}|${type}|${order}|${sortKey(other.key)}`,
    of: subject.id,
    among: [id, other.id],
    follows: null,
    rule: null,
  }));
}
