import { type TypeName, typeNames } from '../../domain/node-types.ts';
import { type Tx } from '../../graph/database.ts';
import { CONCERNING } from '../../storage/relationships.ts';
import { type DerivedDiff } from '../write/derived-state.ts';
import { isClaimedAsPlan } from '../../domain/claims/assertion.ts';
import { type ClaimStatus } from '../../domain/vocabulary.generated.ts';
import { type OverlayNode } from '../overlay/overlay.ts';
import { PARTICIPATIONS_WITH_ABSENCES } from './absence-claims.ts';
import { walkMeeting, walkMeetingOf, walkParticipations } from './meeting-walks.ts';
import { CLAIMS_OF_OPEN_MEETINGS } from './meeting-relations.ts';
import {
  type DirtySet,
  type Finder,
  SUPPORTED_BY_CONTRADICTED,
  SUPPORTED_NODES,
  findFrom,
  findVia,
  markDirty,
  onlyInGraph,
  walkRelated,
} from '../write/dirty-set.ts';

/** A dependency: nodes that `finder` finds are derived from nodes of these types. */
interface DependencyRule {
  types: readonly TypeName[];
  /** Prefixes of the properties, or types of the relationships, that they depend on; any change if left out. */
  whenChanged?: readonly string[];
  finder: Finder;
}

/** The name under which a change of conflicts counts. */
const CONFLICTS = 'conflicts';

const dependencyRules: readonly DependencyRule[] = [
  {
    types: ['Document'],
    whenChanged: ['published', 'reliability', 'PUBLISHED_BY'],
    finder: findFrom('<-[:EVIDENCE]-(t:Claim)'),
  },
  {
    types: ['Document'],
    whenChanged: ['published', 'reliability', 'PUBLISHED_BY'],
    finder: findFrom('-[:DESCRIBES]->(t:Thing)'),
  },
  // The publisher is an origin of its claims, and the number of origins decides.
  {
    types: ['Document'],
    whenChanged: ['PUBLISHED_BY'],
    finder: findFrom('<-[:EVIDENCE]-(:Claim)-[:SUPPORTS|RELATES_TO]-(t:Thing)'),
  },
  {
    types: ['Claim'],
    whenChanged: ['published', 'reliability', 'status', 'live'],
    finder: SUPPORTED_NODES,
  },
  {
    types: ['Claim'],
    whenChanged: ['published', 'reliability', 'status', 'live'],
    finder: SUPPORTED_BY_CONTRADICTED,
  },
  {
    types: ['Place'],
    whenChanged: ['WITHIN', 'LOCATED_IN'],
    finder: findFrom(`<-[:WITHIN*0..8]-(:Place)<-[:${CONCERNING}|HELD_AT]-(x)-[:SUPPORTS*0..1]->(t:Meeting)`),
  },
  // What is denied of a country, or of a city, is denied of every place in it.
  {
    types: ['Place'],
    whenChanged: ['WITHIN', 'LOCATED_IN'],
    finder: findFrom('<-[:WITHIN*0..8]-(:Place)<-[:OBJECT]-(t:Claim)'),
  },
  {
    types: ['Country', 'Organization', 'Official'],
    whenChanged: ['sortName'],
    finder: findFrom('<-[:OF_ACTOR]-(t:Participation)'),
  },
  {
    types: ['Post'],
    whenChanged: ['level', 'POST_OF'],
    finder: findFrom('<-[:AS_POST]-(t:Participation)'),
  },
  {
    types: ['Post'],
    whenChanged: ['POST_OF'],
    finder: findFrom('<-[:OF_POST]-(:Tenure)-[:HELD_BY]->(t:Official)'),
  },
  {
    types: ['Meeting'],
    whenChanged: ['time', 'status', CONFLICTS],
    finder: findFrom('<-[:IN_EVENT]-(t:Participation)'),
  },
  { types: ['Participation'], finder: findFrom('-[:IN_EVENT]->(t:Meeting)') },
  { types: ['Tenure'], finder: findFrom('-[:HELD_BY]->(t:Official)') },
];

/** Marks the nodes that depend on what these diffs change. */
export async function propagate(tx: Tx, diffs: readonly DerivedDiff[], dirty: DirtySet): Promise<void> {
  for (const { types, whenChanged, finder } of dependencyRules) {
    const ids = diffs
      .filter(({ derivation }) => types.includes(derivation.type))
      .filter(
        (diff) =>
          !whenChanged || changedNames(diff).some((name) => whenChanged.some((prefix) => name.startsWith(prefix))),
      )
      .map(({ derivation }) => derivation.id);
    if (ids.length > 0) await markDirty(tx, finder, ids, dirty);
  }
}

const changedNames = ({ properties, addRelationships, removeRelationships, ...diff }: DerivedDiff): string[] => [
  ...Object.keys(properties),
  ...(diff.addConflicts.length + diff.removeConflicts.length > 0 ? [CONFLICTS] : []),
  ...[...addRelationships, ...removeRelationships].map(({ type }) => type),
];

