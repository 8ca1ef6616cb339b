import { type Resource, type Statement, iri, isA, state, term, textIn, value } from '../../export/rdf.ts';

/** An object as GraphQL answers it. */
type Json = Readonly<Record<string, unknown>>;

/** What vocabularies that others know call what the API says of a type. */
interface Vocabulary {
  /** What has to be asked for beside what every file has. */
  also?: readonly string[];
  statements: (subject: Resource, row: Json) => Iterable<Statement>;
}

/** A node by its id, which never changes and is the same wherever the record is. */
export const nodeIri = (id: string): Resource => iri(`urn:uuid:${id}`);

/** An object that belongs to a node: the second of its names is `#names-2`. */
export const partIri = (subject: Resource, field: string, index: number | null): Resource =>
  iri(`${subject.value}${subject.value.includes('#') ? '.' : '#'}${field}${index === null ? '' : `-${index + 1}`}`);

/** A value of a scalar, also where the API has an object for it. */
export const lexicalOf = (found: unknown): string => String(found);

const one = (found: unknown): Resource[] => (found === null ? [] : [nodeIri((found as Json).id as string)]);
const many = (found: unknown): Resource[] => (found as Json[]).flatMap(one);

export const isEstablished = (row: Json) => row.standing === 'ESTABLISHED';

/** Whether it is known to have happened. Nothing else is said as if it were so. */
export const hasHappened = (event: Json) =>
  isEstablished(event) && ['HELD', 'ONGOING'].includes(event.status as string);

/** What the vocabulary of schema.org has for events that were to be. */
const ANNOUNCED: Readonly<Record<string, `schema:${string}`>> = {
  SCHEDULED: 'schema:EventScheduled',
  POSTPONED: 'schema:EventPostponed',
  RESCHEDULED: 'schema:EventRescheduled',
  CANCELLED: 'schema:EventCancelled',
};

/** Whether somebody is known to have been there, as far as the meeting took place. */
export const isPresence = (row: Json) => isEstablished(row) && row.status === 'ATTENDED' && row.inferred !== true;

/** Roles of those who had a meeting held, beside taking part in it. */
export const ORGANIZERS = ['CONVENER', 'HOST', 'ORGANIZER'];

/** Roles by which one belongs to an organization. */
const BELONGING = ['MEMBER', 'LEAD', 'PARTICIPANT'];

const DOCUMENTS: Readonly<Record<string, `schema:${string}`>> = {
  NEWS_ARTICLE: 'schema:NewsArticle',
  SOCIAL_POST: 'schema:SocialMediaPosting',
  REPORT: 'schema:Report',
  DATASET: 'schema:Dataset',
};

/** A day, where it is known to the day. */
function dayOf(time: unknown, [from, until]: readonly [string, string]): [] | [ReturnType<typeof value>] {
  const { [from]: first, [until]: last } = (time ?? {}) as Json;
  return first && first === last ? [value(first as string, term('xsd:date'))] : [];
}
const START = ['startEarliest', 'startLatest'] as const;
const END = ['endEarliest', 'endLatest'] as const;

/** Kinds of names that a thing goes by. */
const GOES_BY = ['OFFICIAL', 'COMMON'];

/** A name, and whether it is the one for its language: the first that is in use. */
interface RankedName extends Record<'value' | 'lang' | 'kind', string> {
  isPreferred: boolean;
  isInUse: boolean;
}

export function namesOf(row: Json): RankedName[] {
  const preferred = new Set<string>();
  return (row.names as (RankedName & { time: Json | null })[]).map(({ value: name, lang, kind, time }) => {
    const isInUse = (time?.endLatest ?? null) === null;
    const isPreferred = isInUse && GOES_BY.includes(kind) && !preferred.has(lang);
    if (isPreferred) preferred.add(lang);
    return { value: name, lang, kind, isPreferred, isInUse };
  });
}

