import { sortKey } from '../../domain/identity.ts';
import { type Proposition, fitOfPropositions } from '../../domain/propositions.ts';
import { type Assertion, type Decision, decide, relate } from '../../domain/slots.ts';
import { unflatTime } from '../../domain/time.ts';
import { type ClaimRelationType, type ClaimType, type Quantifier } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { typeOf } from '../../domain/thing-types.ts';
import { type Voice, type VoiceRow, VOICE, originOf, voiceOf } from './voices.ts';
import { unions } from './fields.ts';

/** A claim among those of its matter. */
export interface Speaker {
  id: string;
  voice: Voice;
  subject: { id: string; key: string };
  matter: string | null;
  proposition: Proposition;
  documents: readonly string[];
  /** Where it already meets others as the facts have it: `thing|field`. */
  slots: ReadonlySet<string>;
  /** Claims to which a source or an analyst has related it. */
  coded: ReadonlySet<string>;
  places: readonly { id: string; around: readonly string[] }[];
}

/** Two claims that meet in a matter, by their ids. */
export interface Encounter {
  from: string;
  to: string;
  type: ClaimRelationType;
  matter: string;
  origins: readonly [string, string];
}

/** Claims of a matter that cannot hold together, by their ids, and what becomes of them. */
export interface Quarrel {
  matter: string;
  type: ClaimType;
  subject: { id: string; key: string };
  among: readonly string[];
  follows: string | null;
  rule: string | null;
}

const SPEAKERS = (match: string) => `${match}
MATCH (c)-[:SUBJECT]->(s) WHERE c.live
RETURN DISTINCT ${VOICE}, c.matter AS matter, s {.id, .key} AS subject,
  c {.type, .value, .quantifier, .countValue, .countComparator, .timeEdtf, .timePrecision, .timeStartEarliest,
     .timeStartLatest, .timeEndEarliest, .timeEndLatest} AS said,
  [(c)-[r:OBJECT]->(o) | {order: r.order, id: o.id, labels: labels(o), around: [(o)-[:WITHIN*1..8]->(p:Place) | p.id]}] AS objects,
  [(c)-[r:SUPPORTS]->(t) WHERE NOT t:Statement | {thing: t.id, fields: r.fields}] AS supports,
  [(c)-[r:RELATES_TO]-(o:Claim) WHERE r.by <> 'RULE' | o.id] AS coded`;

const BY_MATTER = SPEAKERS(
  'UNWIND $matters AS matter MATCH (c:Claim {matter: matter}) USING INDEX SEEK c:Claim(matter)',
);
const BY_ID = SPEAKERS('UNWIND $ids AS id MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)');

interface Row extends VoiceRow {
  matter: string | null;
  subject: { id: string; key: string };
  said: Record<string, unknown>;
  objects: { order: number; id: string; labels: string[]; around: string[] }[];
  supports: { thing: string; fields: string[] }[];
  coded: string[];
}

/** The live claims of these matters, in the order of their keys. */
export const speakersOn = async (tx: Tx, matters: readonly string[]): Promise<Speaker[]> =>
  matters.length === 0 ? [] : inOrder(await tx.run<Row>(BY_MATTER, { matters: [...new Set(matters)] }));

/** The live ones among these claims, in the order of their keys. */
export const speakersBy = async (tx: Tx, ids: readonly string[]): Promise<Speaker[]> =>
  ids.length === 0 ? [] : inOrder(await tx.run<Row>(BY_ID, { ids: [...new Set(ids)] }));

const inOrder = (rows: Row[]) => rows.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1)).map(speakerOf);

function speakerOf(row: Row): Speaker {
  const { claimId, said, objects, supports } = row;
  const voice = voiceOf(row);
  const ordered = objects.sort((a, b) => a.order - b.order);
  return {
    id: claimId,
    voice,
    subject: row.subject,
    matter: row.matter,
    proposition: {
      type: said.type as ClaimType,
      subject: row.subject.id,
      objects: ordered.map(({ id, labels }) => ({ id, type: typeOf(labels)! })),
      value: (said.value as string | null | undefined) ?? null,
      count: countOf(said),
      time: unflatTime('time', said),
      quantifier: (said.quantifier as Quantifier | null | undefined) ?? null,
      polarity: voice.polarity,
      published: voice.published,
    },
    documents: row.documents,
    slots: new Set(
      supports.flatMap(({ thing, fields }) =>
        fields.filter((field) => !unions.has(field)).map((field) => `${thing}|${field}`),
      ),
    ),
    coded: new Set(row.coded),
    places: ordered.map(({ id, around }) => ({ id, around })),
  };
}

