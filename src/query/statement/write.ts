import { type Laid, type LaidCounts } from './layout.ts';
import { type Dimension, type List, type Names, type Use } from './selection.ts';
import { FIND_ONE, findAll, findText } from './lookups.ts';
import { hop } from './path.ts';

/** Where a parameter's value is found: a call, and which of its values. */
export interface Parameter {
  call: number;
  index: number;
}

/** Cypher and the parameters `$p0`, `$p1`, ... that it takes. Its rows have one column, `d`, a tuple each. */
export interface Written {
  text: string;
  parameters: readonly Parameter[];
  /** True when the first row has the tuple of the root; otherwise all rows are items. */
  hasHead: boolean;
  /** The slot for the items that come as rows of their own. */
  streamed: number | undefined;
}

/** What a statement starts from: one thing given by a value of a call, or nothing, where the field is itself a list. */
export interface Root {
  thing?: { call: number; index: number; by: keyof typeof FIND_ONE; label?: string };
  selection: Laid;
  /** The call whose first value is the day on which it is asked. */
  today: number;
}

/** Writes the statement of a root field. */
export function write(root: Root): Written {
  return written(root, new Writer(root.today, '$'));
}

function written({ thing, selection }: Root, writer: Writer): Written {
  const find = thing && FIND_ONE[thing.by](writer.parameter(thing.call, thing.index), thing.label);
  const outer = thing ? 'n' : '';
  const streamed = streamable(selection, thing !== undefined);
  const head = writer.tuple(streamed ? without(selection, streamed) : selection, { node: outer, via: '' });
  const hasHead = thing !== undefined || head.values.length > 0;
  const branches = hasHead ? [[...head.clauses, `RETURN ${textOf(head)} AS d`]] : [];
  if (streamed) branches.push(writer.rows(streamed, outer));
  const start = find === undefined ? [] : [find];
  return {
    text: branches
      .map((clauses) => [...start, ...writer.lookUp(clauses.join('\n'), outer), ...clauses].join('\n'))
      .join('\nUNION ALL\n'),
    parameters: writer.parameters,
    hasHead,
    streamed: streamed?.list.items?.slot.index,
  };
}

/**
 * In static statements all parameters lie in one map of this name: Neo4j plans a text anew for texts and lists of other
 * lengths, but does not look into a map.
 */
export const LEVEL = 'level';

/** Writes the same, with the parameters as properties of `$level`. */
export function writeStart(root: Root): Written {
  return written(root, new Writer(root.today, `$${LEVEL}.`));
}

/**
 * Writes the statement that reads a tuple for each of many things at once, whose ids are `$level.parents`. Its rows are the
 * id of a parent, and its tuple; the other parameters are properties of `$level` too.
 */
export function writeLevel(selection: Laid, today: number): Pick<Written, 'text' | 'parameters'> {
  const writer = new Writer(today, `$${LEVEL}.`);
  const tuple = writer.tuple(selection, { node: 'n', via: '' });
  const found = [...tuple.clauses, `RETURN elementId(n) AS id, ${textOf(tuple)} AS d`].join('\n');
  const parents = `UNWIND $${LEVEL}.parents AS parent MATCH (n) WHERE elementId(n) = parent`;
  return { text: [...writer.lookUp(found, ''), parents, found].join('\n'), parameters: writer.parameters };
}

type LaidList = Laid['lists'][number] & { items: Laid };

/**
 * The list whose items are better sent as rows: those of a root list, and of a thing's only list where the items have
 * lists again, so that reading them overlaps with finding the next. Short rows cost more than a list of tuples.
 */
function streamable({ lists }: Laid, isThing: boolean): LaidList | undefined {
  const [only, ...others] = lists;
  return others.length === 0 && only?.items && (!isThing || hasLists(only.items)) ? (only as LaidList) : undefined;
}

/** The selection without the items of that list; how many there are stays. */
function without(selection: Laid, { list }: LaidList): Laid {
  const lists = selection.lists.map((each) =>
    each.list === list ? { ...each, list: { ...list, items: undefined }, items: undefined } : each,
  );
  return { ...selection, lists };
}

function hasLists({ lists, ones }: Laid): boolean {
  return lists.length > 0 || ones.some(({ laid }) => hasLists(laid));
}

/** The clauses that bind what a tuple needs, and its values. */
interface Tuple {
  clauses: string[];
  values: string[];
}

function textOf({ values }: Tuple): string {
  return `[${Array.from(values, (value) => value ?? 'null').join(', ')}]`;
}

/**
 * In a COLLECT, Neo4j takes counting for that of the RETURN around it, which then may neither order by nor refer to what it
 * does not return. So a list in which something is counted is collected by a clause of its own.
 */
