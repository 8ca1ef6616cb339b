/** How revisions are stored: what is read of them follows from their properties by these functions. */

/** The value of a field before and after a change; a missing side had none. */
export interface Change {
  before?: unknown;
  after?: unknown;
}

/** The fields that changed. */
export type Changes = Readonly<Record<string, Change>>;

/** What a node was, by the field names of the API. */
export type State = Readonly<Record<string, unknown>>;

/** What changed by a revision, from its properties. That of a first one is not stored: everything in its state is new. */
export function changesOf(changes: string | null | undefined, state: string): Changes {
  return typeof changes === 'string' ? (JSON.parse(changes) as Changes) : firstChanges(JSON.parse(state) as State);
}

/** What changes by a first revision with this state. */
export const firstChanges = (state: State): Changes =>
  Object.fromEntries(Object.entries(state).map(([field, after]) => [field, { after }]));
