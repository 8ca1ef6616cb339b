/** The fields of the fragment `Link`, of whatever type the thing is. */
export interface Linked {
  __typename: string;
  key: string;
  name?: string | null;
  title?: string | null;
  gist?: string | null;
  text?: string | null;
  description?: string | null;
}

/** What to call a thing: its name, or what stands for one where it has none. */
export const titleOf = ({ name, title, gist, text, description, key }: Linked): string =>
  name || title || gist || text || description || key;