const AGGREGATES = /\b(collect|count)\(/;

class Writer {
  readonly parameters: Parameter[] = [];
  /** Lists of things to be looked up before all else: the expression for each name. */
  private readonly lookups = new Map<string, string>();
  private names = 0;
  private readonly today: number;
  /** Before the name of each parameter. */
  private readonly prefix: string;

  constructor(today: number, prefix: string) {
    this.today = today;
    this.prefix = prefix;
  }

  parameter(call: number, index: number): string {
    const known = this.parameters.findIndex((parameter) => parameter.call === call && parameter.index === index);
    return `${this.prefix}p${known >= 0 ? known : this.parameters.push({ call, index }) - 1}`;
  }

  /** The clause that looks up what the text refers to. */
  lookUp(text: string, kept: string): string[] {
    const needed = this.referredTo(text).map((name) => `${this.lookups.get(name)} AS ${name}`);
    return needed.length > 0 ? [`WITH ${[...(kept ? [kept] : []), ...needed].join(', ')}`] : [];
  }

  tuple({ columns, ones, lists }: Laid, names: Names): Tuple {
    const clauses: string[] = [];
    const values: string[] = [];
    const use = this.use(null);
    for (const { text, isSubquery, slot } of columns) {
      values[slot.index] = isSubquery ? this.fresh('x') : text(names, use);
      if (isSubquery) clauses.push(`CALL (${names.node}) { ${text(names, use)} AS ${values[slot.index]} }`);
    }
    for (const { path, laid } of ones) {
      const there = path === null ? names : { node: this.fresh('n'), via: '' };
      if (path !== null) {
        // Each in a subquery of its own: of thirty plain ones beside each other, Neo4j thinks three times as long.
        const found = `OPTIONAL MATCH ${hop(names.node, path, there.node)}`;
        clauses.push(`CALL (${names.node}) { ${found} RETURN ${there.node} LIMIT 1 }`);
      }
      const inner = this.tuple(laid, there);
      clauses.push(...inner.clauses);
      inner.values.forEach((value, index) => (values[index] = value));
    }
    for (const { list, items, counts } of lists) {
      const start = list.startsAt === 'via' ? names.via : names.node;
      if (list.items && items) {
        const { value, clause } = this.collected(list, items, start);
        values[list.items.slot.index] = value;
        clauses.push(...clause);
      }
      if (list.total) values[list.total.index] = this.count(list, names.node);
      for (const each of counts) {
        const name = (values[each.counts.slot.index] = this.fresh('x'));
        clauses.push(this.counted(list, each, names.node, name));
      }
    }
    return { clauses, values };
  }

  /** The clauses of a list whose items are rows of the statement; what they need must be carried past every WITH. */
  rows({ list, items }: LaidList, outer: string): string[] {
    const names = this.namesFor(list);
    const tuple = this.tuple(items, names);
    const carried = this.referredTo([...tuple.clauses, textOf(tuple)].join('\n'));
    return [...this.page(list, outer, names, carried), ...tuple.clauses, this.returned(list, names, tuple, ' AS d')];
  }

  /** The same inside a subquery, where all names of the outside stay known. */
  private collected(list: List, items: Laid, outer: string): { value: string; clause: string[] } {
    const names = this.namesFor(list);
    const tuple = this.tuple(items, names);
    const found = [...this.page(list, outer, names, []), ...tuple.clauses];
    if (!found.some((clause) => AGGREGATES.test(clause))) {
      return { value: `COLLECT { ${[...found, this.returned(list, names, tuple)].join(' ')} }`, clause: [] };
    }
    const value = this.fresh('x');
    const text = [
      ...found,
      `WITH ${textOf(tuple)} AS d ORDER BY ${list.order(names)}`,
      `RETURN collect(d) AS ${value}`,
    ].join(' ');
    return { value, clause: [this.called(outer, text)] };
  }

  /** A subquery in a clause of its own, which knows the outer name and what has been looked up. */
  private called(outer: string, text: string): string {
    return `CALL (${[...(outer ? [outer] : []), ...this.referredTo(text)].join(', ')}) { ${text} }`;
  }

  private returned(list: List, names: Names, tuple: Tuple, alias = ''): string {
    return `RETURN ${textOf(tuple)}${alias} ORDER BY ${list.order(names)}`;
  }

  /** The clauses that bind the things of a list, as many as are wanted. */
  private page(list: List, outer: string, names: Names, carried: readonly string[]): string[] {
    const use = this.use(list.call);
    const limits: string[] = [];
    if (list.bounds) {
      const { property, descending, after, before, isOpen } = list.bounds;
      const [beyond, within] = descending ? ['<', '>'] : ['>', '<'];
      // It is what has a list of its own read from the index; below a thing, nothing but the looking would come of it.
      if (outer === '' || !isOpen) limits.push(`${names.node}.${property} ${beyond} ${use.param(after)}`);
      if (before !== undefined) limits.push(`${names.node}.${property} ${within} ${use.param(before)}`);
    }
    const clauses = [this.matched(list, outer, names, limits)];
    if (list.limit !== undefined || list.distinct) {
      const kept = [names.node, ...(names.via ? [names.via] : []), ...carried].join(', ');
      const part = list.limit === undefined ? '' : ` ORDER BY ${list.order(names)} LIMIT ${use.param(list.limit)}`;
      clauses.push(`WITH ${list.distinct ? 'DISTINCT ' : ''}${kept}${part}`);
    }
    return clauses;
  }

  private count(list: List, outer: string): string {
    const names = this.namesFor(list);
    return `COUNT { ${this.matched(list, outer, names, [])}${list.distinct ? ` RETURN DISTINCT ${names.node}` : ''} }`;
  }

  /**
   * The clause that binds the name to the things of a list in groups, the largest first, then in the order of their values;
   * a tuple each. In a COLLECT, Neo4j would take the counting for one of the outside, and miss the names it knows there.
   */
  private counted(list: List, { counts, entities }: LaidCounts, outer: string, name: string): string {
    const names = this.namesFor(list);
    const groups = counts.dimensions.map((dimension) => this.group(dimension, names.node));
    const number = this.fresh('x');
    const values = groups.map(({ value }) => value);
    const order = [`${number} DESC`, ...values].join(', ');
    const tuples = groups.map(({ entity }) =>
      entity && entities ? this.tuple(entities, { node: entity, via: '' }) : undefined,
    );
    const things = tuples.map((tuple) => (tuple ? textOf(tuple) : 'null'));
    const text = [
      this.matched(list, outer, names, []),
      ...(list.distinct ? [`WITH DISTINCT ${names.node}`] : []),
      ...groups.flatMap(({ clauses }) => clauses),
      `WITH ${[...groups.map(({ column }) => column), `count(*) AS ${number}`].join(', ')}`,
      `ORDER BY ${order} LIMIT ${this.parameter(counts.call, 0)}`,
      ...tuples.flatMap((tuple) => tuple?.clauses ?? []),
      `WITH [${number}, [${values.join(', ')}]${entities ? `, [${things.join(', ')}]` : ''}] AS d ORDER BY ${order}`,
      `RETURN collect(d) AS ${name}`,
    ].join(' ');
    return this.called(outer, text);
  }

  /** How a node is grouped: clauses before, the column, its value in a row, and the entity that it is. */
  private group(
    dimension: Dimension,
    node: string,
  ): { clauses: string[]; column: string; value: string; entity?: string } {
    const name = this.fresh('x');
    if ('value' in dimension) return { clauses: [], column: `${dimension.value(node)} AS ${name}`, value: name };
    const found = dimension.thing(node, name, this.use(null));
    return {
      clauses: [`CALL (${node}) { ${found} }`],
      column: name,
      value: `${name}.key`,
      entity: dimension.isEntity ? name : undefined,
    };
  }

  private matched(list: List, outer: string, names: Names, limits: readonly string[]): string {
    const use = this.use(list.call);
    const wheres = [
      ...(list.only ? [`${outer}:${list.only.join('|')}`] : []),
      ...list.conditions.map((where) => where(names.node, use)),
      ...limits,
    ];
    return `${list.match(outer, names, use)}${wheres.length > 0 ? ` WHERE ${wheres.join(' AND ')}` : ''}`;
  }

  private use(call: number | null): Use {
    const param = (index: number) => {
      if (call === null) throw new Error('A list without arguments refers to one.');
      return this.parameter(call, index);
    };
    return {
      param,
      things: (index) => this.looked(findAll(param(index))),
      found: (fullTextIndex, index) => this.looked(findText(fullTextIndex, param(index))),
      today: () => this.parameter(this.today, 0),
      name: () => this.fresh('x'),
    };
  }

  private looked(expression: string): string {
    for (const [name, known] of this.lookups) if (known === expression) return name;
    const name = this.fresh('t');
    this.lookups.set(name, expression);
    return name;
  }

  private referredTo(text: string): string[] {
    return [...this.lookups.keys()].filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  }

  private namesFor(list: List): Names {
    return { node: this.fresh('n'), via: list.via ? this.fresh('v') : '' };
  }

  private fresh(letter: string): string {
    return `${letter}${++this.names}`;
  }
}
