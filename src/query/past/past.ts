import { TellableError } from '../../domain/errors.ts';
import { type Needs, type Revision, load } from './loading.ts';
import { type Tx } from '../../graph/database.ts';
import { type PastThing, thingOf } from './thing.ts';

/** Thrown where something has to be loaded first; then the same is tried again. */
export class Missing extends Error {}

/** Things that one operation may look at: some 100 MB of memory. */
export const MOST_THINGS = 20_000;

/** What was known after one write, as far as it has been loaded. */
export class Past {
  /** The day of the moment: what is overdue is told as it would have been told then. */
  readonly today: string;
  private readonly until: string;
  private readonly tx: Tx;
  private readonly things = new Map<string, PastThing | null>();
  private readonly keys = new Map<string, readonly string[]>();
  private readonly sources = new Map<string, readonly string[]>();
  private readonly revised = new Map<string, readonly Revision[]>();
  private needs: Needs = nothing();
  private loading: Promise<void> | undefined;

  /** @param until The last place in the order of changes that counts. */
  constructor(tx: Tx, until: string, today: string) {
    this.tx = tx;
    this.until = until;
    this.today = today;
  }

  /** Takes a value that is computed from what is loaded, loading what is missing. */
  async take<T>(compute: () => T): Promise<T> {
    for (;;) {
      try {
        return compute();
      } catch (error) {
        if (!(error instanceof Missing)) throw error;
        await this.loaded();
      }
    }
  }

  /** The thing with this id, as it was; null where there was none, or no longer one. */
  thing(id: string): PastThing | null {
    const found = this.things.get(id);
    if (found === undefined) return this.miss(this.needs.ids, id);
    return found && this.standing(found);
  }

  /** The thing that had this key. */
  keyed(key: string): PastThing | null {
    const ids = this.keys.get(key);
    if (ids === undefined) return this.miss(this.needs.keys, key);
    const found = ids.map((id) => this.things.get(id)).find((each) => each?.key === key);
    return found ? this.standing(found) : null;
  }

  /** What an id or a key points at. */
  at(ref: string): PastThing | null {
    return ref.includes(':') ? this.keyed(ref) : this.thing(ref);
  }

  /** Where links of this type lead from a thing; in their order. */
  to(thing: PastThing, type: string): PastThing[] {
    const keys = thing.links.filter((link) => link.type === type).map((link) => link.to);
    return this.map(keys, (key) => this.keyed(key)).filter((each) => each !== null);
  }

  /** Where the only link of this type leads. */
  one(thing: PastThing, type: string, label?: string): PastThing | null {
    return this.to(thing, type).find(({ labels }) => label === undefined || labels.has(label)) ?? null;
  }

  /** From where links of this type lead to a thing. */
  into(thing: PastThing, type: string): PastThing[] {
    return this.filter(this.everInto(thing, type), (each) => this.leads(each, type, thing));
  }

  /** What there was, and leads to the thing by such a link now or once did: whether it did then is to be seen. */
  everInto(thing: PastThing, type: string): PastThing[] {
    return this.found(`${type} ${thing.id}`);
  }

  /** All things of a label. */
  labelled(label: string): PastThing[] {
    return this.found(`: ${label}`);
  }

  /** The revisions that a thing had, oldest first. */
  revisions(thing: PastThing): readonly Revision[] {
    return this.revised.get(thing.id) ?? this.miss(this.needs.revised, thing.id);
  }

  /** The same for each item; what several of them miss is loaded at once. */
  map<T, R>(items: readonly T[], get: (item: T) => R): R[] {
    let missing: Missing | undefined;
    const values = items.map((item) => {
      try {
        return get(item);
      } catch (error) {
        if (!(error instanceof Missing)) throw error;
        missing = error;
        return undefined as R;
      }
    });
    if (missing) throw missing;
    return values;
  }

  filter<T>(items: readonly T[], test: (item: T) => boolean): T[] {
    const passed = this.map(items, test);
    return items.filter((_, index) => passed[index]);
  }

  /** In the order of what is taken from each. */
  sorted<T>(items: readonly T[], ...by: ((item: T) => string | number)[]): T[] {
    const values = this.map(items, (item) => this.map(by, (valueOf) => valueOf(item)));
    return items
      .map((item, index) => ({ item, values: values[index]! }))
      .sort((a, b) => {
        const at = a.values.findIndex((value, index) => value !== b.values[index]);
        return at < 0 ? 0 : a.values[at]! < b.values[at]! ? -1 : 1;
      })
      .map(({ item }) => item);
  }

  private found(source: string): PastThing[] {
    const ids = this.sources.get(source);
    if (ids === undefined) return this.miss(this.needs.sources, source);
    return ids.map((id) => this.thing(id)).filter((each) => each !== null);
  }

  private leads(from: PastThing, type: string, to: PastThing): boolean {
    const keys = from.links.filter((link) => link.type === type).map((link) => link.to);
    if (keys.includes(to.key)) return true;
    // What was merged into it is it, from then on.
    return to.formerIds.length > 0 && this.map(keys, (key) => this.keyed(key)).includes(to);
  }

  private standing(thing: PastThing): PastThing | null {
    return thing.mergedInto === undefined ? thing : this.keyed(thing.mergedInto);
  }

  private miss(needs: Set<string>, need: string): never {
    needs.add(need);
    throw new Missing();
  }

  /** Waits until all that was found missing by then is there. */
  private loaded(): Promise<void> {
    return (this.loading ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.load()));
  }

  private async load(): Promise<void> {
    const needs = this.needs;
    this.needs = nothing();
    this.loading = undefined;
    const found = await load(this.tx, this.until, needs);
    for (const id of needs.ids) this.things.set(id, null);
    for (const [id, state] of found.states) if (!this.things.get(id)) this.things.set(id, thingOf(state));
    if (this.things.size > MOST_THINGS) throw tooMany();
    for (const key of needs.keys) this.keys.set(key, found.keys.get(key) ?? []);
    for (const source of needs.sources) this.sources.set(source, found.sources.get(source) ?? []);
    for (const id of needs.revised) this.revised.set(id, found.revisions.get(id) ?? []);
    for (const id of [...found.keys.values(), ...found.sources.values()].flat()) {
      if (!this.things.has(id)) this.things.set(id, null);
    }
  }
}

const nothing = (): Needs => ({ ids: new Set(), keys: new Set(), sources: new Set(), revised: new Set() });

const tooMany = () =>
  new TellableError(
    'TOO_COSTLY',
    `With \`knownAt\`, an operation may look at ${MOST_THINGS.toLocaleString('en')} things as they were, and this one looks at ` +
      'more. Ask for one meeting, for smaller pages, or for fewer lists inside lists; a list at the root looks at every ' +
      'meeting, or claim, that there was.',
    { limit: MOST_THINGS },
  );
