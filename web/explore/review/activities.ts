import type { RecentChangeFragment } from '../api/documents.generated.ts';
import { nameOfState } from '../record/changes-in-words.ts';

/** What was done at once: its changes have one moment and one author. */
export interface Activity {
  at: string;
  by: string;
  reason: string | null;
  changes: readonly RecentChangeFragment[];
  /** The keys of the claims that it added and that are as it left them. */
  claims: readonly string[];
  /** What it merged into others: the id and name of what went. */
  merged: readonly { id: string; name: string }[];
}

/** The activities of these changes, the latest first. */
export function activitiesOf(changes: readonly RecentChangeFragment[]): Activity[] {
  const gone = new Set(
    changes.flatMap(({ operation, typeName, nodeId }) =>
      typeName === 'Claim' && (operation === 'RETRACT' || operation === 'DELETE') ? [nodeId] : [],
    ),
  );
  const unmerged = new Set(changes.flatMap(({ operation, nodeId }) => (operation === 'UNMERGE' ? [nodeId] : [])));
  return [...Map.groupBy(changes, ({ at, by }) => `${at} ${by}`).values()]
    .map((of): Activity => {
      const { at, by } = of[0]!;
      return {
        at,
        by,
        reason: of.find((change) => change.reason !== null)?.reason ?? null,
        changes: of,
        claims: of.flatMap(({ operation, typeName, nodeId, key }) =>
          operation === 'CREATE' && typeName === 'Claim' && key !== null && !gone.has(nodeId) ? [key] : [],
        ),
        merged: of.flatMap(({ operation, typeName, nodeId, key, before, after }) =>
          operation === 'MERGE' &&
          typeName !== 'Claim' &&
          isMergedInto(after) &&
          !FACTS.includes(typeName) &&
          !unmerged.has(nodeId)
            ? [{ id: nodeId, name: nameOfState(before) ?? key ?? nodeId }]
            : [],
        ),
      };
    })
    .toReversed();
}

/** The meeting that changes are of: one that was changed itself, else that of a participation. */
export function meetingOf(changes: readonly RecentChangeFragment[]) {
  const nodes = changes.map(({ node }) => node);
  const meeting = nodes.find((node) => node?.__typename === 'Meeting');
  return meeting ?? nodes.flatMap((node) => (node?.__typename === 'Participation' ? [node.meeting] : []))[0];
}

/** Facts are merged with what they join, and come back with it. */
const FACTS: readonly string[] = ['Participation', 'Tenure', 'Membership', 'Statement'];

const isMergedInto = (after: unknown) => typeof after === 'object' && after !== null && 'mergedInto' in after;
