import { reliabilityRank } from '../../domain/claims/claim.ts';
import { ReviewState, Standing } from '../../domain/vocabulary.generated.ts';
import { type CypherContext } from '../ir/projection.ts';
import {
  type Condition,
  type FilterGroup,
  type InputFilter,
  type InputValues,
  filter,
  offsetBy,
  combine,
} from '../ir/condition.ts';
import { withWhere, someRelated } from './exists.ts';
import { heldOnDay } from './holder-window.ts';
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

export const claimFilter: InputFilter = {
  ...filter({
    types: inList('type'),
    statuses: inList('status'),
    attributionKinds: inList('attributionKind'),
    polarity: equals('polarity'),
    reviewStates: inList('reviewState'),
    about: connectedTo('-[:CONCERNS]->'),
    document: connectedTo('-[:EVIDENCE]->'),
    source: connectedTo('-[:ATTRIBUTED_TO]->'),
    modalities: inList('modality'),
    time: inWindow('time', 'sortTime'),
    published: inWindow('published'),
    minReliability: atMost('reliabilityRank', reliabilityRank),
    minIndependentSources: atLeast('independentSources'),
  }),
  type: 'ClaimFilter',
  defaults: { reviewStates: [ReviewState.ACCEPTED, ReviewState.DISPUTED] },
};

export const participationFilter: InputFilter = {
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
      time: inWindow('time', 'sortTime'),
    },
    {
      names: ['includeInferred'],
      conditions: ({ includeInferred }) =>
        includeInferred === false ? [constantCondition('not inferred', (node) => `NOT ${node}.inferred`)] : [],
    },
  ),
  type: 'ParticipationFilter',
  defaults: { standings: [Standing.ESTABLISHED, Standing.ALLEGED, Standing.DISPUTED], includeInferred: true },
};

export const meetingFilter: InputFilter = {
  ...filter(
    {
      refs: isNode,
      text: fullText('entity_search'),
      actors: tookPart,
      body: connectedTo('-[:OF_BODY]->'),
      place: connectedTo('-[:HELD_AT]->()-[:WITHIN|LOCATED_IN*0..]->'),
      participation: hasParticipation,
      topic: connectedTo('-[:ABOUT_TOPIC]->'),
      kinds: inList('kind'),
      statuses: inList('status'),
      modes: inList('mode'),
      overdue: overdueFilter,
      time: inWindow('time', 'sortTime'),
      updatedSince: atLeast('sortUpdated', (instant: Date) => instant.toISOString()),
    },
    {
      names: ['standings'],
      conditions: ({ standings }) => [Array.isArray(standings) ? inList('standing')(standings as never) : notWithdrawn],
    },
  ),
  type: 'MeetingFilter',
  defaults: {},
};

export const statementFilter: InputFilter = {
  ...filter({
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

export const officialFilter: InputFilter = {
  ...filter(
    { text: fullText('entity_search'), meetings: wasAt, metWith, country: connectedTo('-[:SERVES]->') },
    {
      names: ['post', 'levels', 'portfolio', 'on'],
      conditions: ({ post, levels, portfolio, on }) => [heldPost({ post, levels, portfolio, on })],
    },
  ),
  type: 'OfficialFilter',
  defaults: {},
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

/** One participation in the meeting matches all of these conditions. */
function hasParticipation(values: InputValues): Condition {
  return someRelated('<-[:IN_EVENT]-', participationFilter.conditions(values));
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
