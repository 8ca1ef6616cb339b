import { isDeepStrictEqual } from 'node:util';
import { reliabilityRank } from '../../domain/claims/claim.ts';
import { ReviewState, Standing } from '../../domain/vocabulary.generated.ts';
import { type CypherContext } from '../ir/projection.ts';
import {
  type Condition,
  type Filter,
  type FilterGroup,
  type InputFilter,
  type InputValues,
  filter,
  offsetBy,
  combine,
} from '../ir/condition.ts';
import { CONCERNING } from '../../storage/relationships.ts';
import { alternatives } from './alternatives.ts';
import { minReliability, minReliabilityOfMeeting, onlyAnonymous } from './evidence.ts';
import { VENUE_COUNTRY, beginsIn, inDimension } from './dimensions.ts';
import { withWhere, someRelated } from './exists.ts';
import { heldInWindow, heldOnDay } from './holder-window.ts';
import { overdueFilter } from './overdue.ts';
import { metWith, tookPart, wasAt } from './presence.ts';
import {
  constantCondition,
  inList,
  atLeast,
  atMost,
  equals,
  isNode,
  connectedTo,
  notWithdrawn,
  inWindow,
  fullText,
} from './predicates.ts';

/** The filter inputs of the schema: what each of their fields means in the graph. */

/** The conditions on claims; a filter adds defaults, `not` and `anyOf`. */
const claimConditions: InputFilter = {
  ...filter({
    refs: isNode,
    types: inList('type'),
    statuses: inList('status'),
    attributionKinds: inList('attributionKind'),
    polarity: equals('polarity'),
    reviewStates: inList('reviewState'),
    about: connectedTo(`-[:${CONCERNING}]->`),
    document: connectedTo('-[:EVIDENCE]->'),
    source: connectedTo('-[:ATTRIBUTED_TO]->'),
    modalities: inList('modality'),
    time: inWindow('time'),
    published: inWindow('published'),
    minReliability: atMost('reliabilityRank', reliabilityRank),
    minIndependentSources: atLeast('independentSources'),
  }),
  type: 'ClaimConditions',
  defaults: {},
};

export const claimFilter: InputFilter = {
  ...withAlternatives(claimConditions),
  type: 'ClaimFilter',
  defaults: { reviewStates: [ReviewState.ACCEPTED, ReviewState.DISPUTED] },
};

const participationConditions: InputFilter = {
  ...filter(
    {
      actors: connectedTo('-[:OF_ACTOR]->'),
      onBehalfOf: connectedTo('-[:ON_BEHALF_OF]->'),
      body: connectedTo('-[:IN_EVENT]->()-[:OF_BODY]->'),
      roles: inList('role'),
      statuses: inList('status'),
      levels: inList('level'),
      modes: inList('mode'),
      standings: inList('standing'),
      onlyAnonymous,
      minReliability,
      time: inWindow('time', 'sortTime'),
    },
    {
      names: ['includeInferred'],
      conditions: ({ includeInferred }) =>
        includeInferred === false ? [constantCondition('not inferred', (node) => `NOT ${node}.inferred`)] : [],
    },
  ),
  type: 'ParticipationConditions',
  defaults: {},
};

export const participationFilter: InputFilter = {
  ...withAlternatives(participationConditions),
  type: 'ParticipationFilter',
  defaults: { standings: [Standing.ESTABLISHED, Standing.ALLEGED, Standing.DISPUTED], includeInferred: true },
};

/** What filters of meetings and their conditions have in common. */
const onMeetings = {
  refs: isNode,
  text: fullText('entity_search'),
  actors: tookPart,
  body: connectedTo('-[:OF_BODY]->'),
  place: connectedTo('-[:HELD_AT]->()-[:WITHIN|LOCATED_IN*0..]->'),
  country: connectedTo(VENUE_COUNTRY),
  heldAt: connectedTo('-[:HELD_AT]->'),
  topic: connectedTo('-[:ABOUT_TOPIC]->'),
  kinds: inDimension('KIND', 'kind'),
  statuses: inDimension('STATUS', 'status'),
  modes: inDimension('MODE', 'mode'),
  minReliability: minReliabilityOfMeeting,
  overdue: overdueFilter,
  time: inWindow('time', 'sortTime'),
  beginsIn,
  updatedSince: atLeast('sortUpdated', (instant: Date) => instant.toISOString()),
} as const;

