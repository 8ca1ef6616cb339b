import { type Proposition, comparePropositions, contentOf } from '../../domain/claims/propositions.ts';
import {
  type Assertion,
  type ComparedPair,
  type Decision,
  compareInSlot,
  decide,
} from '../../domain/claims/resolution.ts';
import { valueText } from '../../domain/claims/value-text.ts';
import { Polarity, type ClaimType, type Quantifier } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type ClaimMetadata, type ClaimMetadataRow, CLAIM_METADATA, toClaimMetadata } from './claim-metadata.ts';
import { multiValuedFields } from '../input/type-specs.ts';
import { boundProperties, cypherPick, unflattenTime } from '../../storage/times.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** A live claim, as it is compared with others that have its proposition key. */
export interface CandidateClaim {
  id: string;
  metadata: ClaimMetadata;
  subject: { id: string; key: string };
  propositionKey: string | null;
  proposition: Proposition;
  /** Its content as readers see it: a value, else whether it affirms or denies. */
  text: string;
  /** The slots of the facts that it supports, for which it is compared with other claims anyway: `node id|field`. */
  slots: ReadonlySet<string>;
  /** The statements that it reports or denies, by their ids. */
  statements: ReadonlySet<string>;
  /** Claims to which a source or an analyst has related it. */
  coded: ReadonlySet<string>;
  places: readonly { id: string; around: readonly string[] }[];
}

/** Claims with the same proposition key that contradict one another, by their ids, and which of them is followed. */
export interface ClaimConflict {
  propositionKey: string;
  type: ClaimType;
  subject: { id: string; key: string };
  among: readonly string[];
  /** What each of them says, in the same order. */
  values: readonly string[];
  follows: string | null;
  rule: string | null;
}

const CANDIDATES = (match: string) => `${match}
MATCH (c)-[:SUBJECT]->(s) WHERE c.live
RETURN DISTINCT ${CLAIM_METADATA}, c.matter AS propositionKey, s {.id, .key} AS subject,
  c {.type, .value, .quantifier, .countValue, .countComparator, ${cypherPick(boundProperties('time'))}} AS claim,
  [(c)-[r:OBJECT]->(o) | {order: r.order, id: o.id, key: o.key, labels: labels(o), around: [(o)-[:WITHIN*1..8]->(p:Place) | p.id] + [(o)-[:LOCATED_IN]->(x) | x.id]}] AS objects,
  [(c)-[r:SUPPORTS]->(t) WHERE NOT t:Statement | {node: t.id, fields: r.fields}] AS supports,
  [(c)-[:SUPPORTS]->(t:Statement) | t.id] AS statements,
  [(c)-[r:RELATES_TO]-(o:Claim) WHERE r.by <> 'RULE' | o.id] AS coded`;

const BY_PROPOSITION_KEY = CANDIDATES(
  'UNWIND $keys AS key MATCH (c:Claim {matter: key}) USING INDEX SEEK c:Claim(matter)',
);
const BY_ID = CANDIDATES('UNWIND $ids AS id MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)');

interface Row extends ClaimMetadataRow {
  propositionKey: string | null;
  subject: { id: string; key: string };
  claim: Record<string, unknown>;
  objects: { order: number; id: string; key: string; labels: string[]; around: string[] }[];
  supports: { node: string; fields: string[] }[];
  statements: string[];
  coded: string[];
}

/** The live claims with these proposition keys, in the order of their keys. */
export const readCandidatesByPropositionKey = async (tx: Tx, keys: readonly string[]): Promise<CandidateClaim[]> =>
  keys.length === 0 ? [] : toCandidates(await tx.run<Row>(BY_PROPOSITION_KEY, { keys: [...new Set(keys)] }));

/** The live ones among these claims, in the order of their keys. */
export const readCandidatesById = async (tx: Tx, ids: readonly string[]): Promise<CandidateClaim[]> =>
  ids.length === 0 ? [] : toCandidates(await tx.run<Row>(BY_ID, { ids: [...new Set(ids)] }));

const toCandidates = (rows: Row[]) => rows.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1)).map(toCandidate);

function toCandidate(row: Row): CandidateClaim {
  const { claimId, claim, objects, supports } = row;
  const metadata = toClaimMetadata(row);
  const ordered = objects.sort((a, b) => a.order - b.order);
  const proposition: Proposition = {
    type: claim.type as ClaimType,
    subject: row.subject.id,
    objects: ordered.map(({ id, labels }) => ({ id, type: typeFromLabels(labels)! })),
    value: (claim.value as string | null | undefined) ?? null,
    count: countOf(claim),
    time: unflattenTime('time', claim),
    quantifier: (claim.quantifier as Quantifier | null | undefined) ?? null,
    polarity: metadata.polarity,
    published: metadata.published,
  };
  const content = contentOf(proposition);
  const named = namedIn(content, ordered).map(({ key }) => key);
  return {
    id: claimId,
    metadata,
    subject: row.subject,
    propositionKey: row.propositionKey,
    proposition,
    text:
      content === null
        ? metadata.polarity
        : valueText(named.join(', ') || content, metadata.polarity === Polarity.NEGATIVE),
    slots: new Set(
      supports.flatMap(({ node, fields }) =>
        fields.filter((field) => !multiValuedFields.has(field)).map((field) => `${node}|${field}`),
      ),
    ),
    statements: new Set(row.statements),
    coded: new Set(row.coded),
    places: ordered.map(({ id, around }) => ({ id, around })),
  };
}

