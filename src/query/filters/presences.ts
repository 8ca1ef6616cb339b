import {
  NetworkMode,
  NetworkNodes,
  ParticipationStatus,
  Standing,
  TieWeight,
} from '../../domain/vocabulary.generated.ts';
import {
  type Condition,
  type FilterGroup,
  type InputFilter,
  type InputValues,
  filter,
  offsetBy,
} from '../ir/condition.ts';
import { type CypherContext } from '../ir/projection.ts';
import { withWhere } from './exists.ts';
import { officialFilter } from './filters.ts';
import { connectedTo, constantCondition, countsAsPresence, inList, inWindow, rejectBelow } from './predicates.ts';
import { represented, returnCountryRepresented } from './representation.ts';

/**
 * Who was there: which participations count as a presence, and who is present by them. Networks, `metWith` and `explainTie` all go by
 * this, so that a tie and what explains it are the same.
 */

/** The conditions on a participation, from the arguments of `metWith` or the fields of `NetworkInput`. */
const participationPart = filter(
  {
    roles: inList('role'),
    statuses: inList('status'),
    standings: (standings: readonly Standing[]) =>
      inList('standing')(standings.filter((each) => each !== Standing.WITHDRAWN) as never),
    body: connectedTo('-[:IN_EVENT]->()-[:OF_BODY]->'),
    time: inWindow('time', 'sortTime'),
  },
  {
    names: ['includeInferred'],
    conditions: ({ includeInferred }) => [
      constantCondition('counts', countsAsPresence),
      ...(includeInferred === true ? [] : [constantCondition('not inferred', (node) => `NOT ${node}.inferred`)]),
    ],
  },
);

/** The conditions on the meeting. */
const meetingPart = filter({ kinds: inList('kind') });

/** The names of the arguments that say what counts as a presence. */
export const PRESENCE_ARGUMENTS = [...participationPart.names, ...meetingPart.names, 'maxMeetingSize'];

/** The defaults of `NetworkInput`; the schema has the same. */
const DEFAULTS = {
  nodes: NetworkNodes.OFFICIAL,
  mode: NetworkMode.ONE_MODE,
  weight: TieWeight.COUNT,
  statuses: [ParticipationStatus.ATTENDED],
  standings: [Standing.ESTABLISHED],
  includeInferred: false,
  radius: 1,
};

/** The values with the defaults of `NetworkInput` in the place of nulls, which are as if left out. */
export function withDefaults(values: InputValues): InputValues {
  const given = Object.entries(values).map(([name, value]) => [name, value ?? DEFAULTS[name as keyof typeof DEFAULTS]]);
  return Object.fromEntries(given) as InputValues;
}

export const networkInput: InputFilter = {
  names: ['nodes', 'mode', 'weight', 'officials', ...PRESENCE_ARGUMENTS, 'minWeight', 'around', 'radius'],
  inputFilters: [officialFilter],
  conditions: () => [],
  type: 'NetworkInput',
  defaults: DEFAULTS,
};

/** The argument `input` of a field of a network. */
export const networkArgument: FilterGroup = { names: ['input'], inputFilters: [networkInput], conditions: () => [] };

/** Which presences there are, as Cypher. Parameters are counted from that of `offset`. */
export interface PresenceFilter {
  /** What of it changes the text. */
  key: string;
  parameters: readonly unknown[];
  nodes: NetworkNodes;
  /** Whether ties lead to meetings. */
  isTwoMode: boolean;
  /** Predicates over a participation. */
  participation: (participation: string, cypher: CypherContext) => string[];
  /** Predicates over a meeting: its kind, and how many of these nodes were at it. */
  meeting: (meeting: string, cypher: CypherContext) => string[];
  /** Predicates over a node. */
  node: (node: string, cypher: CypherContext) => string[];
}

/**
 * @param values The fields of a `NetworkInput`, or the arguments of `metWith`.
 * @param offset Where its parameters are among those of the field.
 * @throws ClientError for a window that ends before it starts, or a size below 1.
 */
