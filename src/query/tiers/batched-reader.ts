import { type Tx } from '../../graph/database.ts';
import { type BoundArguments } from '../ir/bound-arguments.ts';
import { type RootStatement, toTuple } from '../read/read-roots.ts';
import { toParameters } from '../statement/parameters.ts';
import { type Tuple } from '../ir/reader.ts';
import { type Layout } from '../statement/layout.ts';
import { type Column, type List } from '../ir/projection.ts';
import { startsFromRelationship } from '../statement/pattern.ts';
import { type LoadedNode, nodeIn, fullNodeLayout } from '../statement/full-node.ts';
import { BATCH, type StatementRoot, writeBatch, writeRoot } from '../statement/cypher-writer.ts';
import { columnPart, countsPart, nestedLayouts, itemsPart, toOnePart, totalPart } from './layout-parts.ts';

/** A tuple that is being filled, and its node; undefined for the tuple of a root list. */
interface PartialRow {
  tuple: unknown[];
  node: LoadedNode | undefined;
}

/**
 * Reads the tuple of a root field breadth first: for all nodes of a level at once, a static statement for each relationship,
 * list, count and expression. It fills the same tuples as the single statement.
 *
 * @returns undefined where the root node does not exist.
 */
export async function readRootBatched(tx: Tx, { compiled, boundArguments }: RootStatement): Promise<Tuple | undefined> {
  const reader = new BatchedReader(tx, boundArguments, compiled.root!);
  return reader.root(compiled.root!);
}

/** Whether a layout can be read in batches: not where a list or hop starts from a relationship, which has no batch of its own. */
export function supportsBatching(layout: Layout): boolean {
  return (
    layout.lists.every(({ list }) => list.startsAt === undefined) &&
    !layout.toOnes.some(({ path }) => startsFromRelationship(path)) &&
    nestedLayouts(layout).every(supportsBatching)
  );
}

class BatchedReader {
  private readonly tx: Tx;
  private readonly boundArguments: readonly BoundArguments[];
  private readonly todayArguments: number;

  constructor(tx: Tx, boundArguments: readonly BoundArguments[], { todayArguments }: StatementRoot) {
    this.tx = tx;
    this.boundArguments = boundArguments;
    this.todayArguments = todayArguments;
  }

  async root({ rootNode: node, layout }: StatementRoot): Promise<Tuple | undefined> {
    const tuple: unknown[] = [];
    const rootTuple = node && (await this.start(fullNodeLayout(), node));
    if (node && !rootTuple) return undefined;
    await this.fill(layout, [{ tuple, node: rootTuple && nodeIn(rootTuple) }]);
    return tuple;
  }

  /** Fills all slots of a layout in each row. */
  private async fill(layout: Layout, rows: readonly PartialRow[]): Promise<void> {
    if (rows.length === 0) return;
    await Promise.all([
      ...layout.columns.map((column) => this.column(column, rows)),
      ...layout.toOnes.map(({ path, layout: target }) =>
        path === null ? this.fill(target, rows) : this.toOne(path, target, rows),
      ),
      ...layout.lists.map((each) => this.list(each, rows)),
    ]);
  }

  private async column(column: Column, rows: readonly PartialRow[]): Promise<void> {
    const { fromFullNode, slot } = column;
    const values = fromFullNode
      ? rows.map(({ node }) => fromFullNode(node!) ?? null)
      : await this.values(columnPart(column), rows);
    rows.forEach(({ tuple }, index) => (tuple[slot.index] = values[index]));
  }

  /** The values of a to-one hop go into the tuple it starts from. */
  private async toOne(path: string, target: Layout, rows: readonly PartialRow[]): Promise<void> {
    const targetTuples = await this.tuples(toOnePart(path), rows);
    const targets = rows.map(({ tuple }, index) => ({
      tuple,
      node: targetTuples[index] && nodeIn(targetTuples[index]),
    }));
    await this.fill(
      target,
      targets.filter(({ node }) => node),
    );
  }