/** The objects of a claim that are its content. */
export const namedIn = <T extends { id: string }>(content: unknown, objects: readonly T[]): T[] =>
  Array.isArray(content) ? objects.filter(({ id }) => content.includes(id)) : [];

/** The count that a claim gives, from its stored parts. */
export const countOf = ({ countValue, countComparator }: Row['claim']): Proposition['count'] =>
  typeof countValue === 'number' ? { value: countValue, comparator: countComparator as string } : null;

/**
 * The pairs of these claims of which one says something about the other. Left out are pairs that share a slot of a fact, and those
 * that a source or an analyst has related.
 */
export function comparePropositionClaims(candidates: readonly CandidateClaim[]): ComparedPair[] {
  const byKey = new Map(candidates.map((candidate) => [candidate.metadata.claim, candidate]));
  const compare = (a: Assertion, b: Assertion) => compareClaims(byKey.get(a.claim)!, byKey.get(b.claim)!);
  return compareInSlot(candidates.map(toAssertion), { compare }).filter(
    ({ claims: [first, second] }) => compareClaims(byKey.get(first)!, byKey.get(second)!) !== 'OVERLAPS',
  );
}

/** The conflicts among these claims: each holds all claims that contradict one another, directly or through others. */
export function findConflicts(candidates: readonly CandidateClaim[]): ClaimConflict[] {
  const opposed = allPairs(candidates).filter(([a, b]) => compareClaims(a, b) === 'DISJOINT');
  return connectedGroups(opposed).flatMap((group) => {
    const members = candidates.filter((candidate) => group.has(candidate));
    const { among, follows, rule } = resolveGroup(members, compareClaims);
    const values = among.map((id) => members.find((member) => member.id === id)!.text);
    const { propositionKey, subject, proposition } = members[0]!;
    if (among.length === 0) return [];
    return [{ propositionKey: propositionKey!, type: proposition.type, subject, among, values, follows, rule }];
  });
}

/** Which of two contradicting claims the rules prefer. */
export const resolvePair = (a: CandidateClaim, b: CandidateClaim) => resolveGroup([a, b], () => 'DISJOINT');

function resolveGroup(
  members: readonly CandidateClaim[],
  fit: (a: CandidateClaim, b: CandidateClaim) => ReturnType<typeof compareClaims>,
) {
  const byKey = new Map(members.map((member) => [member.metadata.claim, member]));
  const decision: Decision = decide(members.map(toAssertion), {
    compare: (a, b) => fit(byKey.get(a.claim)!, byKey.get(b.claim)!),
  });
  const idOf = (claim: string) => byKey.get(claim)!.id;
  return {
    among: decision.among.map(idOf),
    follows: decision.follows === null ? null : idOf(decision.follows),
    rule: decision.rule,
  };
}

function compareClaims(a: CandidateClaim, b: CandidateClaim) {
  if (a.id === b.id) return 'EQUAL';
  if (a.coded.has(b.id) || !a.slots.isDisjointFrom(b.slots)) return 'OVERLAPS';
  if (areAboutStatements(a, b)) return 'OVERLAPS';
  const around = new Map([...a.places, ...b.places].map((place) => [place.id, place.around]));
  const within = (inner: unknown, outer: unknown) => around.get(inner as string)?.includes(outer as string) ?? false;
  return comparePropositions(a.proposition, b.proposition, within);
}

/** Of two statements one says nothing of the other; a denial of the same one stands against all reports of it, in its own slot. */
const areAboutStatements = (a: CandidateClaim, b: CandidateClaim) =>
  a.statements.size > 0 &&
  b.statements.size > 0 &&
  (a.proposition.polarity !== b.proposition.polarity || a.statements.isDisjointFrom(b.statements));

/** The claim as an assertion of itself: {@link compareClaims} compares what two of them say, denials included. */
const toAssertion = ({ metadata }: CandidateClaim): Assertion => ({
  ...metadata,
  polarity: 'AFFIRMATIVE',
  value: metadata.claim,
});

const allPairs = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((item, index) => items.slice(0, index).map((other): [T, T] => [other, item]));

/** The groups of items that pairs connect, directly or through others. */
function connectedGroups<T>(pairs: readonly [T, T][]): Set<T>[] {
  const groups: Set<T>[] = [];
  for (const pair of pairs) {
    const joined = groups.filter((group) => pair.some((item) => group.has(item)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...joined.flatMap((group) => [...group]), ...pair]));
  }
  return groups;
}
