import { type Layout, type GroupCountsLayout } from './layout.ts';
import { type Dimension, type List, type PatternVariables, type CypherContext } from '../ir/projection.ts';
import { FIND_ONE, findAll, findText } from './lookups.ts';
import { pattern } from './pattern.ts';

/** Where a parameter's value is found: a call, and which of its values. */
export interface Parameter {
  argumentsIndex: number;
  valueIndex: number;
}

/** Cypher and the parameters `$p0`, `$p1`, ... that it takes. Its rows have one column, `d`, a tuple each. */
export interface CypherStatement {
  text: string;
  parameters: readonly Parameter[];
  /** True when the first row has the tuple of the root; otherwise all rows are items. */
  hasHead: boolean;
  /** The slot for the items that come as rows of their own. */
  streamed: number | undefined;
}

/** What a statement starts from: one thing given by a value of a call, or nothing, where the field is itself a list. */
export interface StatementRoot {
  rootNode?: { argumentsIndex: number; valueIndex: number; by: keyof typeof FIND_ONE; label?: string };
  layout: Layout;
  /** The call whose first value is the day on which it is asked. */
  todayArguments: number;
}

/** Writes the statement of a root field. */
export function writeCypher(root: StatementRoot): CypherStatement {
  return writeStatement(root, new CypherWriter(root.todayArguments, '$'));
}

function writeStatement({ rootNode, layout }: StatementRoot, writer: CypherWriter): CypherStatement {
  const findRoot =
    rootNode && FIND_ONE[rootNode.by](writer.parameter(rootNode.argumentsIndex, rootNode.valueIndex), rootNode.label);
  const rootVariable = rootNode ? 'n' : '';
  const streamedList = findStreamedList(layout, rootNode !== undefined);
  const rootTuple = writer.tuple(streamedList ? withoutItems(layout, streamedList) : layout, {
    node: rootVariable,
    rel: '',
  });
  const hasHead = rootNode !== undefined || rootTuple.values.length > 0;
  const branches = hasHead ? [[...rootTuple.clauses, `RETURN ${tupleText(rootTuple)} AS d`]] : [];
  if (streamedList) branches.push(writer.rowClauses(streamedList, rootVariable));
  const start = findRoot === undefined ? [] : [findRoot];
  return {
    text: branches
      .map((clauses) => [...start, ...writer.lookupClause(clauses.join('\n'), rootVariable), ...clauses].join('\n'))
      .join('\nUNION ALL\n'),
    parameters: writer.parameters,
    hasHead,
    streamed: streamedList?.list.items?.slot.index,
  };
}

/**
 * In static statements all parameters lie in one map of this name: Neo4j plans a text anew for texts and lists of other
 * lengths, but does not look into a map.
 */
export const BATCH = 'level';

/** Writes the same, with the parameters as properties of `$level`. */
export function writeRoot(root: StatementRoot): CypherStatement {
  return writeStatement(root, new CypherWriter(root.todayArguments, `$${BATCH}.`));
}

/**
 * Writes the statement that reads a tuple for each of many things at once, whose ids are `$level.parents`. Its rows are the
 * id of a parent, and its tuple; the other parameters are properties of `$level` too.
 */
export function writeBatch(layout: Layout, todayArguments: number): Pick<CypherStatement, 'text' | 'parameters'> {
  const writer = new CypherWriter(todayArguments, `$${BATCH}.`);
  const tuple = writer.tuple(layout, { node: 'n', rel: '' });
  const clauses = [...tuple.clauses, `RETURN elementId(n) AS id, ${tupleText(tuple)} AS d`].join('\n');
  const parents = `UNWIND $${BATCH}.parents AS parent MATCH (n) WHERE elementId(n) = parent`;
  return { text: [...writer.lookupClause(clauses, ''), parents, clauses].join('\n'), parameters: writer.parameters };
}

type ListLayout = Layout['lists'][number] & { items: Layout };