export function presenceFilter(values: InputValues, nodes: NetworkNodes, offset: number): PresenceFilter {
  const maxSize = (values.maxMeetingSize ?? null) as number | null;
  rejectBelow('maxMeetingSize', maxSize, 1);
  const officials = nodes === NetworkNodes.OFFICIAL ? (values.officials as InputValues | undefined) : undefined;
  const parts = [
    participationPart.conditions(values),
    meetingPart.conditions(values),
    officials ? officialFilter.conditions(officials) : [],
  ];
  const parameters: unknown[] = [];
  const offsets = new Map<Condition, number>();
  for (const condition of parts.flat()) {
    offsets.set(condition, offset + parameters.length);
    parameters.push(...condition.parameters);
  }
  const sizeIndex = maxSize === null ? null : offset + parameters.push(BigInt(maxSize)) - 1;
  const predicates = (conditions: readonly Condition[]) => (node: string, cypher: CypherContext) =>
    conditions.map((condition) => condition.where(node, offsetBy(cypher, offsets.get(condition)!)));
  const [participation, ofMeeting, node] = parts.map(predicates) as [Predicates, Predicates, Predicates];

  const filter: PresenceFilter = {
    key: [
      nodes,
      values.mode,
      sizeIndex === null ? '' : 'sized',
      ...parts.map((part) => part.map(({ key }) => key).join(',')),
    ].join('|'),
    parameters,
    nodes,
    isTwoMode: values.mode === NetworkMode.TWO_MODE,
    participation,
    node,
    meeting: (meeting, cypher) => [
      ...ofMeeting(meeting, cypher),
      ...(sizeIndex === null ? [] : [`COUNT { ${presentAt(filter, meeting, cypher)} } <= ${cypher.param(sizeIndex)}`]),
    ],
  };
  return filter;
}

type Predicates = (node: string, cypher: CypherContext) => string[];

/** Clauses that bind `node` to whom a participation makes present, of this kind; none where there is nobody. They end in a WHERE. */
export function bindPresent(nodes: NetworkNodes, participation: string, node: string, cypher: CypherContext): string {
  switch (nodes) {
    case NetworkNodes.OFFICIAL:
      return `MATCH (${participation})-[:OF_ACTOR]->(${node}) WITH * WHERE ${node}:Official`;
    case NetworkNodes.COUNTRY: {
      const returned = cypher.name();
      return `CALL (${participation}) { ${returnCountryRepresented(participation, returned, cypher)} } WITH *, ${returned} AS ${node} WHERE ${node} IS NOT NULL`;
    }
    case NetworkNodes.ORGANIZATION:
      return `WITH *, ${represented(participation)} AS ${node} WHERE ${node}:Organization`;
  }
}

/** Clauses that end in `RETURN DISTINCT`: all nodes of this kind that were at a meeting. */
function presentAt(filter: PresenceFilter, meeting: string, cypher: CypherContext): string {
  const [participation, present] = [cypher.name(), cypher.name()];
  return [
    withWhere(`MATCH (${meeting})<-[:IN_EVENT]-(${participation})`, filter.participation(participation, cypher)),
    [bindPresent(filter.nodes, participation, present, cypher), ...filter.node(present, cypher)].join(' AND '),
    `RETURN DISTINCT ${present}`,
  ].join(' ');
}

/** Clauses that bind `meeting` to the meetings, and `node` to the nodes that were at them; once for each participation. */
export function matchPresences(
  filter: PresenceFilter,
  { participation, meeting, node }: { participation: string; meeting: string; node: string },
  cypher: CypherContext,
): string {
  return [
    withWhere(`MATCH (${participation}:Participation)`, filter.participation(participation, cypher)),
    withWhere(`MATCH (${participation})-[:IN_EVENT]->(${meeting}:Meeting)`, filter.meeting(meeting, cypher)),
    [bindPresent(filter.nodes, participation, node, cypher), ...filter.node(node, cypher)].join(' AND '),
  ].join(' ');
}

/** Clauses that bind `participation` to those by which a node is there, each once; none for a node that cannot be in the network. */
function matchPresencesOf(filter: PresenceFilter, node: string, participation: string, cypher: CypherContext): string {
  const predicates = filter.participation(participation, cypher);
  if (filter.nodes === NetworkNodes.OFFICIAL) {
    const ofNode = filter.node(node, cypher);
    return withWhere(`MATCH (${node}:Official)<-[:OF_ACTOR]-(${participation})`, [...predicates, ...ofNode]);
  }
  // Whoever may represent it; whom a participation does represent is decided by all that it says.
  const byActor = `MATCH (${node})<-[:SERVES|OF_COUNTRY*0..1]-()<-[:OF_ACTOR|ON_BEHALF_OF]-(${participation}) RETURN ${participation}`;
  const byPost = `MATCH (${node})<-[:OF_COUNTRY*0..1]-()<-[:POST_OF]-()<-[:AS_POST]-(${participation}) RETURN ${participation}`;
  const present = cypher.name();
  const candidates = `CALL (${node}) { ${byActor} UNION ${byPost} } WITH * WHERE ${predicates.join(' AND ')}`;
  return `${candidates} ${bindPresent(filter.nodes, participation, present, cypher)} AND ${present} = ${node}`;
}

