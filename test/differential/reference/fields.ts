import { type Graph, type Link, type Thing, linksFrom, property, sortedBy } from './graph.ts';

/** What the fields of a type are, each from what its object is in the reference, and from its arguments. */
export type Fields<S = Thing> = Readonly<Record<string, (source: S, args: never, graph: Graph) => unknown>>;

/** Fields that are properties of the same name. */
export function own(...names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, (thing: Thing) => property(thing, name)]));
}

const PARTS = ['edtf', 'precision', 'startEarliest', 'startLatest', 'endEarliest', 'endLatest', 'raw', 'basis'];

/** A time that lies flat on the thing, its parts under names with this prefix. */
export function time(prefix: string): (thing: Thing) => unknown {
  return (thing) =>
    Object.fromEntries(
      PARTS.map((part) => [part, property(thing, `${prefix}${part.charAt(0).toUpperCase()}${part.slice(1)}`)]),
    );
}

/** Times that are kept as a list of JSON. */
export function times(name: string): (thing: Thing) => unknown {
  return (thing) =>
    ((property(thing, name) ?? []) as string[]).map((each) => ({
      ...Object.fromEntries(PARTS.map((part) => [part, null])),
      ...(JSON.parse(each) as object),
    }));
}

/** The relationships of this type in the order that they carry. */
export function inOrder(thing: Thing, type: string): Link[] {
  return sortedBy(linksFrom(thing, type), ({ properties }) => properties.order as number);
}
