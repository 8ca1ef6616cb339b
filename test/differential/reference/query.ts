import { type ExternalId, codesIn, externalIdName } from '../../../src/domain/identity/external-ids.ts';
import { normalizeAddress } from '../../../src/domain/identity/web-address.ts';
import { rankNames } from '../../../src/domain/names/names.ts';
import { outcomeOf } from './claims.ts';
import { namesIn, orders } from './entities.ts';
import { type Fields } from './fields.ts';
import {
  type ClaimFilter,
  type MeetingFilter,
  type OfficialFilter,
  type ParticipationFilter,
  type PostFilter,
  type StatementFilter,
  type TenureFilter,
  type TimeFilter,
  among,
  anyOf,
  hasWords,
  inWindow,
  isClaimLike,
  isMeetingLike,
  isOfficialLike,
  isParticipationLike,
  isPostLike,
  isStatementLike,
  isTenureLike,
  isVisible,
  wasHeld,
} from './filters.ts';
import { type Graph, type Thing, into, onlyInto, onlyTo, property, sortedBy, text, to } from './graph.ts';
import { type PageArguments, connection, cursorAt, positionIn, refuse, shown, sizeOf } from './page.ts';

type None = null;

const ONE_OF_REF_AND_URL =
  '`document` finds a document by its key or id or by its address: give either `ref` or `url`.';

const one =
  (label: string) =>
  (_: None, { ref }: { ref: string }, graph: Graph): Thing | null => {
    const thing = graph.at(ref);
    return thing?.labels.has(label) ? thing : null;
  };

interface Countries {
  text?: string | null;
  memberOf?: string | null;
  on?: string | null;
}

interface Search extends PageArguments {
  text: string;
  types?: string[] | null;
  lang?: string[] | null;
}

interface OfficeHolders {
  on: string;
  country?: string | null;
  level?: string | null;
  portfolio?: string | null;
}

interface Listed {
  refs?: string[] | null;
  kinds?: string[] | null;
  text?: string | null;
}

interface Plans {
  filter?: ClaimFilter | null;
  due?: TimeFilter | null;
  outcomes?: string[] | null;
  body?: string | null;
}

const isReviewed = (claim: Thing): boolean =>
  property(claim, 'reviewed') === true || property(claim, 'reviewState') === 'DISPUTED';

/** The bodies of the meetings that a plan supports, itself or by who takes part. */
const bodiesOf = (plan: Thing): Thing[] =>
  to(plan, 'SUPPORTS')
    .flatMap((supported) => [supported, ...to(supported, 'IN_EVENT')])
    .filter(({ labels }) => labels.has('Meeting'))
    .flatMap((meeting) => to(meeting, 'OF_BODY'));