/**
 * The list whose items are better sent as rows: those of a root list, and of a thing's only list where the items have
 * lists again, so that reading them overlaps with finding the next. Short rows cost more than a list of tuples.
 */
function findStreamedList({ lists }: Layout, hasRootNode: boolean): ListLayout | undefined {
  const [only, ...others] = lists;
  return others.length === 0 && only?.items && (!hasRootNode || hasLists(only.items))
    ? (only as ListLayout)
    : undefined;
}

/** The selection without the items of that list; how many there are stays. */
function withoutItems(layout: Layout, { list }: ListLayout): Layout {
  const lists = layout.lists.map((each) =>
    each.list === list ? { ...each, list: { ...list, items: undefined }, items: undefined } : each,
  );
  return { ...layout, lists };
}

function hasLists({ lists, toOnes: ones }: Layout): boolean {
  return lists.length > 0 || ones.some(({ layout }) => hasLists(layout));
}

/** The clauses that bind what a tuple needs, and its values. */
interface TupleText {
  clauses: string[];
  values: string[];
}

function tupleText({ values }: TupleText): string {
  return `[${Array.from(values, (value) => value ?? 'null').join(', ')}]`;
}

/**
 * In a COLLECT, Neo4j takes counting for that of the RETURN around it, which then may neither order by nor refer to what it
 * does not return. So a list in which something is counted is collected by a clause of its own.
 */