const countOf = ({ countValue, countComparator }: Row['said']): Proposition['count'] =>
  typeof countValue === 'number' ? { value: countValue, comparator: countComparator as string } : null;

/**
 * How claims of one matter stand to one another, leaving out those which the facts that they support bring together
 * already, and those of which a source or an analyst has said how they stand.
 */
export function encounters(speakers: readonly Speaker[]): Encounter[] {
  return pairsOf(speakers).flatMap(([a, b]) => {
    const fit = fitOf(a, b);
    if (fit !== 'APART' && (fit !== 'SAME' || isSameVoice(a, b))) return [];
    const [relation] = relate([asserted(a), asserted(b)], { fit: () => fit });
    if (relation === undefined) return [];
    const [from, to] = relation.from === a.voice.claim ? [a, b] : [b, a];
    const origins = [originOf(from.voice), originOf(to.voice)] as const;
    return [{ from: from.id, to: to.id, type: relation.type, matter: a.matter!, origins }];
  });
}

/** The quarrels among claims of one matter: each holds all claims that stand against one another, directly or through others. */
export function quarrels(speakers: readonly Speaker[]): Quarrel[] {
  const opposed = pairsOf(speakers).filter(([a, b]) => fitOf(a, b) === 'APART');
  return groupsOf(opposed).flatMap((group) => {
    const members = speakers.filter((speaker) => group.has(speaker));
    const { among, follows, rule } = judge(members, fitOf);
    const { matter, subject, proposition } = members[0]!;
    if (among.length === 0) return [];
    return [{ matter: matter!, type: proposition.type, subject, among, follows, rule }];
  });
}

/** Which of two claims the rules prefer that somebody has set against each other. */
export const judgePair = (a: Speaker, b: Speaker) => judge([a, b], () => 'APART');

function judge(members: readonly Speaker[], fit: (a: Speaker, b: Speaker) => ReturnType<typeof fitOf>) {
  const byKey = new Map(members.map((member) => [member.voice.claim, member]));
  const decision: Decision = decide(members.map(asserted), {
    fit: (a, b) => fit(byKey.get(a.claim)!, byKey.get(b.claim)!),
  });
  const idOf = (claim: string) => byKey.get(claim)!.id;
  return {
    among: decision.among.map(idOf),
    follows: decision.follows === null ? null : idOf(decision.follows),
    rule: decision.rule,
  };
}

function fitOf(a: Speaker, b: Speaker) {
  if (a.id === b.id) return 'SAME';
  if (a.coded.has(b.id) || [...a.slots].some((slot) => b.slots.has(slot))) return 'OVERLAPS';
  const around = new Map([...a.places, ...b.places].map((place) => [place.id, place.around]));
  const within = (inner: unknown, outer: unknown) => around.get(inner as string)?.includes(outer as string) ?? false;
  return fitOfPropositions(a.proposition, b.proposition, within);
}

/** The claim's own word; whether two such words agree is told by {@link fitOf}, so a denial needs no turning. */
const asserted = ({ voice }: Speaker): Assertion => ({ ...voice, polarity: 'AFFIRMATIVE', value: voice.claim });

const isSameVoice = (a: Speaker, b: Speaker) =>
  originOf(a.voice) === originOf(b.voice) && a.documents.some((document) => b.documents.includes(document));

const pairsOf = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((item, index) => items.slice(0, index).map((other): [T, T] => [other, item]));

/** What is linked by pairs, directly or through others, in groups. */
function groupsOf<T>(pairs: readonly [T, T][]): Set<T>[] {
  const groups: Set<T>[] = [];
  for (const pair of pairs) {
    const touched = groups.filter((group) => pair.some((item) => group.has(item)));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...touched.flatMap((group) => [...group]), ...pair]));
  }
  return groups;
}

/** Where a quarrel sorts, and what it is called. */
export const nameOf = ({ subject, type }: Pick<Quarrel, 'subject' | 'type'>, first: string) => ({
  slot: `${subject.key}|${type}`,
  sortKey: `${sortKey(subject.key)}|${type}|${sortKey(first)}`,
});
