import { reliabilityRank } from '../../domain/claim.ts';
import { ReviewState, Standing } from '../../domain/vocabulary.generated.ts';
import { type Use } from '../statement/selection.ts';
import { type Condition, type Group, type InputFilter, type Values, filter, shifted, together } from './condition.ts';
import { conjoined, having } from './having.ts';
import { heldOn } from './held.ts';
import { isOverdue } from './overdue.ts';
import { always, among, atLeast, atMost, equal, is, leadsTo, visible, within, words } from './tests.ts';

/** Filters of the schema's input objects, one by one: what each of their fields means in the graph. */

export const claimFilter: InputFilter = {
  ...filter({
    types: among('type'),
    statuses: among('status'),
    attributionKinds: among('attributionKind'),
    polarity: equal('polarity'),
    reviewStates: among('reviewState'),
    about: leadsTo('-[:CONCERNS]->'),
    document: leadsTo('-[:EVIDENCE]->'),
    source: leadsTo('-[:ATTRIBUTED_TO]->'),
    modalities: among('modality'),
    time: within('time', 'sortTime'),
    published: within('published'),
    minReliability: atMost('reliabilityRank', reliabilityRank),
    minIndependentSources: atLeast('independentSources'),
  }),
  type: 'ClaimFilter',
  defaults: { reviewStates: [ReviewState.ACCEPTED, ReviewState.DISPUTED] },
};

export const participationFilter: InputFilter = {
  ...filter(
    {
      actors: leadsTo('-[:OF_ACTOR]->'),
      onBehalfOf: leadsTo('-[:ON_BEHALF_OF]->'),
      body: leadsTo('-[:IN_EVENT]->()-[:OF_BODY]->'),
      roles: among('role'),
      statuses: among('status'),
      levels: among('level'),
      modes: among('mode'),
      standings: among('standing'),
      time: within('time', 'sortTime'),
    },
    {
      names: ['includeInferred'],
      conditions: ({ includeInferred }) =>
        includeInferred === false ? [always('not inferred', (node) => `NOT ${node}.inferred`)] : [],
    },
  ),
  type: 'ParticipationFilter',
  defaults: { standings: [Standing.ESTABLISHED, Standing.ALLEGED, Standing.DISPUTED], includeInferred: true },
};

export const meetingFilter: InputFilter = {
  ...filter(
    {
      refs: is,
      text: words('entity_search'),
      body: leadsTo('-[:OF_BODY]->'),
      place: leadsTo('-[:HELD_AT]->()-[:WITHIN|LOCATED_IN*0..]->'),
      participation: participationLike,
      topic: leadsTo('-[:ABOUT_TOPIC]->'),
      kinds: among('kind'),
      statuses: among('status'),
      modes: among('mode'),
      overdue: isOverdue,
      time: within('time', 'sortTime'),
      updatedSince: atLeast('sortUpdated', (instant: Date) => instant.toISOString()),
    },
    {
      names: ['standings'],
      conditions: ({ standings }) => [Array.isArray(standings) ? among('standing')(standings as never) : visible],
    },
  ),
  type: 'MeetingFilter',
  defaults: {},
};

export const statementFilter: InputFilter = {
  ...filter({
    speakers: leadsTo('-[:MADE_BY]->'),
    onBehalfOf: leadsTo('-[:AS_POST]->()-[:POST_OF]->'),
    addressee: leadsTo('-[:ADDRESSED_TO]->'),
    occasion: leadsTo('-[:ON_OCCASION]->'),
    topic: leadsTo('-[:ABOUT_TOPIC]->'),
    about: leadsTo('-[:ABOUT_TOPIC|ADDRESSED_TO|ON_OCCASION]->'),
    text: words('statement_search'),
    acts: among('act'),
    stances: among('stance'),
    time: within('time', 'sortTime'),
  }),
  type: 'StatementFilter',
  defaults: {},
};

export const officialFilter: InputFilter = {
  ...filter(
    { text: words('entity_search'), country: leadsTo('-[:SERVES]->') },
    {
      names: ['post', 'levels', 'portfolio', 'on'],
      conditions: ({ post, levels, portfolio, on }) => [postLike({ post, levels, portfolio, on })],
    },
  ),
  type: 'OfficialFilter',
  defaults: {},
};

/** The argument `filter`, whose defaults hold also where it is left out. */
export function asFilter(inner: InputFilter): Group {
  return {
    names: ['filter'],
    inputs: [inner],
    conditions: (values) => inner.conditions((values.filter ?? inner.defaults) as Values),
  };
}

/** The same on the claims of a conflict, of which one at least passes. */
export const amongClaims: Group = {
  names: ['filter'],
  inputs: [claimFilter],
  conditions: (values) => [having('-[:AMONG]->', asFilter(claimFilter).conditions(values) as Condition[])],
};

/** With a participation like this: one that meets all of these conditions. */
function participationLike(values: Values): Condition {
  return having('<-[:IN_EVENT]-', participationFilter.conditions(values));
}

/** Held a post like this, once, or on that day: all of it of one and the same tenure. */
function postLike({ post, levels, portfolio, on }: Values): Condition | undefined {
  const [givenPost, ofPost, ofTenure] = [
    typeof post === 'string' ? [is([post] as never)!] : [],
    filter({ levels: among('level'), portfolio: equal('portfolio') }).conditions({ levels, portfolio }),
    typeof on === 'string' ? [heldOn(on)] : [],
  ];
  if (givenPost.length + ofPost.length + ofTenure.length === 0) return undefined;
  const { key, values, offsetOf } = together([...givenPost, ...ofPost, ...ofTenure]);
  const seat = (node: string, there: string, use: Use, conditions: readonly Condition[]) => {
    const tenure = use.name();
    return conjoined(`MATCH (${node})<-[:HELD_BY]-(${tenure})-[:OF_POST]->(${there})`, [
      `${tenure}.standing <> 'WITHDRAWN'`,
      `NOT ${tenure}.status IN ['NOMINATED', 'NOT_TAKEN_UP']`,
      ...conditions.map((condition) => condition.where(there, shifted(use, offsetOf(condition)))),
      ...ofTenure.map((condition) => condition.where(tenure, shifted(use, offsetOf(condition)))),
    ]);
  };
  return {
    key: `post (${key})`,
    values,
    where: (node, use) => `EXISTS { ${seat(node, use.name(), use, [...givenPost, ...ofPost])} }`,
    start:
      givenPost[0] &&
      ((node, use) => {
        const there = use.name();
        return `UNWIND ${use.things(0)} AS ${there} ${seat(node, there, use, ofPost)} WITH *`;
      }),
  };
}
