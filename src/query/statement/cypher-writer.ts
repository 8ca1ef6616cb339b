import { type Layout, type GroupCountsLayout } from './layout.ts';
import {
  type CountedValue,
  type Dimension,
  type List,
  type ListPart,
  type PatternVariables,
  type CypherContext,
} from '../ir/projection.ts';
import { FIND_ONE, findAll, findEach, findText } from './lookups.ts';
import { pattern, startsFromRelationship } from './pattern.ts';

/** Where a parameter's value comes from: a field's bound arguments, and which of their parameters. */
export interface Parameter {
  argumentsIndex: number;
  valueIndex: number;
}

/** Cypher with parameters `$p0`, `$p1`, ... Its rows have one column, `d`, a tuple each. */
export interface CypherStatement {
  text: string;
  parameters: readonly Parameter[];
  /** True when the first row is the tuple of the root; otherwise all rows are items. */
  hasRootRow: boolean;
  /** The slot of the list whose items come as rows of their own. */
  streamedSlot: number | undefined;
}

/** What a statement starts from: a node found by a parameter, or nothing, where the root field is itself a list. */
export interface StatementRoot {
  rootNode?: { argumentsIndex: number; valueIndex: number; by: keyof typeof FIND_ONE; label?: string };
  layout: Layout;
  /** The index of the bound arguments whose only parameter is the current day. */
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
  const hasRootRow = rootNode !== undefined || rootTuple.values.length > 0;
  const branches = hasRootRow ? [[...rootTuple.clauses, `RETURN ${tupleText(rootTuple)} AS d`]] : [];
  if (streamedList) branches.push(writer.rowClauses(streamedList, rootVariable));
  const start = findRoot === undefined ? [] : [findRoot];
  return {
    text: branches
      .map((clauses) => [...start, ...writer.lookupClause(clauses.join('\n'), rootVariable), ...clauses].join('\n'))
      .join('\nUNION ALL\n'),
    parameters: writer.parameters,
    hasRootRow,
    streamedSlot: streamedList?.list.items?.slot.index,
  };
}

/**
 * The one parameter of static statements, a map of all others. Neo4j plans a text again for strings and lists of other lengths,
 * but does not look inside a map.
 */
export const BATCH = 'batch';

/** Writes the statement that returns, in one row, the numbers of all nodes of a list at the root. */
export function writeNodeNumbers(list: List, todayArguments: number): Pick<CypherStatement, 'text' | 'parameters'> {
  const writer = new CypherWriter(todayArguments, '$');
  const clauses = writer.nodeNumbers(list);
  return { text: [...writer.lookupClause(clauses, ''), clauses].join('\n'), parameters: writer.parameters };
}

/**
 * Writes the statement that returns each value of a dimension, the id of the entity whose key it is, and the numbers of its nodes: of all
 * nodes with the label, or of those with these numbers.
 */
export function writeColumn(
  label: string,
  dimension: Dimension,
  numbers?: readonly number[],
): { text: string; parameters: Record<string, unknown> } {
  const text = new CypherWriter(NO_ARGUMENTS, '$').column(label, dimension, numbers && '$numbers');
  return { text, parameters: numbers ? { numbers: numbers.map(BigInt) } : {} };
}

/** For a statement without parameters. */
const NO_ARGUMENTS = -1;

/** Writes the statement of a root field with its parameters in `$batch`. */
export function writeRoot(root: StatementRoot): CypherStatement {
  return writeStatement(root, new CypherWriter(root.todayArguments, `$${BATCH}.`));
}

/**
 * Writes the statement that reads a tuple for each node whose element id is in `$batch.parents`. Its rows are the id of a
 * parent and its tuple.
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
 * The list whose items are better streamed as rows: a root list, or the only list of a root node if its items have lists too.
 * Then receiving items overlaps with finding the next. Short rows would cost more than one list of tuples.
 */
function findStreamedList({ lists }: Layout, hasRootNode: boolean): ListLayout | undefined {
  const [only, ...others] = lists;
  return others.length === 0 && only?.items && (!hasRootNode || hasLists(only.items))
    ? (only as ListLayout)
    : undefined;
}

/** The layout without the items of that list; its total and counts stay. */
function withoutItems(layout: Layout, { list }: ListLayout): Layout {
  const lists = layout.lists.map((each) =>
    each.list === list ? { ...each, list: { ...list, items: undefined }, items: undefined } : each,
  );
  return { ...layout, lists };
}

function hasLists({ lists, toOnes }: Layout): boolean {
  return lists.length > 0 || toOnes.some(({ layout }) => hasLists(layout));
}