export const query: Fields<None> = {
  node: (_, { id }: { id: string }, graph) => graph.withId(id),
  statement: one('Statement'),
  entity: one('Entity'),
  entityByExternalId: (_, id: ExternalId, graph) => {
    const [name] = graph.labelled('ExternalId').filter((each) => text(each, 'name') === externalIdName(id));
    return name ? onlyInto(name, 'IDENTIFIED_BY') : null;
  },
  country: one('Country'),
  official: one('Official'),
  organization: one('Organization'),
  post: one('Post'),
  meeting: one('Meeting'),
  document: (_, { ref, url }: { ref?: string | null; url?: URL | null }, graph) => {
    if ((ref ?? null) === null && !url) refuse(ONE_OF_REF_AND_URL);
    if ((ref ?? null) !== null && url) refuse(ONE_OF_REF_AND_URL);
    if (!url) return one('Document')(null, { ref: ref! }, graph);
    const isAt = (document: Thing) => normalizeAddress(text(document, 'url') ?? '') === normalizeAddress(String(url));
    return sortedBy(graph.labelled('Document').filter(isAt), (document) => text(document, 'sortKey'))[0] ?? null;
  },
  claim: one('Claim'),
  countries: connection(orders.countries, (_: None, { text: words, memberOf, on }: Countries, graph) =>
    graph.labelled('Country').filter((country) => {
      const memberships = into(country, 'OF_MEMBER').filter(
        (membership) =>
          isVisible(membership) &&
          ['MEMBER', 'LEAD', 'PARTICIPANT'].includes(text(membership, 'role')) &&
          anyOf(graph, memberOf, [onlyTo(membership, 'IN_ORGANIZATION')]) &&
          wasHeld(membership, on),
      );
      return (
        hasWords(graph, 'entity_search', words, country) && (typeof memberOf !== 'string' || memberships.length > 0)
      );
    }),
  ),
  officials: connection(orders.officials, (_: None, { filter }: { filter?: OfficialFilter | null }, graph) =>
    graph.labelled('Official').filter((official) => isOfficialLike(graph, filter, official)),
  ),
  organizations: connection(orders.organizations, (_: None, { kinds, text: words }: Listed, graph) =>
    graph
      .labelled('Organization')
      .filter((each) => among(kinds, property(each, 'kind')) && hasWords(graph, 'entity_search', words, each)),
  ),
  posts: connection(orders.posts, (_: None, { filter }: { filter?: PostFilter | null }, graph) =>
    graph.labelled('Post').filter((post) => isPostLike(graph, filter, post)),
  ),
  tenures: connection(orders.tenures, (_: None, { filter }: { filter?: TenureFilter | null }, graph) =>
    graph.labelled('Tenure').filter((tenure) => isTenureLike(graph, filter, tenure)),
  ),
  meetings: connection(orders.meetings, (_: None, { filter }: { filter?: MeetingFilter | null }, graph) =>
    graph.labelled('Meeting').filter((meeting) => isMeetingLike(graph, filter, meeting)),
  ),
  claims: connection(orders.claims, (_: None, { filter }: { filter?: ClaimFilter | null }, graph) =>
    graph.labelled('Claim').filter((claim) => isClaimLike(graph, filter, claim)),
  ),
  documents: connection(orders.documents, (_: None, { refs, kinds, text: words }: Listed, graph) =>
    graph
      .labelled('Document')
      .filter(
        (each) =>
          anyOf(graph, refs, [each]) &&
          among(kinds, property(each, 'kind')) &&
          hasWords(graph, 'document_search', words, each),
      ),
  ),
  participations: connection(
    orders.participations,
    (_: None, { filter }: { filter?: ParticipationFilter | null }, graph) =>
      graph.labelled('Participation').filter((fact) => isParticipationLike(graph, filter, fact)),
  ),
  statements: connection(orders.statements, (_: None, { filter }: { filter?: StatementFilter | null }, graph) =>
    graph.labelled('Statement').filter((statement) => isStatementLike(graph, filter, statement)),
  ),
  events: connection(
    orders.events,
    (_: None, { time, text: words }: { time?: TimeFilter | null; text?: string | null }, graph) =>
      graph
        .labelled('Event')
        .filter(
          (event) =>
            isVisible(event) && inWindow(event, 'time', time) && hasWords(graph, 'entity_search', words, event),
        ),
  ),
  entities: connection(
    orders.entities,
    (_: None, { refs, types }: { refs?: string[] | null; types?: string[] | null }, graph) =>
      graph
        .labelled('Entity')
        .filter(
          (entity) =>
            anyOf(graph, refs, [entity]) && (!types || labelsOf(types).some((label) => entity.labels.has(label))),
        ),
  ),
  conflicts: connection(
    orders.conflicts,
    (_: None, { filter, reviewed }: { filter?: ClaimFilter | null; reviewed?: boolean | null }, graph) =>
      graph
        .labelled('Conflict')
        .filter((each) => !filter || to(each, 'AMONG').some((claim) => isClaimLike(graph, filter, claim)))
        .filter((each) => typeof reviewed !== 'boolean' || reviewed === to(each, 'AMONG').some(isReviewed)),
  ),
  possibleDuplicates: connection(orders.possibleDuplicates, (_: None, _args: object, graph) =>
    graph.labelled('PossibleDuplicate'),
  ),
  plans: connection(orders.plans, (_: None, { filter, due, outcomes, body }: Plans, graph) =>
    graph
      .labelled('Claim')
      .filter(
        (claim) =>
          property(claim, 'sortDue') !== null &&
          isClaimLike(graph, filter, claim) &&
          inWindow(claim, 'due', due) &&
          among(outcomes, outcomeOf(graph, claim)) &&
          (!body || anyOf(graph, [body], bodiesOf(claim))),
      ),
  ),
  graphVersion: (_, _none, graph) => String(property(graph.labelled('Graph')[0]!, 'version')),
  search: (_, args: Search, graph) => search(args, graph),
  officeHolders: (_, { on, country, level, portfolio }: OfficeHolders, graph) => {
    const held = graph.labelled('Tenure').filter((tenure) => {
      const post = onlyTo(tenure, 'OF_POST')!;
      return (
        isVisible(tenure) &&
        wasHeld(tenure, on) &&
        anyOf(graph, country, to(post, 'POST_OF')) &&
        among(level ? [level] : null, property(post, 'level')) &&
        among(portfolio ? [portfolio] : null, property(post, 'portfolio'))
      );
    });
    return sortedBy(
      held,
      (tenure) => text(onlyTo(tenure, 'OF_POST')!, 'sortLevel'),
      (tenure) => text(tenure, 'sortTime'),
    );
  },
};

const labelsOf = (types: readonly string[]) => types.map((type) => type.charAt(0) + type.slice(1).toLowerCase());

const namedAs = (thing: Thing) => ({
  names: namesIn(thing),
  codes: codesIn((property(thing, 'externalIds') ?? []) as string[]),
  isPerson: thing.labels.has('Official'),
});

/** The fifty that the index finds best, put in order by how well their names match. */
function search(args: Search, graph: Graph): unknown {
  const size = sizeOf(args);
  const after = positionIn(args, 'after', 'Search');
  const labels = args.types && labelsOf(args.types);
  const fitting = graph
    .withSomeOf('entity_search', args.text)
    .filter((thing) => !labels || labels.some((label) => thing.labels.has(label)));
  const candidates = [...fitting.filter(isVisible), ...fitting.filter((thing) => !isVisible(thing))].slice(0, 50);
  const ranked = candidates
    .map((thing) => ({ node: thing, ...rankNames(args.text, args.lang ?? undefined)(namedAs(thing)) }))
    .filter(({ score }) => score > 0)
    .map((found) => ({
      ...found,
      sort: `${((isVisible(found.node) ? 1 : 2) - found.score).toFixed(6)} ${text(found.node, 'sortName')}`,
    }));
  const all = sortedBy(ranked, ({ sort }) => sort);
  const rest = all.filter(({ sort }) => after === null || sort > after);
  const edges = rest.slice(0, size).map((found) => ({ ...found, cursor: cursorAt('Search', found.sort) }));
  return shown(edges, { hasNextPage: rest.length > size, hasPreviousPage: after !== null }, all.length);
}
