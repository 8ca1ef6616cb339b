import { ClientError } from '../../../domain/errors.ts';
import { type Name, bestName } from '../../../domain/names/names.ts';
import { readExternalId } from '../../../domain/identity/external-ids.ts';
import {
  type FilterInput,
  matchesClaimFilter,
  matchesMeetingFilter,
  matchesParticipationFilter,
  matchesStatementFilter,
  isHeldOn,
  isIn,
  nodesConcernedBy,
} from './filters.ts';
import { changesOf } from '../../../storage/revisions.ts';
import { type AsOfGraph } from '../graph/graph.ts';
import { type AsOfRevision } from '../graph/load.ts';
import { type AsOfConflict, type AsOfNode } from '../graph/node.ts';
import { isNotAbsent, isNotWithdrawn, getProperty, getSortValue, getString } from '../graph/values.ts';
import { type AsOfField, type AsOfFields, asOfConnection, ownProperties } from './fields.ts';
import { concerningRelationships } from '../../../storage/relationships.ts';
import { storedAsOfFields } from './stored-fields.ts';

export const asOfNodeFields: AsOfFields = ownProperties('id', 'key');

/** A conflict with the node in dispute. */
interface NodeConflict extends AsOfConflict {
  node: AsOfNode;
}

/** The claims that concerned the node. */
function claimsAbout(graph: AsOfGraph, node: AsOfNode): AsOfNode[] {
  return graph.filter(graph.incomingEver(node, ...concerningRelationships), (claim) =>
    nodesConcernedBy(graph, claim).includes(node),
  );
}

/** The conflicts about a node: those in its own revision, and those in the revisions of claims about it. */
export function asOfConflicts(node: AsOfNode, _args: unknown, graph: AsOfGraph): NodeConflict[] {
  const ownConflicts = node.type === 'Claim' ? [] : node.conflicts;
  const claimConflicts = claimsAbout(graph, node).flatMap(({ conflicts }) => conflicts);
  const aboutNode = graph.filter(
    claimConflicts,
    ({ subject }) => subject !== undefined && graph.nodeByKey(subject) === node,
  );
  return graph.sorted([...ownConflicts, ...aboutNode], ({ order }) => order).map((conflict) => ({ ...conflict, node }));
}

export const asOfConflictFields: AsOfFields<NodeConflict> = {
  subject: ({ node }) => node,
  slot: ({ slot }) => slot,
  rule: ({ rule }) => rule ?? null,
  claims: ({ claims }, _, graph) => graph.map(claims, (key) => graph.nodeByKey(key)),
  values: (conflict) => conflictValues(conflict),
  follows: ({ follows }, _, graph) => (follows ? graph.nodeByKey(follows) : null),
};

/** One of the values of a conflict, with the keys of those that give it. */
interface AsOfConflictValue {
  value: string;
  claims: readonly string[];
  documents: readonly string[];
}

function conflictValues({ claims, values = [], documents = [] }: AsOfConflict): AsOfConflictValue[] {
  return [...new Set([...values, ...documents.map(({ value }) => value)])].map((value) => ({
    value,
    claims: claims.filter((_, index) => values[index] === value),
    documents: documents.filter((each) => each.value === value).map(({ document }) => document),
  }));
}

export const asOfConflictValueFields: AsOfFields<AsOfConflictValue> = {
  value: ({ value }) => value,
  claims: ({ claims }, _, graph) => graph.map(claims, (key) => graph.nodeByKey(key)),
  documents: ({ claims, documents }, _, graph) => {
    const evidence = graph.map(claims, (key) => graph.outgoing(graph.nodeByKey(key)!, 'EVIDENCE')).flat();
    const told = graph.map(documents, (key) => graph.nodeByKey(key)!);
    return graph.sorted([...new Set([...evidence, ...told])], (document) => getString(document, 'sortKey'));
  },
};

/** What a document says in passing has no revisions of its own. */
export const refuseDescriptions: AsOfField = () => {
  throw new ClientError(
    'NOT_KNOWN_AT',
    'Revisions do not record which document gave a name or a code, so `descriptions` has no value with `knownAt`. Leave the ' +
      'field out, or ask without `knownAt` for its current value.',
  );
};

export const asOfEntityFields: AsOfFields = {
  ...asOfNodeFields,
  ...ownProperties('version', 'updatedAt', 'names'),
  name: (node, { lang }) => bestName(getProperty(node, 'names') as Name[], (lang ?? []) as string[]),
  externalIds: (node) => ((getProperty(node, 'externalIds') ?? []) as string[]).map(readExternalId),
  descriptions: refuseDescriptions,
  formerIds: ({ formerIds }) => formerIds,
  claimsAbout: asOfConnection((node, { filter }, graph) =>
    graph.filter(claimsAbout(graph, node), (claim) => matchesClaimFilter(graph, filter as FilterInput, claim)),
  ),
  conflicts: asOfConflicts,
  revisions: (node, _, graph) => graph.revisions(node),
};

/** Ties are of what is known now: who met whom at a moment would have to be worked out from all revisions. */
const refuseMetWith: AsOfField = () => {
  throw new ClientError(
    'BAD_USER_INPUT',
    '`metWith` has no answer below a field with `knownAt`. Ask for it without, or read `participations` there.',
  );
};