  private async list({ list, items, counts }: Layout['lists'][number], allRows: readonly PartialRow[]): Promise<void> {
    const rows = allRows.filter(({ node }) => hasList(node, list));
    if (rows.length === 0) return;
    await Promise.all([
      list.items && items && this.items(list, list.items.slot.index, items, rows),
      list.total && this.values(totalPart(list), rows).then((totals) => assignValues(rows, list.total!.index, totals)),
      ...counts.map((each) => this.counts(list, each, rows)),
    ]);
  }

  private async items(list: List, index: number, items: Layout, rows: readonly PartialRow[]): Promise<void> {
    const itemTuples = (await this.values(itemsPart(list, items), rows)) as (unknown[][] | null)[];
    const inner = itemTuples.map((tuples) => (tuples ?? []).map(startRow));
    assignValues(
      rows,
      index,
      inner.map((each) => each.map(({ tuple }) => tuple)),
    );
    await this.fill(items, inner.flat());
  }

  private async counts(
    list: List,
    each: Layout['lists'][number]['counts'][number],
    rows: readonly PartialRow[],
  ): Promise<void> {
    const { counts, entities } = each;
    if (counts.isCounted) {
      if (!entities) return;
      const found = (await this.values(countsPart(list, each), rows)) as ([unknown][] | null)[];
      const inner = found.map((tuples) => (tuples ?? []).map(([tuple]) => (tuple === null ? null : startRow(tuple))));
      assignValues(
        rows,
        counts.slot.index,
        inner.map((tuples) => tuples.map((entity) => [entity && entity.tuple])),
      );
      return this.fill(
        entities,
        inner.flat().filter((entity) => entity !== null),
      );
    }
    const groupsByRow = (await this.values(countsPart(list, each), rows)) as (CountRow[] | null)[];
    const inner: PartialRow[] = [];
    const groupedRows = groupsByRow.map((groups) =>
      (groups ?? []).map(([count, values, entityTuples]) => {
        const entityRows = entityTuples?.map((tuple) => (tuple === null ? undefined : startRow(tuple)));
        inner.push(...((entityRows ?? []).filter((entityRow) => entityRow?.node !== undefined) as PartialRow[]));
        return [count, values, entityRows?.map((entityRow) => entityRow?.tuple)];
      }),
    );
    assignValues(rows, counts.slot.index, groupedRows);
    if (entities) await this.fill(entities, inner);
  }

  /** The first slot of a part for each row; null for a node that no longer exists. */
  private async values(part: Layout, rows: readonly PartialRow[]): Promise<unknown[]> {
    return (await this.tuples(part, rows)).map((tuple) => tuple?.[0] ?? null);
  }

  private async tuples(part: Layout, rows: readonly PartialRow[]): Promise<(Tuple | undefined)[]> {
    const parents = new Set<string>();
    for (const { node } of rows) if (node) parents.add(node.elementId);
    if (parents.size === 0) return [await this.start(part)];
    const statement = writeBatch(part, this.todayArguments);
    const parameters = { [BATCH]: { ...toParameters(statement, this.boundArguments), parents: [...parents] } };
    const tuplesByParent = new Map((await this.tx.rows(statement.text, parameters)) as [string, Tuple][]);
    return rows.map(({ node }) => tuplesByParent.get(node!.elementId));
  }

  /** The tuple of the root. */
  private async start(layout: Layout, node?: StatementRoot['rootNode']): Promise<Tuple | undefined> {
    const statement = writeRoot({ rootNode: node, layout, todayArguments: this.todayArguments });
    const rows = await this.tx.rows(statement.text, { [BATCH]: toParameters(statement, this.boundArguments) });
    return toTuple(
      rows.map(([row]) => row as Tuple),
      statement,
    );
  }
}

type CountRow = readonly [count: number, values: readonly unknown[], entities?: readonly (unknown[] | null)[]];

function startRow(tuple: unknown): PartialRow {
  return { tuple: [], node: nodeIn(tuple) };
}

/** Whether the type of the node has the list. */
function hasList(node: LoadedNode | undefined, { only }: List): boolean {
  return only === undefined || only.some((label) => node!.labels.includes(label));
}

function assignValues(rows: readonly PartialRow[], index: number, values: readonly unknown[]): void {
  rows.forEach(({ tuple }, at) => (tuple[index] = values[at]));
}
