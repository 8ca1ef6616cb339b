import { type BoundArguments, refKind, plainArguments } from '../ir/bound-arguments.ts';
import { type FieldMapping } from '../ir/field.ts';
import { type FieldReader, type Tuple } from '../ir/reader.ts';
import { createLayout } from '../statement/layout.ts';
import { Projection } from '../ir/projection.ts';
import { type StatementRoot, type CypherStatement, writeCypher } from '../statement/cypher-writer.ts';
import { Recent } from '../recent.ts';
import { bindArguments } from './bind-arguments.ts';
import { projectField } from '../fields/project.ts';
import { type RootPlan } from '../ir/field-plan.ts';

/** A root field ready to run: its statement, and how the answer is read from the rows. */
export interface CompiledQuery extends CypherStatement {
  /** What the statement was written from; undefined where it asks the graph for nothing. */
  root: StatementRoot | undefined;
  read: FieldReader<Tuple>;
}

/** So many statements of one root field are kept: its filters, orders and directions make ever more of them. */
const MAX_COMPILED = 64;

type RootNode = NonNullable<FieldMapping['rootNode']>;

const compiledByRoot = new WeakMap<RootPlan, Recent<string, CompiledQuery>>();

/** The calls of a root field with these variables; after those of its fields comes one whose value is the day. */
export function bindRootArguments(
  root: RootPlan,
  variables: Readonly<Record<string, unknown>>,
  today: string,
): BoundArguments[] {
  return [...root.calls.map((field) => bindArguments(field, variables)), plainArguments({}, [today])];
}

/** The statement for a root field whose calls have these shapes; what is in the calls beside does not matter. */
export function compileRoot(root: RootPlan, boundArguments: readonly BoundArguments[]): CompiledQuery {
  let byCacheKey = compiledByRoot.get(root);
  if (!byCacheKey) compiledByRoot.set(root, (byCacheKey = new Recent(MAX_COMPILED)));
  return byCacheKey.take(boundArguments.map(({ cacheKey: shape }) => shape).join('\n'), () =>
    compileUncached(root, boundArguments),
  );
}

function compileUncached(
  { field, calls: fieldsWithArguments }: RootPlan,
  boundArguments: readonly BoundArguments[],
): CompiledQuery {
  const projection = new Projection();
  const createReader = projectField(field, projection, { boundArguments });
  const { rootNode } = field.mapping!;
  const layout = createLayout(projection, (index) => boundArguments[index]!.cacheKey);
  // Arguments that are not acceptable leave nothing to ask the graph for.
  const readsGraph = field.argumentsIndex === null || !boundArguments[field.argumentsIndex]!.error;
  const root = {
    rootNode: rootNode && toRootNode(rootNode, field.argumentsIndex!, boundArguments),
    layout: layout,
    todayArguments: fieldsWithArguments.length,
  };
  const statement = readsGraph ? writeCypher(root) : EMPTY_STATEMENT;
  return { ...statement, root: statement.text === '' ? undefined : root, read: createReader() };
}

function toRootNode(
  { by, label }: RootNode,
  argumentsIndex: number,
  boundArguments: readonly BoundArguments[],
): StatementRoot['rootNode'] {
  return {
    by: by === 'ref' ? refKind(boundArguments[argumentsIndex]!.parameters[0]) : by,
    label,
    argumentsIndex,
    valueIndex: 0,
  };
}

const EMPTY_STATEMENT: CypherStatement = { text: '', parameters: [], hasHead: false, streamed: undefined };
