import { type FieldNode, Kind, type OperationDefinitionNode, type SelectionNode, parse, print } from 'graphql';
import fc from 'fast-check';

/** Draws a value; what is drawn makes the example that fast-check shrinks. */
type Draw = fc.GeneratorValue;

/**
 * The same query in other words: other order, aliases, fragments, fields asked for in several places, directives that
 * leave everything in. It has neither fragments nor aliases of its own.
 */
export function respelled(query: string, draw: Draw): string {
  const operation = parse(query).definitions[0] as OperationDefinitionNode;
  const fragments: string[] = [];
  const names = { next: 0 };

  const selections = (all: readonly SelectionNode[], type: string): string => {
    const spelled = shuffled(all, draw).map((selection) => {
      if (selection.kind !== Kind.FIELD) return inline(selection);
      return wrapped(field(selection), type);
    });
    return `{ ${spelled.join(' ')} }`;
  };

  function field(node: FieldNode): string {
    const alias = draw(fc.boolean) ? `a${names.next++}_${node.name.value}: ` : '';
    const args = node.arguments?.length ? `(${node.arguments.map(print).join(', ')})` : '';
    const head = `${alias}${node.name.value}${args}${draw(fc.boolean) ? ' @skip(if: false)' : ''}`;
    const inner = node.selectionSet?.selections;
    if (!inner) return head;
    if (inner.length < 2 || draw(fc.boolean)) return `${head} ${selections(inner, '')}`;
    // Asked for in two places, which come together under one name; what is below has to have one name in both.
    const cut = draw(() => fc.integer({ min: 1, max: inner.length - 1 }));
    return `${head} ${selections(inner.slice(cut), '')} ${head} ${selections(inner.slice(0, cut), '')}`;
  }

  function inline(selection: Exclude<SelectionNode, FieldNode>): string {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('expected a query without named fragments');
    const type = selection.typeCondition!.name.value;
    const inner = selections(selection.selectionSet.selections, type);
    if (draw(fc.boolean)) return `... on ${type} ${inner}`;
    const name = `F${names.next++}`;
    fragments.push(`fragment ${name} on ${type} ${inner}`);
    return `...${name}`;
  }

  function wrapped(text: string, type: string): string {
    if (draw(fc.boolean)) return text;
    return type && draw(fc.boolean) ? `... on ${type} { ${text} }` : `... @include(if: true) { ${text} }`;
  }

  const body = selections(operation.selectionSet.selections, 'Query');
  return [`query ${body}`, ...fragments].join('\n');
}

/** An answer without the aliases that {@link respelled} gives, fields in the order of their names. */
export function unaliased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unaliased);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key.replace(/^a\d+_/, ''), unaliased(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function shuffled<T>(values: readonly T[], draw: Draw): T[] {
  const rest = [...values];
  const result: T[] = [];
  while (rest.length > 0)
    result.push(
      ...rest.splice(
        draw(() => fc.nat({ max: rest.length - 1 })),
        1,
      ),
    );
  return result;
}