function* entity(subject: Resource, row: Json): Generator<Statement> {
  for (const { value: name, lang, isPreferred } of namesOf(row)) {
    const text = textIn(lang, name);
    yield state(subject, isPreferred ? 'skos:prefLabel' : 'skos:altLabel', text);
    yield state(subject, isPreferred ? 'schema:name' : 'schema:alternateName', text);
  }
  for (const { scheme, value: code, url } of row.externalIds as Json[]) {
    if (scheme === 'WIKIDATA')
      yield state(subject, 'owl:sameAs', iri(`http://www.wikidata.org/entity/${code as string}`));
    else if (url) yield state(subject, 'schema:sameAs', iri(lexicalOf(url)));
  }
  for (const former of row.formerIds as string[]) yield state(subject, 'owl:sameAs', nodeIri(former));
}

function* event(subject: Resource, row: Json): Generator<Statement> {
  yield* entity(subject, row);
  const announced = ANNOUNCED[row.status as string];
  if (hasHappened(row)) {
    for (const type of ['schema:Event', 'prov:Activity'] as const) yield isA(subject, type);
    for (const day of dayOf(row.time, START)) yield state(subject, 'schema:startDate', day);
    for (const day of dayOf(row.time, END)) yield state(subject, 'schema:endDate', day);
    for (const topic of many(row.topics)) yield state(subject, 'schema:about', topic);
    for (const whole of one(row.partOf)) yield state(subject, 'schema:superEvent', whole);
    for (const place of many(row.places ?? [])) yield state(subject, 'schema:location', place);
  } else if (isEstablished(row) && announced) {
    yield isA(subject, 'schema:Event');
    yield state(subject, 'schema:eventStatus', term(announced));
  }
}

/**
 * Beside the terms of the API, which say everything with its standing: what is ESTABLISHED, and has happened where it is an event, in
 * the words of schema.org, PROV, ORG and SKOS, so that tools that know only these are not misled.
 */
