import { type Name, bestName } from '../../../src/domain/names/names.ts';
import { type HoldingWindows, certaintyOn } from '../../../src/domain/time/holding-windows.ts';
import { type Certainty } from '../../../src/domain/vocabulary.generated.ts';
import { toNames } from '../../../src/storage/names.ts';
import { type ExternalId, externalIdName, readExternalId } from '../../../src/domain/identity/external-ids.ts';
import {
  type ClaimFilter,
  type MeetingFilter,
  type ParticipationFilter,
  type StatementFilter,
  CONCERNING,
  among,
  isClaimLike,
  isMeetingLike,
  isParticipationLike,
  isStatementLike,
  isVisible,
  wasHeld,
} from './filters.ts';
import { type Graph, type Thing, into, onlyTo, property, sortedBy, text, to } from './graph.ts';
import { connection } from './page.ts';
import { type Fields, inOrder, own, time } from './fields.ts';

export const orders = {
  claims: { type: 'Claim', by: { KEY: 'sortKey' } },
  countries: { type: 'Country', by: { NAME: 'sortName' } },
  documents: { type: 'Document', by: { NAME: 'sortName' } },
  conflicts: { type: 'Conflict', by: { KEY: 'sortKey' } },
  entities: { type: 'Entity', by: { KEY: 'sortKey' } },
  events: { type: 'Event', by: { TIME: 'sortTime' } },
  meetings: {
    type: 'Meeting',
    by: { TIME: 'sortTime', ORDINAL: 'sortOrdinal', NAME: 'sortName', UPDATED_AT: 'sortUpdated' },
  },
  newestMeetings: {
    type: 'Meeting',
    by: { TIME: 'sortTime', ORDINAL: 'sortOrdinal', NAME: 'sortName', UPDATED_AT: 'sortUpdated' },
    direction: 'DESC',
  },
  officials: { type: 'Official', by: { NAME: 'sortName' } },
  organizations: { type: 'Organization', by: { NAME: 'sortName' } },
  posts: { type: 'Post', by: { NAME: 'sortName' } },
  tenures: { type: 'Tenure', by: { TIME: 'sortTime' } },
  possibleDuplicates: { type: 'PossibleDuplicate', by: { SCORE: 'sortScore' } },
  plans: { type: 'Plan', by: { DUE: 'sortDue' } },
  participations: { type: 'Participation', by: { TIME: 'sortTime', LEVEL: 'sortLevel', NAME: 'sortName' } },
  statements: { type: 'Statement', by: { TIME: 'sortTime' } },
} as const;

/** What a list of tenures or memberships may be asked for. */
interface Held {
  on?: string | null;
  match?: string | null;
}

export const possibleDuplicate: Fields = {
  ...own('score', 'verdict'),
  reasons: (pair: Thing) => property(pair, 'reasons') ?? [],
  a: (pair: Thing) => onlyTo(pair, 'FIRST_OF'),
  b: (pair: Thing) => onlyTo(pair, 'SECOND_OF'),
};

export const node: Fields = own('id', 'key');

export const conflicts = (thing: Thing): Thing[] =>
  sortedBy(into(thing, 'OF'), (conflict) => text(conflict, 'sortKey'));

export const namesIn = (thing: Thing): Name[] =>
  toNames(
    ['nameValues', 'nameLangs', 'nameKinds', 'nameTimes'].map((name) => property(thing, name) as string[] | null),
  );

interface Said {
  field: string;
  value: string;
  lang: string | null;
  document: Thing;
}

/** What documents say of a thing apart from claims, without what was taken back, each word of a document once. */
export function descriptions(thing: Thing, _none: object, graph: Graph): Said[] {
  const rows = thing.in
    .filter(({ type }) => type === 'DESCRIBES')
    .map(({ from: document, properties }) => ({ document, ...(properties as { localKey: string; values: string }) }))
    .sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1));
  const said = rows.flatMap(({ document, values, retracted = [] }: Row) =>
    Object.entries(JSON.parse(values) as Record<string, unknown>).flatMap(([field, given]) =>
      [given]
        .flat()
        .filter((value) => value !== null && !retracted.includes(JSON.stringify([field, value])))
        .map((value) => ({ field, ...inWords(field, value, graph), document })),
    ),
  );
  const keyOf = ({ document, ...word }: Said) => JSON.stringify([word, text(document, 'key')]);
  return said.filter((word, index) => said.findIndex((other) => keyOf(other) === keyOf(word)) === index);
}

interface Row {
  document: Thing;
  localKey: string;
  values: string;
  retracted?: string[];
}

const sortOf = ({ document, localKey, values }: Row) => `${text(document, 'sortKey')}\0${localKey}\0${values}`;

/** Fields whose values are ids. */
const POINTERS =
  /^(country|parent|organization|within|operatedBy|broader|publisher|originator|platform|authors|cites)$/;

