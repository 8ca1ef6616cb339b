import { type Tx } from '../../graph/database.ts';
import { type Call } from '../fields/call.ts';
import { type Statement, parametersOf, tupleOf } from '../reading.ts';
import { type Row } from '../response/read.ts';
import { type Laid } from '../statement/layout.ts';
import { type Column, type List } from '../statement/selection.ts';
import { type Thing, thingIn, whole } from '../statement/whole.ts';
import { LEVEL, type Root, writeLevel, writeStart } from '../statement/write.ts';
import { columnPart, countsPart, insidesOf, itemsPart, onePart, totalPart } from './parts.ts';

/** A tuple that is being filled, and the thing it is about; none for the tuple of a root that is itself a list. */
interface Filling {
  tuple: unknown[];
  thing: Thing | undefined;
}

/**
 * Reads the tuple of a root field level by level: for all things of a level at once, a statement for each way that leads
 * on from them.
 *
 * @returns undefined where the thing it starts from is not there.
 */
export async function readByLevels(tx: Tx, { compiled, calls }: Statement): Promise<Row | undefined> {
  const levels = new Levels(tx, calls, compiled.root!);
  return levels.root(compiled.root!);
}

/** Whether a selection can be read by levels: not where a list starts from what led to its thing. */
export function hasLevels(laid: Laid): boolean {
  return laid.lists.every(({ list }) => list.startsAt === undefined) && insidesOf(laid).every(hasLevels);
}

class Levels {
  private readonly tx: Tx;
  private readonly calls: readonly Call[];
  private readonly today: number;

  constructor(tx: Tx, calls: readonly Call[], { today }: Root) {
    this.tx = tx;
    this.calls = calls;
    this.today = today;
  }

  async root({ thing, selection }: Root): Promise<Row | undefined> {
    const tuple: unknown[] = [];
    const found = thing && (await this.start(whole(), thing));
    if (thing && !found) return undefined;
    await this.fill(selection, [{ tuple, thing: found && thingIn(found) }]);
    return tuple;
  }

  /** Fills what the selection has a place for in each of the tuples. */
  private async fill(laid: Laid, filling: readonly Filling[]): Promise<void> {
    if (filling.length === 0) return;
    await Promise.all([
      ...laid.columns.map((column) => this.column(column, filling)),
      ...laid.ones.map(({ path, laid: there }) =>
        path === null ? this.fill(there, filling) : this.one(path, there, filling),
      ),
      ...laid.lists.map((each) => this.list(each, filling)),
    ]);
  }

  private async column(column: Column, filling: readonly Filling[]): Promise<void> {
    const { ofWhole, slot } = column;
    const values = ofWhole
      ? filling.map(({ thing }) => ofWhole(thing!) ?? null)
      : await this.values(columnPart(column), filling);
    filling.forEach(({ tuple }, index) => (tuple[slot.index] = values[index]));
  }

  /** What lies behind a hop is in the tuple of what it starts from. */
  private async one(path: string, there: Laid, filling: readonly Filling[]): Promise<void> {
    const found = await this.tuples(onePart(path), filling);
    const reached = filling.map(({ tuple }, index) => ({ tuple, thing: found[index] && thingIn(found[index]) }));
    await this.fill(
      there,
      reached.filter(({ thing }) => thing),
    );
  }

  private async list({ list, items, counts }: Laid['lists'][number], all: readonly Filling[]): Promise<void> {
    const filling = all.filter(({ thing }) => has(thing, list));
    if (filling.length === 0) return;
    await Promise.all([
      list.items && items && this.items(list, list.items.slot.index, items, filling),
      list.total && this.values(totalPart(list), filling).then((totals) => put(filling, list.total!.index, totals)),
      ...counts.map((each) => this.counts(list, each, filling)),
    ]);
  }

  private async items(list: List, index: number, items: Laid, filling: readonly Filling[]): Promise<void> {
    const found = (await this.values(itemsPart(list, items), filling)) as (unknown[][] | null)[];
    const inner = found.map((tuples) => (tuples ?? []).map(begun));
    put(
      filling,
      index,
      inner.map((each) => each.map(({ tuple }) => tuple)),
    );
    await this.fill(items, inner.flat());
  }

  private async counts(
    list: List,
    each: Laid['lists'][number]['counts'][number],
    filling: readonly Filling[],
  ): Promise<void> {
    const { counts, entities } = each;
    const found = (await this.values(countsPart(list, each), filling)) as (CountRow[] | null)[];
    const inner: Filling[] = [];
    const rows = found.map((groups) =>
      (groups ?? []).map(([count, values, things]) => {
        const those = things?.map((tuple) => (tuple === null ? undefined : begun(tuple)));
        inner.push(...((those ?? []).filter((filled) => filled?.thing !== undefined) as Filling[]));
        return [count, values, those?.map((filled) => filled?.tuple)];
      }),
    );
    put(filling, counts.slot.index, rows);
    if (entities) await this.fill(entities, inner);
  }

  /** The value at the first place of a part for each of these, in their order; null for what is no longer there. */
  private async values(part: Laid, filling: readonly Filling[]): Promise<unknown[]> {
    return (await this.tuples(part, filling)).map((tuple) => tuple?.[0] ?? null);
  }

  private async tuples(part: Laid, filling: readonly Filling[]): Promise<(Row | undefined)[]> {
    const parents = new Set<string>();
    for (const { thing } of filling) if (thing) parents.add(thing.elementId);
    if (parents.size === 0) return [await this.start(part)];
    const written = writeLevel(part, this.today);
    const parameters = { [LEVEL]: { ...parametersOf(written, this.calls), parents: [...parents] } };
    const found = new Map((await this.tx.rows(written.text, parameters)) as [string, Row][]);
    return filling.map(({ thing }) => found.get(thing!.elementId));
  }

  /** The tuple of what a root starts from. */
  private async start(selection: Laid, thing?: Root['thing']): Promise<Row | undefined> {
    const written = writeStart({ thing, selection, today: this.today });
    const rows = await this.tx.rows(written.text, { [LEVEL]: parametersOf(written, this.calls) });
    return tupleOf(
      rows.map(([row]) => row as Row),
      written,
    );
  }
}

type CountRow = readonly [count: number, values: readonly unknown[], things?: readonly (unknown[] | null)[]];

function begun(tuple: unknown): Filling {
  return { tuple: [], thing: thingIn(tuple) };
}

/** Whether things of that type have the list. */
function has(thing: Thing | undefined, { only }: List): boolean {
  return only === undefined || only.some((label) => thing!.labels.includes(label));
}

function put(filling: readonly Filling[], index: number, values: readonly unknown[]): void {
  filling.forEach(({ tuple }, at) => (tuple[index] = values[at]));
}