/**
 * A query that returns the participations by which two nodes were at the same meetings, each once with its meeting. In TWO_MODE the other
 * node is the meeting.
 */
export function returnParticipationsOfTie(
  filter: PresenceFilter,
  { node, other, meeting, participation }: TieVariables & { participation: string },
  cypher: CypherContext,
): string {
  const [own, theirs, present] = [cypher.name(), cypher.name(), cypher.name()];
  const atMeeting = withWhere(`MATCH (${own})-[:IN_EVENT]->(${meeting}:Meeting)`, filter.meeting(meeting, cypher));
  const otherThere = filter.isTwoMode
    ? `WITH * WHERE ${meeting} = ${other}`
    : `${withWhere(`MATCH (${meeting})<-[:IN_EVENT]-(${theirs})`, filter.participation(theirs, cypher))} ` +
      [
        bindPresent(filter.nodes, theirs, present, cypher),
        ...[`${present} = ${other}`, `${other} <> ${node}`],
        ...filter.node(present, cypher),
      ].join(' AND ');
  return [
    matchPresencesOf(filter, node, own, cypher),
    `${atMeeting} ${otherThere}`,
    `UNWIND [${own}${filter.isTwoMode ? '' : `, ${theirs}`}] AS ${participation}`,
    `RETURN DISTINCT ${participation}, ${meeting}`,
  ].join(' ');
}

/** The ends of a tie and a meeting that it rests on. */
interface TieVariables {
  node: string;
  other: string;
  meeting: string;
}

/** Clauses that bind `meeting` to the meetings at which a node was, some perhaps twice. */
function matchMeetingsOf(filter: PresenceFilter, node: string, meeting: string, cypher: CypherContext): string {
  const participation = cypher.name();
  const match = withWhere(
    `MATCH (${participation})-[:IN_EVENT]->(${meeting}:Meeting)`,
    filter.meeting(meeting, cypher),
  );
  return `${matchPresencesOf(filter, node, participation, cypher)} ${match}`;
}

/** Clauses that bind `other` to each node of the same kind that `node` met, once for each time. They end in a WHERE. */
export function matchEveryoneMet(
  filter: PresenceFilter,
  { node, other, meeting }: TieVariables,
  cypher: CypherContext,
): string {
  const theirs = cypher.name();
  return [
    matchMeetingsOf(filter, node, meeting, cypher),
    withWhere(`MATCH (${meeting})<-[:IN_EVENT]-(${theirs})`, filter.participation(theirs, cypher)),
    `${bindPresent(filter.nodes, theirs, other, cypher)} AND ${other} <> ${node}`,
  ].join(' ');
}

/**
 * Clauses for a subquery that bind `other` to each node of the same kind that `node` met, `weight` to the strength of their tie, and
 * `meetings` to the ids of the meetings that it rests on.
 */
export function matchMet(
  filter: PresenceFilter,
  by: TieWeight,
  { node, other, weight, meetings }: { node: string; other: string; weight: string; meetings: string },
  cypher: CypherContext,
): string {
  const [meeting, all, size] = [cypher.name(), cypher.name(), cypher.name()];
  const together = [
    matchEveryoneMet(filter, { node, other, meeting }, cypher),
    `WITH ${meeting}, collect(DISTINCT ${other}) AS ${all}`,
    // In the order of their sizes, so that the sum does not depend on the order in which meetings are found.
    `UNWIND ${all} AS ${other} WITH ${other}, ${meeting}.id AS ${meeting}, size(${all}) AS ${size} ORDER BY ${size}`,
  ].join(' ');
  switch (by) {
    case TieWeight.COUNT:
      return `${together} WITH ${other}, toFloat(count(*)) AS ${weight}, collect(${meeting}) AS ${meetings}`;
    case TieWeight.NEWMAN:
      return `${together} WITH ${other}, sum(1.0 / ${size}) AS ${weight}, collect(${meeting}) AS ${meetings}`;
    case TieWeight.JACCARD: {
      const [own, theirs] = [cypher.name(), cypher.name()];
      const countMeetings = (of: string) =>
        `COUNT { ${matchMeetingsOf(filter, of, meeting, cypher)} RETURN DISTINCT ${meeting} }`;
      return [
        `${together} WITH ${other}, collect(${meeting}) AS ${meetings}`,
        `WITH ${other}, ${meetings}, ${countMeetings(node)} AS ${own}, ${countMeetings(other)} AS ${theirs}`,
        `WITH ${other}, ${meetings}, toFloat(size(${meetings})) / (${own} + ${theirs} - size(${meetings})) AS ${weight}`,
      ].join(' ');
    }
  }
}