function inWords(field: string, value: unknown, graph: Graph): Pick<Said, 'value' | 'lang'> {
  if (field === 'names') {
    const name = value as { value: string; lang: string };
    return { value: name.value, lang: name.lang };
  }
  if (field === 'externalIds') return { value: externalIdName(value as ExternalId), lang: null };
  if (POINTERS.test(field)) return { value: text(graph.withId(value as string)!, 'key'), lang: null };
  const written = typeof value === 'object' ? (value as { edtf: string }).edtf : (value as string | number | boolean);
  return { value: String(written), lang: null };
}

export const entity: Fields = {
  ...node,
  ...own('version', 'updatedAt', 'note'),
  name: (thing, { lang }: { lang?: string[] | null }) => bestName(namesIn(thing), lang ?? []),
  names: (thing) => namesIn(thing).map((name) => ({ time: null, ...name })),
  externalIds: (thing) => ((property(thing, 'externalIds') ?? []) as string[]).map(readExternalId),
  descriptions,
  formerIds: (thing) => property(thing, 'formerIds') ?? [],
  claimsAbout: connection(orders.claims, (thing: Thing, { filter }: { filter?: ClaimFilter | null }, graph) =>
    [...new Set(CONCERNING.flatMap((type) => into(thing, type)))].filter((claim) => isClaimLike(graph, filter, claim)),
  ),
  conflicts,
  revisions: (thing) =>
    sortedBy(
      thing.labels.has('Revision') ? [thing] : into(thing, 'REVISES'),
      (revision) => property(revision, 'sequence') as number,
    ),
};

export const actor: Fields = {
  ...entity,
  participations: connection(
    orders.participations,
    (thing: Thing, { filter }: { filter?: ParticipationFilter | null }, graph) =>
      into(thing, 'OF_ACTOR').filter((fact) => isParticipationLike(graph, filter, fact)),
  ),
  statements: connection(orders.statements, (thing: Thing, { filter }: { filter?: StatementFilter | null }, graph) =>
    into(thing, 'MADE_BY').filter((statement) => isStatementLike(graph, filter, statement)),
  ),
};

/** Facts that are not withdrawn and were held on the day, where one is given. */
const standing = (facts: readonly Thing[], { on, match }: Held): Thing[] =>
  facts.filter((fact) => isVisible(fact) && wasHeld(fact, on, match));

const didNotStayAway = (fact: Thing): boolean => !['ABSENT', 'DECLINED'].includes(text(fact, 'status'));

const meetingsOf = (facts: readonly Thing[]): Thing[] => [...new Set(facts.map((fact) => onlyTo(fact, 'IN_EVENT')!))];

const byTime = (fact: Thing): string => text(fact, 'sortTime');

interface Attending {
  filter?: MeetingFilter | null;
  roles?: string[] | null;
  statuses?: string[] | null;
}

/** Whether it was, or is to be, a participation of the kind that is asked for. */
const tookPartAs = ({ roles, statuses }: Attending, fact: Thing): boolean =>
  isVisible(fact) &&
  among(roles, property(fact, 'role')) &&
  (statuses ? among(statuses, property(fact, 'status')) : didNotStayAway(fact));

/** Participations of the actor itself and of others on its behalf. */
const inItsName = (thing: Thing): Thing[] =>
  [...into(thing, 'OF_ACTOR'), ...into(thing, 'ON_BEHALF_OF')].filter(({ labels }) => labels.has('Participation'));

export const country: Fields = {
  ...actor,
  posts: (thing) =>
    sortedBy(
      into(thing, 'POST_OF').filter(({ labels }) => labels.has('Post')),
      (post) => text(post, 'sortLevel'),
    ),
  officials: connection(orders.officials, (thing: Thing, { on }: Held) => {
    if (typeof on !== 'string') return into(thing, 'SERVES');
    const tenures = into(thing, 'POST_OF').flatMap((post) => standing(into(post, 'OF_POST'), { on }));
    return [...new Set(tenures.map((tenure) => onlyTo(tenure, 'HELD_BY')!))];
  }),
  memberships: (thing, held: Held) => sortedBy(standing(into(thing, 'OF_MEMBER'), held), byTime),
  meetings: connection(orders.meetings, (thing: Thing, { filter, ...asked }: Attending, graph) => {
    const facts = inItsName(thing).filter((fact) => tookPartAs(asked, fact));
    return meetingsOf(facts).filter((meeting) => isMeetingLike(graph, filter, meeting));
  }),
};

export const official: Fields = {
  ...actor,
  country: (thing) => onlyTo(thing, 'SERVES'),
  tenures: (thing, held: Held) => sortedBy(standing(into(thing, 'HELD_BY'), held), byTime).reverse(),
  meetings: connection(orders.newestMeetings, (thing: Thing, { filter, ...asked }: Attending, graph) => {
    const facts = into(thing, 'OF_ACTOR').filter((fact) => tookPartAs(asked, fact));
    return meetingsOf(facts).filter((meeting) => isMeetingLike(graph, filter, meeting));
  }),
};