const walkSupporting = (node: OverlayNode): OverlayNode[] => node.in('SUPPORTS').map(({ from }) => from);

const SUPPORTING_CLAIMS = findFrom('<-[:SUPPORTS]-(t:Claim)', '', walkSupporting);

const SAME_PROPOSITION_KEY = findFrom(
  '',
  'WHERE from.matter IS NOT NULL MATCH (t:Claim {matter: from.matter}) USING INDEX SEEK t:Claim(matter)',
  (claim) => (claim.properties.matter === undefined ? [] : onlyInGraph()),
);

/**
 * Marks the claims about dirty nodes, those with the proposition key of a dirty claim, and those about the same meeting and its
 * participations: their relations depend on each other.
 */
export async function markRelatedClaims(tx: Tx, dirty: DirtySet): Promise<void> {
  const changed = dirty.of(['Claim', 'Meeting', 'Participation']);
  await markDirty(tx, CLAIMS_OF_OPEN_MEETINGS, changed, dirty);
  await markDirty(tx, SAME_PROPOSITION_KEY, dirty.of(['Claim']), dirty);
  await markDirty(tx, SUPPORTING_CLAIMS, dirty.of(typeNames.filter((type) => type !== 'Claim')), dirty);
}

/** After the match: otherwise the planner finds all plans by their status first, and joins. */
const IS_PLAN = "WITH DISTINCT t WHERE t.status IN ['PLANNED', 'EXPECTED']";

const isPlan = ({ properties: { status } }: OverlayNode) => isClaimedAsPlan(status as ClaimStatus);

const RELATED_PLANS = findFrom('-[:RELATES_TO]-(t:Claim)', IS_PLAN, (claim) => walkRelated(claim).filter(isPlan));

const PLANS_FOR_EVENT = findFrom(
  '<-[:PART_OF*0..]-(:Event)<-[:IN_EVENT*0..1]-()<-[:SUPPORTS]-(t:Claim)',
  IS_PLAN,
  (event) =>
    [...walkParts(event)]
      .flatMap((each) => [each, ...each.in('IN_EVENT').map(({ from }) => from)])
      .flatMap(walkSupporting)
      .filter(isPlan),
);

/** The event and its parts, and theirs. */
function walkParts(event: OverlayNode, parts = new Set<OverlayNode>()): Set<OverlayNode> {
  if (parts.has(event)) return parts;
  parts.add(event);
  for (const { from } of event.in('PART_OF')) walkParts(from, parts);
  return parts;
}

/**
 * Marks the plans whose outcome dirty claims or events may decide; for an event, also those of all its parts. Plans to which a
 * claim is no longer related were marked by {@link markRelatedClaims}, since they are about the same node.
 */
export async function markAffectedPlans(tx: Tx, dirty: DirtySet): Promise<void> {
  await markDirty(tx, RELATED_PLANS, dirty.of(['Claim']), dirty);
  await markDirty(tx, PLANS_FOR_EVENT, dirty.of(['Meeting', 'Development']), dirty);
}

const MEETINGS_ATTENDED = findFrom('-[:IN_EVENT]->(t:Meeting)', '', walkMeetingOf);

/** Marks the meetings of dirty participations: their status depends on the claims about who attended. */
export const markMeetingsAttended = (tx: Tx, dirty: DirtySet) =>
  markDirty(tx, MEETINGS_ATTENDED, dirty.of(['Participation']), dirty);

/** Marks the participations in the meetings of dirty ones against which absences may stand: their standing depends on both. */
export const markContradicted = (tx: Tx, dirty: DirtySet) =>
  markDirty(tx, PARTICIPATIONS_WITH_ABSENCES, dirty.of(['Meeting', 'Participation']), dirty);

const REPRESENTED = findVia(
  '-[:IN_EVENT]->(m)',
  'WITH DISTINCT m MATCH (m)<-[:IN_EVENT]-(t:Participation)-[:OF_ACTOR]->(:Country|Organization)',
  walkMeeting,
  (meeting) =>
    walkParticipations(meeting).flatMap(({ participation, actor }) =>
      actor.is('Country') || actor.is('Organization') ? [participation] : [],
    ),
);

/** Marks the participations of countries and organizations in the meetings of dirty ones: those may act for them. */
export const markRepresented = (tx: Tx, dirty: DirtySet) =>
  markDirty(tx, REPRESENTED, dirty.of(['Participation']), dirty);

const WITHIN = findFrom('<-[:WITHIN*1..8]-(t:Place)', '', (place) => [...walkInward(place)]);

function walkInward(place: OverlayNode, found = new Set<OverlayNode>(), distance = 1): Set<OverlayNode> {
  if (distance > 8) return found;
  for (const { from } of place.in('WITHIN')) walkInward(from, found.add(from), distance + 1);
  return found;
}

/** Marks the places within dirty ones, which take the country of the place around them. */
export const markPlacesWithin = (tx: Tx, dirty: DirtySet) => markDirty(tx, WITHIN, dirty.of(['Place']), dirty);
