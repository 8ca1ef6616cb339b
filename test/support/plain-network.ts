/** A network as its definition says it, without regard to speed. */

interface Reference {
  key: string;
  __typename?: string;
  country?: { key: string } | null;
}

/** A participation as the API shows it. */
export interface Participation {
  key: string;
  meeting: string;
  role: string;
  status: string;
  standing: string;
  inferred: boolean;
  actor: Reference & { __typename: string };
  onBehalfOf: (Reference & { __typename: string }) | null;
  capacity: { country: Reference | null; organization: Reference | null } | null;
  actedBy: { status: string; standing: string; inferred: boolean }[];
}

export interface PlainQuestion {
  nodes: 'OFFICIAL' | 'COUNTRY' | 'ORGANIZATION';
  weight: 'COUNT' | 'NEWMAN' | 'JACCARD';
  roles?: readonly string[];
  statuses?: readonly string[];
  standings?: readonly string[];
  includeInferred?: boolean;
  /** The meetings within what is said of kind, body and time. */
  isWithin?: ReadonlySet<string>;
  maxMeetingSize?: number;
}

export interface PlainTie {
  a: string;
  b: string;
  weight: number;
  meetings: readonly string[];
}

export interface PlainNetwork {
  nodes: string[];
  ties: PlainTie[];
  meetings: string[];
  presences: Presence[];
}

interface Presence {
  meeting: string;
  node: string;
  participation: string;
}

export function plainNetwork(participations: readonly Participation[], question: PlainQuestion): PlainNetwork {
  const all = participations
    .filter((each) => counts(each, question))
    .flatMap((each): Presence[] => {
      const node = presentBy(each, question.nodes);
      return node === null ? [] : [{ meeting: each.meeting, node, participation: each.key }];
    });
  const sizeOf = (meeting: string) => attendees(all, meeting).length;
  const presences = all.filter(({ meeting }) => sizeOf(meeting) <= (question.maxMeetingSize ?? Infinity));
  const nodes = distinct(presences.map(({ node }) => node));
  const meetingsOf = (of: string) => distinct(presences.flatMap(({ node, meeting }) => (node === of ? [meeting] : [])));
  const ties = nodes.flatMap((a) =>
    nodes.flatMap((b): PlainTie[] => {
      const [own, theirs] = [meetingsOf(a), meetingsOf(b)];
      const shared = own.filter((meeting) => theirs.includes(meeting));
      if (a >= b || shared.length === 0) return [];
      const weights = {
        COUNT: shared.length,
        NEWMAN: shared.reduce((sum, meeting) => sum + 1 / (sizeOf(meeting) - 1), 0),
        JACCARD: shared.length / distinct([...own, ...theirs]).length,
      };
      return [{ a, b, weight: weights[question.weight], meetings: shared }];
    }),
  );
  return { nodes, ties, presences, meetings: distinct(presences.map(({ meeting }) => meeting)) };
}

const distinct = (keys: readonly string[]): string[] => [...new Set(keys)];

const attendees = (presences: readonly Presence[], of: string): string[] =>
  distinct(presences.flatMap(({ meeting, node }) => (meeting === of ? [node] : [])));

function counts(participation: Participation, question: PlainQuestion): boolean {
  const { roles, statuses = ['ATTENDED'], standings = ['ESTABLISHED'], includeInferred, isWithin } = question;
  const isActedFor = participation.actedBy.some(
    ({ status, standing, inferred }) => status === 'ATTENDED' && standing === 'ESTABLISHED' && !inferred,
  );
  return (
    !isActedFor &&
    (!roles || roles.includes(participation.role)) &&
    statuses.includes(participation.status) &&
    standings.includes(participation.standing) &&
    (includeInferred === true || !participation.inferred) &&
    (!isWithin || isWithin.has(participation.meeting))
  );
}

/** Whom a participation makes present, of a kind. */
function presentBy({ actor, onBehalfOf, capacity }: Participation, nodes: PlainQuestion['nodes']): string | null {
  if (nodes === 'OFFICIAL') return actor.__typename === 'Official' ? actor.key : null;
  const itself = actor.__typename === 'Official' ? null : actor;
  const post: Reference | null = capacity?.country
    ? { ...capacity.country, __typename: 'Country' }
    : capacity?.organization
      ? { ...capacity.organization, __typename: 'Organization' }
      : null;
  const served: Reference | null = actor.country ? { ...actor.country, __typename: 'Country' } : null;
  const represented = onBehalfOf ?? itself ?? post ?? served;
  if (represented === null) return null;
  if (nodes === 'ORGANIZATION') return represented.__typename === 'Organization' ? represented.key : null;
  return represented.__typename === 'Country' ? represented.key : (represented.country?.key ?? null);
}

/** How long the shortest path is; null where there is none. */
export function plainShortest(
  { nodes, ties }: PlainNetwork,
  from: string,
  to: string,
  lengths: 'STEPS' | 'DISTANCE',
): number | null {
  const best = new Map([[from, 0]]);
  for (let round = 0; round < nodes.length; round++) {
    for (const tie of ties) {
      const length = lengths === 'STEPS' ? 1 : 1 / tie.weight;
      for (const [a, b] of [[tie.a, tie.b] as const, [tie.b, tie.a] as const]) {
        const there = best.get(a);
        if (there !== undefined && there + length < (best.get(b) ?? Infinity)) best.set(b, there + length);
      }
    }
  }
  return best.get(to) ?? null;
}