const AGGREGATES = /\b(collect|count)\(/;

class CypherWriter {
  readonly parameters: Parameter[] = [];
  /** Lists of things to be looked up before all else: the expression for each name. */
  private readonly lookups = new Map<string, string>();
  private variableCount = 0;
  private readonly todayArguments: number;
  /** Before the name of each parameter. */
  private readonly prefix: string;

  constructor(todayArguments: number, prefix: string) {
    this.todayArguments = todayArguments;
    this.prefix = prefix;
  }

  parameter(argumentsIndex: number, valueIndex: number): string {
    const existing = this.parameters.findIndex(
      (parameter) => parameter.argumentsIndex === argumentsIndex && parameter.valueIndex === valueIndex,
    );
    return `${this.prefix}p${existing >= 0 ? existing : this.parameters.push({ argumentsIndex, valueIndex }) - 1}`;
  }

  /** The clause that looks up what the text refers to. */
  lookupClause(text: string, carried: string): string[] {
    const lookups = this.lookupsIn(text).map((name) => `${this.lookups.get(name)} AS ${name}`);
    return lookups.length > 0 ? [`WITH ${[...(carried ? [carried] : []), ...lookups].join(', ')}`] : [];
  }

  tuple({ columns, toOnes: ones, lists }: Layout, variables: PatternVariables): TupleText {
    const clauses: string[] = [];
    const values: string[] = [];
    const cypher = this.cypher(null);
    for (const { text, isSubquery, slot } of columns) {
      values[slot.index] = isSubquery ? this.freshVariable('x') : text(variables, cypher);
      if (isSubquery) clauses.push(`CALL (${variables.node}) { ${text(variables, cypher)} AS ${values[slot.index]} }`);
    }
    for (const { path, layout } of ones) {
      const target = path === null ? variables : { node: this.freshVariable('n'), rel: '' };
      if (path !== null) {
        // Each in a subquery of its own: of thirty plain ones beside each other, Neo4j thinks three times as long.
        const match = `OPTIONAL MATCH ${pattern(variables.node, path, target.node)}`;
        clauses.push(`CALL (${variables.node}) { ${match} RETURN ${target.node} LIMIT 1 }`);
      }
      const inner = this.tuple(layout, target);
      clauses.push(...inner.clauses);
      inner.values.forEach((value, index) => (values[index] = value));
    }
    for (const { list, items, counts } of lists) {
      const start = list.startsAt === 'via' ? variables.rel : variables.node;
      if (list.items && items) {
        const { value, clause } = this.collectItems(list, items, start);
        values[list.items.slot.index] = value;
        clauses.push(...clause);
      }
      if (list.total) values[list.total.index] = this.countExpression(list, variables.node);
      for (const each of counts) {
        const name = (values[each.counts.slot.index] = this.freshVariable('x'));
        clauses.push(this.groupCountsClause(list, each, variables.node, name));
      }
    }
    return { clauses, values };
  }

  /** The clauses of a list whose items are rows of the statement; what they need must be carried past every WITH. */
  rowClauses({ list, items }: ListLayout, outer: string): string[] {
    const variables = this.variablesFor(list);
    const tuple = this.tuple(items, variables);
    const carried = this.lookupsIn([...tuple.clauses, tupleText(tuple)].join('\n'));
    return [
      ...this.pageClauses(list, outer, variables, carried),
      ...tuple.clauses,
      this.returnClause(list, variables, tuple, ' AS d'),
    ];
  }

  /** The same inside a subquery, where all names of the outside stay known. */
  private collectItems(list: List, items: Layout, outer: string): { value: string; clause: string[] } {
    const variables = this.variablesFor(list);
    const tuple = this.tuple(items, variables);
    const clauses = [...this.pageClauses(list, outer, variables, []), ...tuple.clauses];
    if (!clauses.some((clause) => AGGREGATES.test(clause))) {
      return { value: `COLLECT { ${[...clauses, this.returnClause(list, variables, tuple)].join(' ')} }`, clause: [] };
    }
    const value = this.freshVariable('x');
    const text = [
      ...clauses,
      `WITH ${tupleText(tuple)} AS d ORDER BY ${list.order(variables)}`,
      `RETURN collect(d) AS ${value}`,
    ].join(' ');
    return { value, clause: [this.callSubquery(outer, text)] };
  }

  /** A subquery in a clause of its own, which knows the outer name and what has been looked up. */
  private callSubquery(outer: string, text: string): string {
    return `CALL (${[...(outer ? [outer] : []), ...this.lookupsIn(text)].join(', ')}) { ${text} }`;
  }

  private returnClause(list: List, variables: PatternVariables, tuple: TupleText, alias = ''): string {
    return `RETURN ${tupleText(tuple)}${alias} ORDER BY ${list.order(variables)}`;
  }

  /** The clauses that bind the things of a list, as many as are wanted. */
  private pageClauses(list: List, outer: string, variables: PatternVariables, carried: readonly string[]): string[] {
    const cypher = this.cypher(list.argumentsIndex);
    const rangePredicates: string[] = [];
    if (list.range) {
      const { property, descending, after, before, isUnbounded: isOpen } = list.range;
      const [afterOperator, beforeOperator] = descending ? ['<', '>'] : ['>', '<'];
      // It is what has a list of its own read from the index; below a thing, nothing but the looking would come of it.
      if (outer === '' || !isOpen)
        rangePredicates.push(`${variables.node}.${property} ${afterOperator} ${cypher.param(after)}`);
      if (before !== undefined)
        rangePredicates.push(`${variables.node}.${property} ${beforeOperator} ${cypher.param(before)}`);
    }
    const clauses = [this.matchClause(list, outer, variables, rangePredicates)];
    if (list.limit !== undefined || list.distinct) {
      const passedOn = [variables.node, ...(variables.rel ? [variables.rel] : []), ...carried].join(', ');
      const part =
        list.limit === undefined ? '' : ` ORDER BY ${list.order(variables)} LIMIT ${cypher.param(list.limit)}`;
      clauses.push(`WITH ${list.distinct ? 'DISTINCT ' : ''}${passedOn}${part}`);
    }
    return clauses;
  }

  private countExpression(list: List, outer: string): string {
    const variables = this.variablesFor(list);
    return `COUNT { ${this.matchClause(list, outer, variables, [])}${list.distinct ? ` RETURN DISTINCT ${variables.node}` : ''} }`;
  }

  /**
   * The clause that binds the name to the things of a list in groups, the largest first, then in the order of their values;
   * a tuple each. In a COLLECT, Neo4j would take the counting for one of the outside, and miss the names it knows there.
   */
  private groupCountsClause(list: List, { counts, entities }: GroupCountsLayout, outer: string, name: string): string {
    const variables = this.variablesFor(list);
    const groups = counts.dimensions.map((dimension) => this.groupBy(dimension, variables.node));
    const countVariable = this.freshVariable('x');
    const values = groups.map(({ value }) => value);
    const order = [`${countVariable} DESC`, ...values].join(', ');
    const tuples = groups.map(({ entity }) =>
      entity && entities ? this.tuple(entities, { node: entity, rel: '' }) : undefined,
    );
    const entityTuples = tuples.map((tuple) => (tuple ? tupleText(tuple) : 'null'));
    const text = [
      this.matchClause(list, outer, variables, []),
      ...(list.distinct ? [`WITH DISTINCT ${variables.node}`] : []),
      ...groups.flatMap(({ clauses }) => clauses),
      `WITH ${[...groups.map(({ column }) => column), `count(*) AS ${countVariable}`].join(', ')}`,
      `ORDER BY ${order} LIMIT ${this.parameter(counts.argumentsIndex, 0)}`,
      ...tuples.flatMap((tuple) => tuple?.clauses ?? []),
      `WITH [${countVariable}, [${values.join(', ')}]${entities ? `, [${entityTuples.join(', ')}]` : ''}] AS d ORDER BY ${order}`,
      `RETURN collect(d) AS ${name}`,
    ].join(' ');
    return this.callSubquery(outer, text);
  }

  /** How a node is grouped: clauses before, the column, its value in a row, and the entity that it is. */
  private groupBy(
    dimension: Dimension,
    node: string,
  ): { clauses: string[]; column: string; value: string; entity?: string } {
    const name = this.freshVariable('x');
    if ('value' in dimension) return { clauses: [], column: `${dimension.value(node)} AS ${name}`, value: name };
    const subquery = dimension.node(node, name, this.cypher(null));
    return {
      clauses: [`CALL (${node}) { ${subquery} }`],
      column: name,
      value: `${name}.key`,
      entity: dimension.isEntity ? name : undefined,
    };
  }

  private matchClause(
    list: List,
    outer: string,
    variables: PatternVariables,
    rangePredicates: readonly string[],
  ): string {
    const cypher = this.cypher(list.argumentsIndex);
    const wheres = [
      ...(list.only ? [`${outer}:${list.only.join('|')}`] : []),
      ...list.conditions.map((where) => where(variables.node, cypher)),
      ...rangePredicates,
    ];
    return `${list.match(outer, variables, cypher)}${wheres.length > 0 ? ` WHERE ${wheres.join(' AND ')}` : ''}`;
  }

  private cypher(argumentsIndex: number | null): CypherContext {
    const param = (index: number) => {
      if (argumentsIndex === null) throw new Error('A list without arguments refers to one.');
      return this.parameter(argumentsIndex, index);
    };
    return {
      param,
      refs: (index) => this.lookup(findAll(param(index))),
      fullTextHits: (fullTextIndex, index) => this.lookup(findText(fullTextIndex, param(index))),
      today: () => this.parameter(this.todayArguments, 0),
      name: () => this.freshVariable('x'),
    };
  }

  private lookup(expression: string): string {
    for (const [name, existing] of this.lookups) if (existing === expression) return name;
    const name = this.freshVariable('t');
    this.lookups.set(name, expression);
    return name;
  }

  private lookupsIn(text: string): string[] {
    return [...this.lookups.keys()].filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  }

  private variablesFor(list: List): PatternVariables {
    return { node: this.freshVariable('n'), rel: list.bindsRelationship ? this.freshVariable('v') : '' };
  }

  private freshVariable(letter: string): string {
    return `${letter}${++this.variableCount}`;
  }
}