export const VOCABULARIES: Readonly<Partial<Record<string, Vocabulary>>> = {
  Country: {
    *statements(subject, row) {
      yield* entity(subject, row);
      for (const type of ['schema:Country', 'org:Organization', 'prov:Organization'] as const) yield isA(subject, type);
    },
  },
  Official: {
    *statements(subject, row) {
      yield* entity(subject, row);
      for (const type of ['schema:Person', 'prov:Person'] as const) yield isA(subject, type);
    },
  },
  Organization: {
    *statements(subject, row) {
      yield* entity(subject, row);
      for (const type of ['schema:Organization', 'org:Organization', 'prov:Organization'] as const)
        yield isA(subject, type);
      for (const parent of one(row.parent)) yield state(subject, 'org:subOrganizationOf', parent);
    },
  },
  Place: {
    *statements(subject, row) {
      yield* entity(subject, row);
      yield isA(subject, 'schema:Place');
      for (const name of ['latitude', 'longitude'] as const) {
        if (row[name] !== null) yield state(subject, `schema:${name}`, value(lexicalOf(row[name]), term('xsd:double')));
      }
      for (const outer of one(row.within ?? row.country)) yield state(subject, 'schema:containedInPlace', outer);
    },
  },
  Topic: {
    *statements(subject, row) {
      yield* entity(subject, row);
      yield isA(subject, 'skos:Concept');
      for (const broader of one(row.broader)) yield state(subject, 'skos:broader', broader);
    },
  },
  Post: {
    *statements(subject, row) {
      yield* entity(subject, row);
      yield isA(subject, 'org:Post');
      for (const holder of one(row.organization ?? row.country)) yield state(subject, 'org:postIn', holder);
    },
  },
  Meeting: { statements: event },
  Development: { statements: event },
  Participation: {
    also: ['in: meeting { status standing }'],
    *statements(subject, row) {
      if (!isPresence(row) || !hasHappened(row.in as Json)) return;
      const [[meeting], [actor]] = [one(row.meeting), one(row.actor)] as [[Resource], [Resource]];
      yield state(meeting, 'schema:attendee', actor);
      if (ORGANIZERS.includes(row.role as string)) yield state(meeting, 'schema:organizer', actor);
      yield state(meeting, 'prov:wasAssociatedWith', actor);
      yield state(meeting, 'prov:qualifiedAssociation', subject);
      yield isA(subject, 'prov:Association');
      yield state(subject, 'prov:agent', actor);
      yield state(subject, 'prov:hadRole', term(`chancery:role-${row.role as string}`));
    },
  },
  Tenure: {
    also: ['of: post { organization { id } country { id } }'],
    *statements(subject, row) {
      if (!isEstablished(row) || !['CURRENT', 'ENDED'].includes(row.status as string)) return;
      const [[official], [post]] = [one(row.official), one(row.post)] as [[Resource], [Resource]];
      const { organization, country } = row.of as Json;
      yield isA(subject, 'org:Membership');
      yield state(subject, 'org:member', official);
      for (const holder of one(organization ?? country)) yield state(subject, 'org:organization', holder);
      if (row.status === 'CURRENT') yield state(official, 'org:holds', post);
    },
  },
  Membership: {
    *statements(subject, row) {
      if (!isEstablished(row) || !BELONGING.includes(row.role as string)) return;
      const [[member], [organization]] = [one(row.member), one(row.organization)] as [[Resource], [Resource]];
      yield isA(subject, 'org:Membership');
      yield state(subject, 'org:member', member);
      yield state(subject, 'org:organization', organization);
      yield state(subject, 'org:role', term(`chancery:role-${row.role as string}`));
      if ((row.end as Json).edtf === null) yield state(member, 'org:memberOf', organization);
    },
  },
  Document: {
    *statements(subject, row) {
      yield isA(subject, 'prov:Entity');
      yield isA(subject, DOCUMENTS[row.kind as string] ?? 'schema:CreativeWork');
      if (row.title !== null) yield state(subject, 'schema:name', value(row.title as string));
      if (row.url !== null) yield state(subject, 'schema:url', iri(lexicalOf(row.url)));
      if (row.language !== null) yield state(subject, 'schema:inLanguage', value(row.language as string));
      for (const day of dayOf(row.published, START)) yield state(subject, 'schema:datePublished', day);
      for (const publisher of one(row.publisher)) yield state(subject, 'schema:publisher', publisher);
      for (const author of many(row.authors)) yield state(subject, 'schema:author', author);
      for (const cited of many(row.cites)) yield state(subject, 'schema:citation', cited);
    },
  },
  AnonymousSource: {
    *statements(subject) {
      yield isA(subject, 'prov:Agent');
    },
  },
  Claim: {
    *statements(subject, row) {
      yield isA(subject, 'prov:Entity');
      yield state(subject, 'prov:generatedAtTime', value(lexicalOf(row.recordedAt), term('xsd:dateTime')));
      if (row.retractedAt !== null)
        yield state(subject, 'prov:invalidatedAtTime', value(lexicalOf(row.retractedAt), term('xsd:dateTime')));
      for (const earlier of one(row.corrects)) yield state(subject, 'prov:wasRevisionOf', earlier);
      for (const [index, { document }] of (row.evidence as Json[]).entries()) {
        const [[entity], derivation] = [one(document) as [Resource], partIri(subject, 'evidence', index)];
        yield state(subject, 'prov:wasDerivedFrom', entity);
        yield state(subject, 'prov:qualifiedDerivation', derivation);
        yield isA(derivation, 'prov:Derivation');
        yield state(derivation, 'prov:entity', entity);
      }
      for (const [index, { agent }] of (row.attribution as Json[]).entries()) {
        const [[source], attribution] = [one(agent) as [Resource], partIri(subject, 'attribution', index)];
        yield state(subject, 'prov:wasAttributedTo', source);
        yield state(subject, 'prov:qualifiedAttribution', attribution);
        yield isA(attribution, 'prov:Attribution');
        yield state(attribution, 'prov:agent', source);
      }
    },
  },
};