const meetingConditions: InputFilter = {
  ...filter(
    { ...onMeetings, standings: inList('standing') },
    hasParticipation(participationConditions, ({ standings }) => (Array.isArray(standings) ? [] : [notWithdrawn])),
  ),
  type: 'MeetingConditions',
  defaults: {},
};

export const meetingFilter: InputFilter = {
  ...filter(
    onMeetings,
    hasParticipation(participationFilter),
    {
      names: ['standings'],
      conditions: ({ standings }) => [Array.isArray(standings) ? inList('standing')(standings as never) : notWithdrawn],
    },
    alternatives(meetingConditions),
  ),
  type: 'MeetingFilter',
  defaults: {},
};

export const statementFilter: InputFilter = {
  ...filter({
    refs: isNode,
    speakers: connectedTo('-[:MADE_BY]->'),
    onBehalfOf: connectedTo('-[:AS_POST]->()-[:POST_OF]->'),
    addressee: connectedTo('-[:ADDRESSED_TO]->'),
    occasion: connectedTo('-[:ON_OCCASION]->'),
    topic: connectedTo('-[:ABOUT_TOPIC]->'),
    about: connectedTo('-[:ABOUT_TOPIC|ADDRESSED_TO|ON_OCCASION]->'),
    text: fullText('statement_search'),
    acts: inList('act'),
    stances: inList('stance'),
    time: inWindow('time', 'sortTime'),
  }),
  type: 'StatementFilter',
  defaults: {},
};

const officialConditions: InputFilter = {
  ...filter(
    { text: fullText('entity_search'), meetings: wasAt, metWith, country: connectedTo('-[:SERVES]->') },
    {
      names: ['post', 'levels', 'portfolio', 'on'],
      conditions: ({ post, levels, portfolio, on }) => [heldPost({ post, levels, portfolio, on })],
    },
  ),
  type: 'OfficialConditions',
  defaults: {},
};

export const officialFilter: InputFilter = {
  ...withAlternatives(officialConditions),
  type: 'OfficialFilter',
  defaults: {},
};

export const postFilter: InputFilter = {
  ...filter({
    country: connectedTo('-[:POST_OF]->(:Country)'),
    organization: connectedTo('-[:POST_OF]->(:Organization)'),
    levels: inList('level'),
    portfolio: equals('portfolio'),
    text: fullText('entity_search'),
  }),
  type: 'PostFilter',
  defaults: {},
};

export const tenureFilter: InputFilter = {
  ...filter({
    official: connectedTo('-[:HELD_BY]->'),
    post: connectedTo('-[:OF_POST]->'),
    country: connectedTo('-[:OF_POST]->()-[:POST_OF]->(:Country)'),
    statuses: inList('status'),
    standings: inList('standing'),
    time: heldInWindow,
  }),
  type: 'TenureFilter',
  defaults: { standings: [Standing.ESTABLISHED, Standing.ALLEGED, Standing.DISPUTED] },
};

/** The argument `filter`; the defaults of its fields also apply if it is left out. */
export function filterArgument(inputFilter: InputFilter): FilterGroup {
  return {
    names: ['filter'],
    inputFilters: [inputFilter],
    conditions: (values) => inputFilter.conditions((values.filter ?? inputFilter.defaults) as InputValues),
  };
}