/** The index of the parameter with the ids of the entities of groups that are known. */
const COUNTED_ENTITIES = 1;

/** The clauses that bind what a tuple needs, and the expressions in it. */
interface TupleText {
  clauses: string[];
  values: string[];
}

function tupleText({ values }: TupleText): string {
  return `[${Array.from(values, (value) => value ?? 'null').join(', ')}]`;
}

/**
 * Inside COLLECT { ... }, Neo4j treats an aggregation as one of the RETURN around it, which then can neither order by nor refer
 * to what it does not return. So a list that contains aggregations is collected in a CALL of its own.
 */
const AGGREGATES = /\b(collect|count)\(/;

class CypherWriter {
  readonly parameters: Parameter[] = [];
  /** Lists of nodes that are looked up before everything else: variable to expression. */
  private readonly lookups = new Map<string, string>();
  private variableCount = 0;
  private readonly todayArguments: number;
  /** `$`, or the map that holds the parameters: `$batch.`. */
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

  /** The WITH clause for the lookups that the text refers to. */
  lookupClause(text: string, carried: string): string[] {
    const lookups = this.lookupsIn(text).map((name) => `${this.lookups.get(name)} AS ${name}`);
    return lookups.length > 0 ? [`WITH ${[...(carried ? [carried] : []), ...lookups].join(', ')}`] : [];
  }

  tuple({ columns, toOnes, lists }: Layout, variables: PatternVariables): TupleText {
    const clauses: string[] = [];
    const values: string[] = [];
    const cypher = this.context(null);
    for (const { text, isSubquery, slot } of columns) {
      values[slot.index] = isSubquery ? this.freshVariable('x') : text(variables, cypher);
      if (isSubquery) clauses.push(`CALL (${variables.node}) { ${text(variables, cypher)} AS ${values[slot.index]} }`);
    }
    for (const { path, layout } of toOnes) {
      const target = path === null ? variables : { node: this.freshVariable('n'), rel: '' };
      if (startsFromRelationship(path)) {
        const match = `OPTIONAL MATCH (${target.node}:Thing {id: ${variables.rel}${path}})`;
        clauses.push(`CALL (${variables.rel}) { ${match} RETURN ${target.node} LIMIT 1 }`);
      } else if (path !== null) {
        // A subquery each: thirty plain OPTIONAL MATCHes in a row take Neo4j three times as long to plan.
        const match = `OPTIONAL MATCH ${pattern(variables.node, path, target.node)}`;
        clauses.push(`CALL (${variables.node}) { ${match} RETURN ${target.node} LIMIT 1 }`);
      }
      const inner = this.tuple(layout, target);
      clauses.push(...inner.clauses);
      inner.values.forEach((value, index) => (values[index] = value));
    }
    for (const { list, items, counts } of lists) {
      const start = list.startsAt === 'rel' ? variables.rel : variables.node;
      if (list.items && items) {
        const { value, clause } = this.collectItems(list, items, start);
        values[list.items.slot.index] = value;
        clauses.push(...clause);
      }
      if (list.total) values[list.total.index] = this.countExpression(list, variables.node);
      for (const each of counts) {
        // Groups that are known, of which no entity is asked for, need nothing of the graph.
        if (each.counts.isCounted && !each.entities) continue;
        const name = (values[each.counts.slot.index] = this.freshVariable('x'));
        clauses.push(
          each.counts.isCounted
            ? this.entitiesClause(each.counts.argumentsIndex, each.entities!, name)
            : this.groupCountsClause(list, each, variables.node, name),
        );
      }
    }
    return { clauses, values };
  }

  /** The clauses of a list whose items are rows of the statement. Lookups they need must be carried through every WITH. */
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

  /** The same list as one value of a tuple. A subquery sees the variables around it, so nothing has to be carried. */
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

  /** A CALL subquery that imports the outer variable and the lookups it refers to. */
  private callSubquery(outer: string, text: string): string {
    return `CALL (${[...(outer ? [outer] : []), ...this.lookupsIn(text)].join(', ')}) { ${text} }`;
  }

  private returnClause(list: List, variables: PatternVariables, tuple: TupleText, alias = ''): string {
    return `RETURN ${tupleText(tuple)}${alias} ORDER BY ${list.order(variables)}`;
  }

  /** The clauses that bind the nodes of one page of a list. */
  private pageClauses(list: List, outer: string, variables: PatternVariables, carried: readonly string[]): string[] {
    const cypher = this.context(list.argumentsIndex);
    const rangePredicates: string[] = [];
    if (list.range) {
      const { property, descending, after, before, isUnbounded } = list.range;
      const [afterOperator, beforeOperator] = descending ? ['<', '>'] : ['>', '<'];
      // For a root list, this predicate makes Neo4j use the index even if it excludes nothing; elsewhere it would be wasted.
      if (outer === '' || !isUnbounded)
        rangePredicates.push(`${variables.node}.${property} ${afterOperator} ${cypher.param(after)}`);
      if (before !== undefined)
        rangePredicates.push(`${variables.node}.${property} ${beforeOperator} ${cypher.param(before)}`);
    }
    const page = (first = '') =>
      list.limit === undefined ? '' : ` ORDER BY ${first}${list.order(variables)} LIMIT ${cypher.param(list.limit)}`;
    const clauses = [
      list.inOrder && list.inOrder.property === list.range?.property
        ? this.partsClause(list.inOrder.parts, list, variables, rangePredicates, page)
        : this.wholeMatchClause(list, outer, variables, rangePredicates),
    ];
    if (list.limit !== undefined || list.distinct) {
      const passedOn = [variables.node, ...(variables.rel ? [variables.rel] : []), ...carried].join(', ');
      clauses.push(`WITH ${list.distinct ? 'DISTINCT ' : ''}${passedOn}${page()}`);
    }
    return clauses;
  }

  private countExpression(list: List, outer: string): string {
    const variables = this.variablesFor(list);
    // What ends in a subquery has to return something.
    const nodes = list.distinct || list.inOrder ? ` RETURN ${list.distinct ? 'DISTINCT ' : ''}${variables.node}` : '';
    return `COUNT { ${this.matchClause(list, outer, variables, [])}${nodes} }`;
  }

  /**
   * The clause that binds a variable to the counts of the largest groups of a list, a tuple each, in the order of their sizes or of
   * their values. It is a CALL and not a COLLECT for the reason given at AGGREGATES.
   */
  private groupCountsClause(list: List, { counts, entities }: GroupCountsLayout, outer: string, name: string): string {
    const variables = this.variablesFor(list);
    const groups = counts.dimensions.map((dimension) => this.groupBy(dimension, variables.node));
    const countVariable = this.freshVariable('x');
    const values = groups.map(({ value }) => value);
    const bySize = [`${countVariable} DESC`, ...values].join(', ');
    const order = counts.inOrderOfValues ? values.join(', ') : bySize;
    const counted = counts.distinct && this.countedValue(counts.distinct, variables.node);
    const tuples = groups.map(({ entity }) =>
      entity && entities ? this.tuple(entities, { node: entity, rel: '' }) : undefined,
    );
    const entityTuples = tuples.map((tuple) => (tuple ? tupleText(tuple) : 'null'));
    const text = [
      this.matchClause(list, outer, variables, counts.where ? [counts.where(variables.node)] : []),
      ...(list.distinct ? [`WITH DISTINCT ${variables.node}`] : []),
      ...groups.flatMap(({ clauses }) => clauses),
      ...(counted ? [counted.clause] : []),
      `WITH ${[...groups.map(({ column }) => column), `count(${counted ? `DISTINCT ${counted.value}` : '*'}) AS ${countVariable}`].join(', ')}`,
      `ORDER BY ${bySize} LIMIT ${this.parameter(counts.argumentsIndex, 0)}`,
      ...tuples.flatMap((tuple) => tuple?.clauses ?? []),
      `WITH [${countVariable}, [${values.join(', ')}]${entities ? `, [${entityTuples.join(', ')}]` : ''}] AS d ORDER BY ${order}`,
      `RETURN collect(d) AS ${name}`,
    ].join(' ');
    return this.callSubquery(outer, text);
  }

  /** The clause that binds a variable to what is selected of the entities of groups that are known, a tuple each, in order. */
  private entitiesClause(argumentsIndex: number, entities: Layout, name: string): string {
    const [order, ids, entity] = [
      this.freshVariable('x'),
      this.parameter(argumentsIndex, COUNTED_ENTITIES),
      this.freshVariable('n'),
    ];
    const tuple = this.tuple(entities, { node: entity, rel: '' });
    const text = [
      `UNWIND range(0, size(${ids}) - 1) AS ${order}`,
      `OPTIONAL MATCH (${entity}:Thing {id: ${ids}[${order}]})`,
      ...tuple.clauses,
      // Aggregation leaves out null, so each tuple is in a list of its own.
      `WITH ${order}, [CASE WHEN ${entity} IS NOT NULL THEN ${tupleText(tuple)} END] AS d ORDER BY ${order}`,
      `RETURN collect(d) AS ${name}`,
    ].join(' ');
    return this.callSubquery('', text);
  }

  nodeNumbers(list: List): string {
    const variables = this.variablesFor(list);
    const number = `${list.distinct ? 'DISTINCT ' : ''}id(${variables.node})`;
    return `${this.matchClause(list, '', variables, [])} RETURN collect(${number})`;
  }

  column(label: string, dimension: Dimension, numbers?: string): string {
    const node = this.freshVariable('n');
    const { clauses, column, value, entity } = this.groupBy(dimension, node);
    return [
      `MATCH (${node}:${label})${numbers === undefined ? '' : ` WHERE id(${node}) IN ${numbers}`}`,
      ...clauses,
      `WITH ${column}, collect(id(${node})) AS numbers`,
      `RETURN ${value}, ${entity ? `${entity}.id` : 'null'}, numbers`,
    ].join(' ');
  }

  /** How to group by a dimension: preceding clauses, the grouping column, its value in a row, and the entity, if it is one. */
  private groupBy(
    dimension: Dimension,
    node: string,
  ): { clauses: string[]; column: string; value: string; entity?: string } {
    const name = this.freshVariable('x');
    if ('value' in dimension) return { clauses: [], column: `${dimension.value(node)} AS ${name}`, value: name };
    if ('values' in dimension) {
      const clauses = [`CALL (${node}) { ${dimension.values(node, name, this.context(null))} }`];
      return { clauses, column: name, value: name };
    }
    const subquery = dimension.node(node, name, this.context(null));
    return {
      clauses: [`CALL (${node}) { ${subquery} }`],
      column: name,
      value: `${name}.key`,
      entity: dimension.isEntity ? name : undefined,
    };
  }

  private countedValue(counted: CountedValue, node: string): { clause: string; value: string } {
    const value = this.freshVariable('x');
    return { clause: `CALL (${node}) { ${counted(node, value, this.context(null))} }`, value };
  }

  /** The clauses that bind all nodes of a list for which the predicates hold too. */
  private matchClause(list: List, outer: string, variables: PatternVariables, predicates: readonly string[]): string {
    return list.inOrder
      ? this.partsClause(list.inOrder.parts, list, variables, predicates)
      : this.wholeMatchClause(list, outer, variables, predicates);
  }

  /**
   * The clause that binds the nodes of all parts of a list.
   *
   * @param page The order and limit of a page, of which each part and range then has no more than can be in it. What it takes
   *   is the beginning of the order: with what is the same for all nodes of a range, it is the order of an index.
   */
  private partsClause(
    parts: readonly ListPart[],
    list: List,
    { node }: PatternVariables,
    predicates: readonly string[],
    page?: (first?: string) => string,
  ): string {
    const cypher = this.context(list.argumentsIndex);
    const branches = parts.map(({ match, inRange, ranges, conditions }) => {
      const item = ranges ? this.freshVariable('x') : '';
      const first = ranges && `${node}.${ranges.by}${list.range?.descending ? ' DESC' : ''}, `;
      const wheres = conditions.map((where) => where(node, cypher));
      const find = [
        `${match(node)} WHERE ${[inRange(node, cypher, item), ...predicates].join(' AND ')}`,
        // Not in the same clause: a condition that is always false would take away what the hint of an index refers to.
        ...(wheres.length > 0 ? [`WITH ${node} WHERE ${wheres.join(' AND ')}`] : []),
        ...(page ? [`WITH ${node}${page(first)}`] : []),
        `RETURN ${node}`,
      ].join(' ');
      if (!ranges) return find;
      return `UNWIND ${ranges.each(cypher)} AS ${item} ${this.callSubquery(item, find)} RETURN ${node}`;
    });
    return this.callSubquery('', branches.join(' UNION ALL '));
  }

  private wholeMatchClause(
    list: List,
    outer: string,
    variables: PatternVariables,
    predicates: readonly string[],
  ): string {
    const cypher = this.context(list.argumentsIndex);
    const wheres = [
      ...(list.only ? [`${outer}:${list.only.join('|')}`] : []),
      ...list.conditions.map((where) => where(variables.node, cypher)),
      ...predicates,
    ];
    const text = list.match(outer, variables, cypher);
    const match = list.isSubquery ? `${this.callSubquery(outer, text)} WITH *` : text;
    return `${match}${wheres.length > 0 ? ` WHERE ${wheres.join(' AND ')}` : ''}`;
  }

  private context(argumentsIndex: number | null): CypherContext {
    const param = (index: number) => {
      if (argumentsIndex === null) throw new Error('A list without arguments refers to a parameter.');
      return this.parameter(argumentsIndex, index);
    };
    return {
      param,
      refs: (index) => this.lookup(findAll(param(index))),
      everyRef: (index) => this.lookup(findEach(param(index))),
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