export const asOfActorFields: AsOfFields = {
  ...asOfEntityFields,
  metWith: refuseMetWith,
  participations: asOfConnection((node, { filter }, graph) =>
    graph.filter(graph.incoming(node, 'OF_ACTOR'), (fact) =>
      matchesParticipationFilter(graph, filter as FilterInput, fact),
    ),
  ),
  statements: asOfConnection((node, { filter }, graph) =>
    graph.filter(graph.incoming(node, 'MADE_BY'), (statement) =>
      matchesStatementFilter(graph, filter as FilterInput, statement),
    ),
  ),
};

type HoldingArguments = Readonly<Record<string, unknown>>;

/** Facts that were not withdrawn and, if a day is given, were held on it. */
export const factsHeld = (graph: AsOfGraph, facts: readonly AsOfNode[], { on, match }: HoldingArguments): AsOfNode[] =>
  graph.filter(facts.filter(isNotWithdrawn), (fact) => isHeldOn(graph, fact, on, match));

const getMeetings = (graph: AsOfGraph, facts: readonly AsOfNode[]): AsOfNode[] => [
  ...new Set(graph.map(facts, (fact) => graph.outgoingOne(fact, 'IN_EVENT')!)),
];

const byTime = (fact: AsOfNode): string => getString(fact, 'sortTime');

const filterMeetings = (graph: AsOfGraph, filter: unknown, meetings: readonly AsOfNode[]) =>
  graph.filter(meetings, (meeting) => matchesMeetingFilter(graph, filter as FilterInput, meeting));

/** The participations of an actor, and those of others on its behalf. */
const presencesOf = (graph: AsOfGraph, node: AsOfNode): AsOfNode[] =>
  graph.map(['OF_ACTOR', 'ON_BEHALF_OF'], (type) => graph.incoming(node, type)).flat();

/** Whether a participation has one of the roles and statuses asked for, and is not that of somebody absent. */
const takesPart =
  ({ roles, statuses }: Readonly<Record<string, unknown>>) =>
  (fact: AsOfNode): boolean =>
    isNotWithdrawn(fact) &&
    isIn(roles, getProperty(fact, 'role')) &&
    (statuses ? isIn(statuses, getProperty(fact, 'status')) : isNotAbsent(fact));

export const asOfCountryFields: AsOfFields = {
  ...asOfActorFields,
  ...storedAsOfFields('Country'),
  posts: (node, _, graph) =>
    graph.sorted(
      graph.incoming(node, 'POST_OF').filter(({ type }) => type === 'Post'),
      (post) => getString(post, 'sortLevel'),
    ),
  officials: asOfConnection((node, { on }, graph) => {
    if (typeof on !== 'string') return graph.incoming(node, 'SERVES');
    const posts = graph.incoming(node, 'POST_OF');
    const tenures = graph.map(posts, (post) => factsHeld(graph, graph.incoming(post, 'OF_POST'), { on })).flat();
    return [...new Set(graph.map(tenures, (tenure) => graph.outgoingOne(tenure, 'HELD_BY')!))];
  }),
  memberships: (node, args, graph) => graph.sorted(factsHeld(graph, graph.incoming(node, 'OF_MEMBER'), args), byTime),
  meetings: asOfConnection((node, { filter, ...asked }, graph) =>
    filterMeetings(graph, filter, getMeetings(graph, presencesOf(graph, node).filter(takesPart(asked)))),
  ),
};

export const asOfOfficialFields: AsOfFields = {
  ...asOfActorFields,
  ...storedAsOfFields('Official'),
  tenures: (node, args, graph) =>
    graph.sorted(factsHeld(graph, graph.incoming(node, 'HELD_BY'), args), byTime).reverse(),
  meetings: asOfConnection((node, { filter, ...asked }, graph) => {
    const facts = graph.incoming(node, 'OF_ACTOR').filter(takesPart(asked));
    return filterMeetings(graph, filter, getMeetings(graph, facts));
  }),
};

export const asOfOrganizationFields: AsOfFields = {
  ...asOfActorFields,
  ...storedAsOfFields('Organization'),
  members: (node, args, graph) =>
    graph.sorted(
      factsHeld(graph, graph.incoming(node, 'IN_ORGANIZATION'), args),
      (membership) => getString(graph.outgoingOne(membership, 'OF_MEMBER')!, 'sortName'),
      byTime,
    ),
  meetings: asOfConnection((node, { filter, ...asked }, graph) => {
    const meetings = filterMeetings(graph, filter, graph.incoming(node, 'OF_BODY'));
    if (!asked.roles && !asked.statuses) return meetings;
    const own = getMeetings(graph, presencesOf(graph, node).filter(takesPart(asked)));
    return meetings.filter((meeting) => own.includes(meeting));
  }),
};

export const asOfTopics = (node: AsOfNode, _: unknown, graph: AsOfGraph): AsOfNode[] =>
  graph.sorted(graph.outgoing(node, 'ABOUT_TOPIC'), (topic) => getSortValue(graph, topic, 'sortName'));

export const asOfRevisionFields: AsOfFields<AsOfRevision> = {
  ...Object.fromEntries(
    (['id', 'at', 'by', 'operation', 'version'] as const).map((name) => [
      name,
      (revision: AsOfRevision) => revision[name],
    ]),
  ),
  reason: ({ reason }) => reason ?? null,
  changes: ({ changes, state }) => changesOf(changes, state),
};