/** The argument `filter` of conflicts: at least one claim of the conflict matches. Conflicts of descriptions have no claims. */
export const anyClaimMatches: FilterGroup = {
  names: ['filter'],
  inputFilters: [claimFilter],
  conditions: (values) =>
    (values.filter ?? null) === null
      ? []
      : [someRelated('-[:AMONG]->', filterArgument(claimFilter).conditions(values) as Condition[])],
};

/** Conflicts of which an analyst has reviewed a claim, or that wait for that. Alternatives are reviewed, too, though no rule decides between them. */
export const conflictFilter: Filter = filter(
  {
    reviewed: (isReviewed: boolean) =>
      constantCondition(
        `reviewed ${isReviewed}`,
        (node) =>
          `${isReviewed ? '' : 'NOT '}EXISTS { MATCH (${node})-[:AMONG]->(reviewed) ` +
          `WHERE reviewed.reviewed OR reviewed.reviewState = '${ReviewState.DISPUTED}' }`,
      ),
  },
  anyClaimMatches,
);

/** A filter of these conditions, with `not` and `anyOf` beside them. */
function withAlternatives(conditions: InputFilter): Filter {
  const { names, inputFilters, conditions: byFields } = conditions;
  return filter({}, { names, inputFilters, conditions: byFields }, alternatives(conditions));
}

/** The field `participation`: one participation in the meeting matches all of its conditions. */
function hasParticipation(of: InputFilter, further: (values: InputValues) => Condition[] = () => []): FilterGroup {
  return {
    names: ['participation'],
    inputFilters: [of],
    conditions: ({ participation }) => {
      const values = (participation ?? undefined) as InputValues | undefined;
      if (values === undefined) return [];
      const { key, ...condition } = someRelated('<-[:IN_EVENT]-', [...of.conditions(values), ...further(values)]);
      return [{ ...condition, key: `participation ${key}`, ...byLevelAlone(values, of.defaults) }];
    },
  };
}

/** Meetings are counted by the levels of all participations that the defaults let through. */
function byLevelAlone(values: InputValues, defaults: InputValues): Pick<Condition, 'among'> {
  const { levels, ...others } = values;
  if (!Array.isArray(levels) || !isDeepStrictEqual({ ...others }, defaults)) return {};
  return { among: { dimension: 'LEVEL', values: levels as string[] } };
}

/** One tenure of the official matches all of these: the post, its level and portfolio, and the day. */
function heldPost({ post, levels, portfolio, on }: InputValues): Condition | undefined {
  const [byRef, onPost, onTenure] = [
    typeof post === 'string' ? [isNode([post] as never)!] : [],
    filter({ levels: inList('level'), portfolio: equals('portfolio') }).conditions({ levels, portfolio }),
    typeof on === 'string' ? [heldOnDay(on)] : [],
  ];
  if (byRef.length + onPost.length + onTenure.length === 0) return undefined;
  const { key, parameters, offsetOf } = combine([...byRef, ...onPost, ...onTenure]);
  const matchTenure = (node: string, post: string, cypher: CypherContext, conditions: readonly Condition[]) => {
    const tenure = cypher.name();
    return withWhere(`MATCH (${node})<-[:HELD_BY]-(${tenure})-[:OF_POST]->(${post})`, [
      `${tenure}.standing <> 'WITHDRAWN'`,
      `NOT ${tenure}.status IN ['NOMINATED', 'NOT_TAKEN_UP']`,
      ...conditions.map((condition) => condition.where(post, offsetBy(cypher, offsetOf(condition)))),
      ...onTenure.map((condition) => condition.where(tenure, offsetBy(cypher, offsetOf(condition)))),
    ]);
  };
  return {
    key: `post (${key})`,
    parameters,
    where: (node, cypher) => `EXISTS { ${matchTenure(node, cypher.name(), cypher, [...byRef, ...onPost])} }`,
    anchor:
      byRef[0] &&
      ((node, cypher) => {
        const post = cypher.name();
        return `UNWIND ${cypher.refs(0)} AS ${post} ${matchTenure(node, post, cypher, onPost)} WITH *`;
      }),
  };
}
