import { type Laid } from './layout.ts';
import { type Column, type Whole } from './selection.ts';

/** A thing with its name in the graph, which holds as long as a transaction. */
export interface Thing extends Whole {
  elementId: string;
}

const value = (index: number, text: Column['text']): Column => ({
  key: '',
  text,
  isSubquery: false,
  isOfVia: false,
  slot: { index },
});

const THING = [
  value(0, ({ node }) => `elementId(${node})`),
  value(1, ({ node }) => `properties(${node})`),
  value(2, ({ node }) => `labels(${node})`),
];
const WITH_VIA = [...THING, value(3, ({ via }) => `properties(${via})`)];

/** Takes all that lies on a thing, whatever is asked of it: the text then depends on nothing but the way to it. */
export function whole({ via = false }: { via?: boolean } = {}): Laid {
  return { columns: via ? WITH_VIA : THING, ones: [], lists: [] };
}

/** The thing in a tuple of {@link whole}; undefined where there is none. */
export function thingIn(tuple: unknown): Thing | undefined {
  const [elementId, properties, labels, via] = tuple as [string | null, Whole['properties'], string[], Whole['via']?];
  return elementId === null ? undefined : { elementId, properties, labels, via: via ?? {} };
}
