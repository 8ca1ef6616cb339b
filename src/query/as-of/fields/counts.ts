import { type AsOfGraph } from '../graph/graph.ts';
import { type AsOfNode } from '../graph/node.ts';
import {
  certainStart,
  commonPrefix,
  getProperty,
  getString,
  getWindow,
  isActedFor,
  isExcludedByMeeting,
  isNotWithdrawn,
  venueCountries,
} from '../graph/values.ts';
import { getRepresented } from './events.ts';
import { type AsOfField, type AsOfFields } from './fields.ts';
import { MONTH, YEAR } from '../../filters/dimensions.ts';

/** The values or nodes that a node is counted under; null where it has none. */
type Dimension = (node: AsOfNode, graph: AsOfGraph) => readonly (string | AsOfNode | null)[];

/** The same limit as in src/query/fields/counts.ts. */
const MAX_AS_OF_GROUPS = 1_000;

const byProperty =
  (name: string): Dimension =>
  (node) => [getProperty(node, name) as string | null];

/** The node at the end of a path of relationships of these types. */
const byRelatedNode =
  (...types: string[]): Dimension =>
  (node, graph) => [types.reduce<AsOfNode | null>((target, type) => target && graph.outgoingOne(target, type), node)];

const orNone = (nodes: readonly AsOfNode[]) => (nodes.length > 0 ? nodes : [null]);

const byStart =
  (length: number): Dimension =>
  (node, graph) => [certainStart(graph, node, length)];

const byCountryRepresented: Dimension = (fact, graph) => {
  const represented = getRepresented(graph, fact);
  if (represented === null || represented.type === 'Country') return [represented];
  return [graph.outgoingOne(represented, 'OF_COUNTRY')];
};

const byPublication: Dimension = (claim, graph) => {
  const { exact, from, until } = getWindow(graph, claim, 'published');
  return [commonPrefix(exact, from, until, MONTH)];
};

/** What of a node is counted, by the values of the argument `of`: different ones in each group. */
type CountedUnit = (node: AsOfNode, graph: AsOfGraph) => string;

const itself: CountedUnit = ({ id }) => id;

function groupCounts(
  dimensions: Readonly<Record<string, Dimension>>,
  {
    units = {},
    where = () => true,
  }: {
    units?: Readonly<Record<string, CountedUnit>>;
    where?: (node: AsOfNode, graph: AsOfGraph) => boolean;
  } = {},
): AsOfField<{ all: readonly AsOfNode[] }> {
  return ({ all }, args, graph) => {
    const by = args.by as string[];
    const unitOf = units[args.of as string] ?? itself;
    const counting = graph.filter(all, (node) => where(node, graph));
    const members = graph.map(counting, (node) => {
      const unit = unitOf(node, graph);
      const groups = combinations(graph.map(by, (name) => [...new Set(dimensions[name]!(node, graph))]));
      return groups.map((group) => ({ group, unit }));
    });
    const membersByGroup = Map.groupBy(members.flat(), ({ group }) => JSON.stringify(group.map(groupKey)));
    const counted = [...membersByGroup.values()].map((members) => ({
      values: members[0]!.group.map(groupKey),
      entities: members[0]!.group.map((member) =>
        member !== null && typeof member !== 'string' && member.labels.has('Entity') ? member : null,
      ),
      count: new Set(members.map(({ unit }) => unit)).size,
    }));
    // Without dimensions there is one group of all nodes, even if there are none.
    if (by.length === 0) return [counted[0] ?? { values: [], entities: [], count: 0 }];
    const largest = counted.sort((a, b) => b.count - a.count || compare(a.values, b.values)).slice(0, MAX_AS_OF_GROUPS);
    return timeDimensions.has(by[0]!) ? largest.sort((a, b) => compare(a.values, b.values)) : largest;
  };
}

/** Groups by one of these first are in order of time. */
const timeDimensions: ReadonlySet<string> = new Set(['YEAR', 'MONTH', 'MONTH_PUBLISHED']);

const groupKey = (member: string | AsOfNode | null) =>
  member === null || typeof member === 'string' ? member : member.key;

function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  const [first, ...rest] = lists;
  return first ? first.flatMap((one) => combinations(rest).map((others) => [one, ...others])) : [[]];
}

/** Sorts null last. */
function compare(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  const position = a.findIndex((value, index) => value !== b[index]);
  if (position < 0) return 0;
  const [left, right] = [a[position] ?? null, b[position] ?? null];
  if (left === null || right === null) return left === null ? 1 : -1;
  return left < right ? -1 : 1;
}

export const asOfMeetingConnectionFields: AsOfFields<never> = {
  counts: groupCounts({
    YEAR: byStart(YEAR),
    MONTH: byStart(MONTH),
    KIND: byProperty('kind'),
    STATUS: byProperty('status'),
    BODY: byRelatedNode('OF_BODY'),
    PLACE: (meeting, graph) => orNone(graph.outgoing(meeting, 'HELD_AT')),
    COUNTRY: (meeting, graph) => orNone(venueCountries(graph, meeting)),
    MODE: byProperty('mode'),
    LEVEL: (meeting, graph) => {
      const facts = graph.incoming(meeting, 'IN_EVENT').filter(isNotWithdrawn);
      return facts.length > 0 ? facts.map((fact) => getString(fact, 'level')) : [null];
    },
  }),
};

const meetingCounted: CountedUnit = (fact, graph) => graph.outgoingOne(fact, 'IN_EVENT')!.id;

export const asOfParticipationConnectionFields: AsOfFields<never> = {
  counts: groupCounts(
    {
      YEAR: byStart(YEAR),
      MONTH: byStart(MONTH),
      ACTOR: byRelatedNode('OF_ACTOR'),
      COUNTRY: byCountryRepresented,
      BODY: byRelatedNode('IN_EVENT', 'OF_BODY'),
      ROLE: byProperty('role'),
      STATUS: byProperty('status'),
      LEVEL: byProperty('level'),
      MODE: byProperty('mode'),
    },
    {
      where: (fact, graph) => !isActedFor(graph, fact) && !isExcludedByMeeting(fact),
      units: {
        MEETINGS: meetingCounted,
        PRESENCES: (fact, graph) => `${graph.outgoingOne(fact, 'OF_ACTOR')!.id} ${meetingCounted(fact, graph)}`,
      },
    },
  ),
};

export const asOfClaimConnectionFields: AsOfFields<never> = {
  counts: groupCounts({
    TYPE: byProperty('type'),
    STATUS: byProperty('status'),
    ATTRIBUTION_KIND: byProperty('attributionKind'),
    DOCUMENT: (claim, graph) => graph.outgoing(claim, 'EVIDENCE'),
    MONTH_PUBLISHED: byPublication,
  }),
};