export const organization: Fields = {
  ...actor,
  ...own('kind'),
  country: (thing) => onlyTo(thing, 'OF_COUNTRY'),
  parent: (thing) => onlyTo(thing, 'PARENT'),
  founded: time('founded'),
  dissolved: time('dissolved'),
  members: (thing, held: Held) =>
    sortedBy(
      standing(into(thing, 'IN_ORGANIZATION'), held),
      (membership) => text(onlyTo(membership, 'OF_MEMBER')!, 'sortName'),
      byTime,
    ),
  meetings: connection(orders.newestMeetings, (thing: Thing, { filter, ...asked }: Attending, graph) => {
    const own = meetingsOf(inItsName(thing).filter((fact) => tookPartAs(asked, fact)));
    const isAsked = Boolean(asked.roles ?? asked.statuses);
    return into(thing, 'OF_BODY').filter(
      (meeting) => isMeetingLike(graph, filter, meeting) && (!isAsked || own.includes(meeting)),
    );
  }),
};

/** Who held a post on a day. */
interface Holding {
  post: Thing;
  date: string;
}

const tenuresOf = ({ post, date }: Holding): Thing[] =>
  sortedBy(standing(into(post, 'OF_POST'), { on: date }), byTime).reverse();

export const holding: Fields<Holding> = {
  tenures: tenuresOf,
  certainty: (held) => {
    const all = tenuresOf(held).map((tenure) => certaintyOn(tenure.properties as unknown as HoldingWindows, held.date));
    return ['CERTAIN', 'OBSERVED', 'PRESUMED'].find((certainty) => all.includes(certainty as Certainty)) ?? 'UNKNOWN';
  },
};

export const post: Fields = {
  ...entity,
  ...own('level', 'portfolio'),
  country: (thing) => onlyTo(thing, 'POST_OF', 'Country'),
  organization: (thing) => onlyTo(thing, 'POST_OF', 'Organization'),
  heldOn: (thing, { date }: { date: string }): Holding => ({ post: thing, date }),
  holders: (thing, held: Held) => sortedBy(standing(into(thing, 'OF_POST'), held), byTime).reverse(),
};

export const place: Fields = {
  ...entity,
  ...own('kind', 'latitude', 'longitude'),
  country: (thing) => onlyTo(thing, 'LOCATED_IN'),
  within: (thing) => onlyTo(thing, 'WITHIN'),
  operatedBy: (thing) => onlyTo(thing, 'OPERATED_BY'),
};

export const topic: Fields = { ...entity, broader: (thing) => onlyTo(thing, 'BROADER') };

export const topics = (thing: Thing): Thing[] => sortedBy(to(thing, 'ABOUT_TOPIC'), (about) => text(about, 'sortName'));

export const conflict: Fields = {
  ...own('slot', 'rule'),
  subject: (thing) => onlyTo(thing, 'OF'),
  claims: (thing) => inOrder(thing, 'AMONG').map((link) => link.to),
  values: (thing) => {
    const told = [...inOrder(thing, 'AMONG'), ...inOrder(thing, 'TOLD_IN')];
    return [...Map.groupBy(told, ({ properties }) => properties.value as string)].map(([value, links]) => ({
      value,
      tellers: links.map((link) => link.to),
    }));
  },
  follows: (thing) => onlyTo(thing, 'FOLLOWS'),
};

/** One of the values of a conflict, and the claims or documents that give it. */
interface ToldValue {
  value: string;
  tellers: readonly Thing[];
}

const byKey = (things: readonly Thing[]): Thing[] => sortedBy([...new Set(things)], (thing) => text(thing, 'sortKey'));

export const conflictValue: Fields<ToldValue> = {
  value: ({ value }) => value,
  claims: ({ tellers }) => byKey(tellers.filter(({ labels }) => labels.has('Claim'))),
  documents: ({ tellers }) =>
    byKey(tellers.flatMap((teller) => (teller.labels.has('Claim') ? to(teller, 'EVIDENCE') : [teller]))),
};

export const revision: Fields = {
  ...own('at', 'by', 'operation', 'reason', 'version'),
  id: (thing) => {
    const id = text(thing, 'id');
    return thing.labels.has('Thing') ? `${id.slice(0, 14)}8${id.slice(15)}` : id;
  },
  changes: (thing) => {
    const changes = property(thing, 'changes');
    if (typeof changes === 'string') return JSON.parse(changes) as unknown;
    const state = JSON.parse(text(thing, 'state')) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(state).map(([field, after]) => [field, { after }]));
  },
};
