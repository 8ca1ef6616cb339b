import { sortKey } from '../../domain/identity.ts';
import { relate } from '../../domain/slots.ts';
import { ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type DerivedLink, type Link, identityLinks } from '../links.ts';
import { typeOf } from '../../domain/thing-types.ts';
import { storedPairs } from './conflicts.ts';
import { type Neighbours, type Said, claimsFor, neighboursOf } from './evidence.ts';
import { partOf, unions } from './fields.ts';
import {
  type Quarrel,
  type Speaker,
  encounters,
  judgePair,
  nameOf,
  quarrels,
  speakersBy,
  speakersOn,
} from './matters.ts';
import { assertionsOn, contextOf } from './settled.ts';
import { type ConflictShape, type Derivation } from './shape.ts';
import { originOf } from './voices.ts';

/** A relation to another claim that a source or an analyst has set, in either direction. */
interface Coded {
  by: 'SOURCE' | 'ANALYST';
  type: ClaimRelationType;
  id: string;
  key: string;
  live: boolean;
  origin: string;
}

interface Row {
  id: string;
  key: string;
  live: boolean;
  origin: string;
  matter: string | null;
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
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN id, c.key AS key, c.live AS live, c.matter AS matter, c.independentSources AS independentSources,
  ${ORIGIN('c')} AS origin,
  [(c)-[:SUPPORTS]->(t) | t.id] AS supports,
  [(c)-[:SUBJECT|OBJECT|SUPPORTS]->(t) | t.id] +
  [(c)-[:SUPPORTS]->(:Fact)-[:${identityLinks.join('|')}|MADE_BY]->(t) | t.id] AS near,
  [(c)-[:CONCERNS]->(t) | t.id] AS concerns,
  [(c)-[r:RELATES_TO {by: 'RULE'}]->(o) | [o.id, properties(r)]] AS related,
  [(c)-[r:RELATES_TO]-(o:Claim) WHERE r.by <> 'RULE' | {by: r.by, type: r.type, id: o.id, key: o.key, live: o.live, origin: ${ORIGIN('o')}}] AS coded`;

/** How far claims reach: what they concern, how the rules relate them, and how many sources stand behind them. */
export async function claimReach(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await tx.run<Row>(CLAIMS, { ids });
  const pairs = await storedPairs(tx, ids);
  const met = await meetings(tx, [...new Set(rows.flatMap(({ supports }) => supports))]);
  const speakers = await speakersOn(
    tx,
    rows.flatMap(({ matter }) => matter ?? []),
  );
  const rooms = [...Map.groupBy(speakers, ({ matter }) => matter).values()];
  for (const { matter, ...encounter } of rooms.flatMap(encounters)) add(met, { ...encounter, slot: matter });
  const quarrelsOf = Map.groupBy(rooms.flatMap(quarrels), ({ among }) => among[0]!);
  const quarrelling = (id: string, other: string) =>
    [...quarrelsOf.values()].flat().some(({ among }) => among.includes(id) && among.includes(other));
  const set = rows.flatMap((row) => (row.live ? [row.id, ...row.coded.map((other) => other.id)] : []));
  const pairing = rows.some(({ coded }) => coded.length > 0) ? await speakersBy(tx, set) : [];
  const byId = new Map([...speakers, ...pairing].map((speaker) => [speaker.id, speaker]));
  return rows.map((row): Derivation => {
    const { id, key, concerns, related, independentSources } = row;
    const ruled = ruledOn(row, met);
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
        properties: { independentSources: sourcesBehind(row, ruled) },
        links: [...[...new Set(row.near)].map((to) => concern(id, to)), ...relationsFrom(id, ruled)],
        externalIds: [],
        conflicts: [...matterConflicts(key, quarrelsOf.get(id) ?? []), ...pairConflicts(row, met, byId, quarrelling)],
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

type Met = Map<string, Meeting[]>;

/** Most things have one claim, which has nobody to meet there. */
const DISCUSSED = `UNWIND $ids AS id
MATCH (t:Thing {id: id}) USING INDEX SEEK t:Thing(id)
WHERE COUNT { (t)<-[:SUPPORTS]-() } > 1
RETURN id`;

/** Everywhere that claims about these things meet, by the claims on either side. */
async function meetings(tx: Tx, ids: readonly string[]): Promise<Met> {
  const things = (await tx.rows(DISCUSSED, { ids })).map(([id]) => id as string);
  if (things.length === 0) return new Map();
  const said = await claimsFor(tx, things);
  const named = [...said.values()].flat().flatMap(({ values }) => Object.values(values).flat());
  const texts = named.filter((value) => typeof value === 'string');
  const neighbours = await neighboursOf(tx, [...things, ...texts]);
  const met = new Map<string, Meeting[]>();
  for (const [thing, claims] of said) {
    for (const meeting of meetingsAt(thing, claims, neighbours)) add(met, meeting);
  }
  return met;
}

function add(met: Map<string, Meeting[]>, meeting: Meeting): void {
  for (const id of [meeting.from, meeting.to]) {
    const others = met.get(id);
    if (others) others.push(meeting);
    else met.set(id, [meeting]);
  }
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
        const origins = [originOf(one.claim), originOf(other.claim)] as const;
        return [{ from: one.id, to: other.id, type, slot: `${thing}|${field}`, origins }];
      }),
    );
}

/** A source that says the same twice in one document does not corroborate itself. */
const isSameVoice = (a: Said, b: Said) =>
  originOf(a.claim) === originOf(b.claim) && a.documents.some((document) => b.documents.includes(document));

/** Where the claim meets others of which no analyst has said how the two stand. */
function ruledOn({ id, coded }: Row, met: Met): Meeting[] {
  const judged = new Set(coded.flatMap((other) => (other.by === 'ANALYST' ? [other.id] : [])));
  return (met.get(id) ?? []).filter(({ from, to }) => !judged.has(from) && !judged.has(to));
}

function relationsFrom(id: string, ruled: readonly Meeting[]): Link<DerivedLink>[] {
  const own = ruled.filter(({ from }) => from === id);
  return [...Map.groupBy(own, ({ to, type }) => `${to} ${type}`).values()].map((group) => ({
    type: 'RELATES_TO',
    from: id,
    to: group[0]!.to,
    properties: { type: group[0]!.type, by: 'RULE', slots: group.map(({ slot }) => slot).sort() },
  }));
}

/** The separate beginnings of the claim and of those that corroborate it: a reprint adds nothing. */
function sourcesBehind({ origin, coded }: Row, met: readonly Meeting[]): number {
  const isCorroboration = ({ type }: { type: ClaimRelationType }) => type === ClaimRelationType.CORROBORATES;
  const ruled = met.filter(isCorroboration).flatMap(({ origins }) => origins);
  const said = coded.filter((each) => each.live && isCorroboration(each)).map((each) => each.origin);
  return new Set([origin, ...ruled, ...said]).size;
}

const opposing: readonly ClaimRelationType[] = ['CONTRADICTS', 'COMPETES_WITH', 'OVERSTATES'];

/** What the claims of a matter quarrel about, kept by the first of them. */
const matterConflicts = (key: string, quarrels: readonly Quarrel[]): ConflictShape[] =>
  quarrels.map(({ among, follows, rule, ...quarrel }) => ({
    key: `${among[0]!}|${quarrel.matter}`,
    ...nameOf(quarrel, key),
    of: quarrel.subject.id,
    among,
    follows,
    rule,
  }));

/**
 * Pairs that a source or an analyst set against each other, kept by the first of the two; slots and matters have theirs
 * already. Which of two that contradict each other is right, the rules decide; claims that compete, or of which one
 * overstates the other, may both stay.
 */
function pairConflicts(
  { id, key, live, coded }: Row,
  met: Met,
  speakers: ReadonlyMap<string, Speaker>,
  isListed: (id: string, other: string) => boolean,
): ConflictShape[] {
  const order = sortKey(key);
  const own = speakers.get(id);
  const others = coded.filter(
    (other) => live && other.live && opposing.includes(other.type) && order < sortKey(other.key),
  );
  const apart = others.filter(
    (other) =>
      !(met.get(id) ?? []).some(({ from, to, type }) => type === 'CONTRADICTS' && [from, to].includes(other.id)) &&
      !isListed(id, other.id),
  );
  if (own === undefined) return [];
  return [...Map.groupBy(apart, (other) => other.id)].map(([other, relations]) => {
    const contradicts = relations.some(({ type }) => type === ClaimRelationType.CONTRADICTS);
    const { follows, rule } = contradicts ? judgePair(own, speakers.get(other)!) : { follows: null, rule: null };
    return {
      key: `${id}|${other}`,
      slot: `${own.subject.key}|${own.proposition.type}`,
      sortKey: `${sortKey(own.subject.key)}|${own.proposition.type}|${order}|${sortKey(relations[0]!.key)}`,
      of: own.subject.id,
      among: [id, other],
      follows,
      rule,
    };
  });
}
