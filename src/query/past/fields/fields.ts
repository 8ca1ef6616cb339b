import { type Call } from '../../fields/call.ts';
import { pageOf } from '../connections.ts';
import { type Past } from '../past.ts';
import { type PastThing } from '../thing.ts';
import { property, timeIn } from '../values.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** What a field is, from its object, its arguments, and what was known. It may throw `Missing`, and is then asked again. */
export type PastField<S = PastThing> = (source: S, args: Arguments, past: Past, call: Call | undefined) => unknown;
export type PastFields<S = PastThing> = Readonly<Record<string, PastField<S>>>;

/** Fields that are properties of the same name. */
export const own = (...names: string[]): PastFields =>
  Object.fromEntries(names.map((name) => [name, (thing: PastThing) => property(thing, name)]));

/** The thing at the end of the only link of a type. */
export const one =
  (type: string, label?: string): PastField =>
  (thing, _, past) =>
    past.one(thing, type, label);

/** The things at the end of links of a type, in their order. */
export const inOrder =
  (type: string): PastField =>
  (thing, _, past) =>
    past.to(thing, type);

export const time =
  (prefix: string): PastField =>
  (thing) =>
    timeIn(thing, prefix);

/** A page of a list. */
export const connection =
  <S = PastThing>(items: (source: S, args: Arguments, past: Past) => readonly PastThing[]): PastField<S> =>
  (source, args, past, call) =>
    pageOf(past, call!.page!, items(source, args, past));
