import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  parse,
  validate,
} from 'graphql';
import { ordersOf } from '../reference/reference.ts';
import { CHOICES, type Directive, type FieldItem, Fields, type FragmentItem, type Item, type Value } from './shapes.ts';
import { type Cursor, type ArgumentValues } from './argument-values.ts';

/** A document as it is sent: its text, and the choices of values for its variables, no two alike. */
export interface PrintedOperation {
  query: string;
  variables: readonly Record<string, unknown>[];
}

/**
 * Writes an operation down. Names in the response are as drawn, if that is valid, which tries fields that share a name;
 * otherwise such fields get names of their own.
 */
export function printOperation(items: readonly Item[], schema: GraphQLSchema, world: ArgumentValues): PrintedOperation {
  for (const isCareful of [false, true]) {
    const { query, variables } = new OperationPrinter(schema, world, isCareful).operation(items);
    const problems = validate(schema, parse(query));
    if (problems.length === 0) return { query, variables };
    if (isCareful) throw new Error(`${problems.join('\n')}\n${query}`);
  }
  throw new Error('unreachable');
}

/** What the names in one place of the response stand for. */
type Scope = Map<string, { of: string; inside: Scope }>;

class OperationPrinter {
  private readonly schema: GraphQLSchema;
  private readonly world: ArgumentValues;
  private readonly isCareful: boolean;
  private readonly fragments: string[] = [];
  private readonly declared: string[] = [];
  private readonly given = Array.from({ length: CHOICES }, (): Record<string, unknown> => ({}));
  private names = 0;

  constructor(schema: GraphQLSchema, world: ArgumentValues, isCareful: boolean) {
    this.schema = schema;
    this.world = world;
    this.isCareful = isCareful;
  }

  operation(items: readonly Item[]): Pick<PrintedOperation, 'query' | 'variables'> {
    const body = this.selection(items, new Map());
    const variables = this.declared.length > 0 ? `(${this.declared.join(', ')}) ` : '';
    const unlike = new Map(this.given.map((choice) => [JSON.stringify(choice), choice]));
    return { query: [`query ${variables}${body}`, ...this.fragments].join('\n'), variables: [...unlike.values()] };
  }

  private selection(items: readonly Item[], scope: Scope): string {
    return `{ ${items.map((item) => (item.kind === 'field' ? this.field(item, scope) : this.fragment(item, scope))).join(' ')} }`;
  }

  private field(item: FieldItem, scope: Scope): string {
    const args = this.arguments(item);
    const directive = this.directive(item.directive);
    const { key, inside } = this.named(item, args, scope);
    const head = `${key === item.field.name ? '' : `${key}: `}${item.field.name}${args}${directive}`;
    if (!item.items) return head;
    if (!item.twice || item.items.length < 2) return `${head} ${this.selection(item.items, inside)}`;
    const [some, others] = [item.items.slice(1), item.items.slice(0, 1)];
    return `${head} ${this.selection(some, inside)} ${head} ${this.selection(others, inside)}`;
  }

  /** The name in the response: as drawn, unless it has to be one that nothing else has. */
  private named(
    { alias, field, parent, items }: FieldItem,
    args: string,
    scope: Scope,
  ): { key: string; inside: Scope } {
    const wanted = alias ?? field.name;
    const of = `${parent}.${field.name}${args} ${String(field.type)}${items ? ++this.names : ''}`;
    const known = scope.get(wanted);
    const key = this.isCareful && known && known.of !== of ? `${wanted}_${++this.names}` : wanted;
    const inside: Scope = new Map();
    if (!scope.has(key)) scope.set(key, { of, inside });
    return { key, inside };
  }

  private fragment({ on, form, directive, items }: FragmentItem, scope: Scope): string {
    const body = this.selection(items, scope);
    const condition = this.directive(directive);
    if (form === 'inline' || on === null) return `...${on === null ? '' : ` on ${on}`}${condition} ${body}`;
    const name = `F${++this.names}`;
    this.fragments.push(`fragment ${name} on ${on} ${body}`);
    return `...${name}${condition}${form === 'named twice' ? ` ...${name}` : ''}`;
  }

  private directive(directive: Directive | null): string {
    return directive ? ` @${directive.name}(if: ${this.value(directive.if, plainOf)})` : '';
  }

  private arguments({ parent, field, arguments: values }: FieldItem): string {
    const orders = this.ordersOf(parent, field.name);
    const orderBy = values.orderBy && (plainOf(values.orderBy.plain) as { field: string } | null);
    const plain: Plain = (value) =>
      isCursor(value)
        ? this.world.cursor(value, orders, orderBy as Record<string, string> | undefined)
        : plainOf(value);
    const all = Object.entries(values).map(([name, value]) => `${name}: ${this.value(value, plain)}`);
    return all.length > 0 ? `(${all.join(', ')})` : '';
  }

  private ordersOf(parent: string, field: string) {
    const type = this.schema.getType(parent);
    const [first] = isInterfaceType(type) ? this.schema.getPossibleTypes(type) : [];
    return ordersOf(first?.name ?? parent, field);
  }

  private value({ type, plain, variable }: Value, plainly: Plain): string {
    if (!variable) {
      if (!(plain instanceof Fields)) return literal(type, plainly(plain));
      const fields = Object.entries(plain.values).map(([name, value]) => `${name}: ${this.value(value, plainly)}`);
      return `{${fields.join(', ')}}`;
    }
    const name = `v${++this.names}`;
    const isDefault = variable.hasDefault && !(plain === null && isNonNullType(type));
    this.declared.push(`$${name}: ${String(type)}${isDefault ? ` = ${literal(type, plainly(plain))}` : ''}`);
    this.given.forEach((choice, number) => {
      const given = variable.given[number % 2];
      if (given === 'nothing') return;
      choice[name] = given === 'null' ? null : plainly(number === 0 ? plain : variable.others[number - 1]);
    });
    return `$${name}`;
  }
}

type Plain = (value: unknown) => unknown;

function isCursor(value: unknown): value is Cursor {
  return typeof value === 'object' && value !== null && 'cursor' in value;
}

/** The value as JSON has it; variables inside an object that is itself a variable are none. */
function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf);
  if (!(value instanceof Fields)) return value;
  return Object.fromEntries(Object.entries(value.values).map(([name, inner]) => [name, plainOf(inner.plain)]));
}

function literal(type: GraphQLInputType, value: unknown): string {
  const nullable = getNullableType(type);
  if (value === null || value === undefined) return 'null';
  if (isListType(nullable)) {
    return `[${(value as unknown[]).map((each) => literal(nullable.ofType, each)).join(', ')}]`;
  }
  if (isEnumType(nullable)) return value as string;
  if (isInputObjectType(nullable)) {
    const types = nullable.getFields();
    const fields = Object.entries(value).map(([name, inner]) => `${name}: ${literal(types[name]!.type, inner)}`);
    return `{${fields.join(', ')}}`;
  }
  return JSON.stringify(value);
}
