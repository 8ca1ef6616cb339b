import type { PresenceFragment } from '../api/documents.generated.ts';

/** One who was, is to be, or was not there, with all roles in which that is recorded, the leading one first. */
export interface Person {
  actor: PresenceFragment['actor'];
  presences: readonly PresenceFragment[];
}

/** The people of a meeting: by their leading roles, and apart from them those whose plans somebody else carried out. */
export interface People {
  byRole: readonly (readonly [role: string, people: readonly Person[]])[];
  carriedOut: readonly PresenceFragment[];
}

/** The roles that lead, in this order; all others come after them. */
const LEADING = ['CHAIR', 'CONVENER', 'HOST', 'ORGANIZER', 'MEDIATOR', 'SPEAKER', 'DELEGATION_HEAD'];

const rankOf = (role: string) => (LEADING.includes(role) ? LEADING.indexOf(role) : LEADING.length);

/** What happened before what was planned, then by role. */
const inOrder = (a: PresenceFragment, b: PresenceFragment) =>
  Number(b.status === 'ATTENDED') - Number(a.status === 'ATTENDED') || rankOf(a.role) - rankOf(b.role);

/** Somebody came in the place of the country or organization that was to. */
const isCarriedOut = ({ status, actedBy }: PresenceFragment) =>
  status !== 'ATTENDED' && actedBy.some((each) => each.status === 'ATTENDED');

export function groupPresences(presences: readonly PresenceFragment[]): People {
  const { own = [], carriedOut = [] } = Object.groupBy(presences, (each) =>
    isCarriedOut(each) ? 'carriedOut' : 'own',
  );
  const people = [...Map.groupBy(own, ({ actor }) => actor.key).values()].map((ofActor): Person => {
    const sorted = ofActor.toSorted(inOrder);
    return { actor: sorted[0]!.actor, presences: sorted };
  });
  const byRole = [...Map.groupBy(people, ({ presences: [first] }) => first!.role)];
  return { byRole: byRole.toSorted(([a], [b]) => rankOf(a) - rankOf(b)), carriedOut };
}

/** How many different people, countries and organizations these are. */
export const countActors = (presences: readonly PresenceFragment[]): number =>
  new Set(presences.map(({ actor }) => actor.key)).size;
