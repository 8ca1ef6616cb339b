import { type RecordInput } from '../input/record-input.ts';
import { type TypeSpec, type InputListName, inputLists, typeSpecs, inputRows } from '../input/type-specs.ts';
import { type TypeName, withArticle } from '../../domain/node-types.ts';
import { type NodeRef } from './node-ref.ts';
import { type NodeRegistry } from './node-registry.ts';
import { type InputPath } from '../input/problem.ts';
import { type Problems } from './problems.ts';

export type RowFields = Readonly<Record<string, unknown>>;

/** A row of the input, with the node that it describes. */
export interface InputRow {
  typeSpec: TypeSpec;
  node: NodeRef;
  block: number;
  path: InputPath;
  fields: RowFields;
  /** Of a participation: the meeting whose row contains it. */
  meeting?: NodeRef;
}

/** A row of a fact, whose node is still to be found (match-facts.ts). */
export interface FactRow extends Omit<InputRow, 'node'> {
  typeSpec: TypeSpec & { type: 'Participation' | 'Tenure' | 'Membership' };
}

const isTimedFact = (name: InputListName): name is 'tenures' | 'memberships' =>
  name === 'tenures' || name === 'memberships';

/**
 * The rows of a block with their nodes, facts apart. Rows that cannot be resolved are reported and left out.
 *
 * @param declaring Whether to take the rows with `key`, or those with `ref`.
 */
export function resolveEntityRows(
  block: RecordInput,
  number: number,
  registry: NodeRegistry,
  scope: string,
  declaring: boolean,
): InputRow[] {
  return inputLists
    .filter((name) => !isTimedFact(name))
    .flatMap((name) =>
      inputRows(block, name).flatMap((fields, index) => {
        const typeSpec = typeSpecs[name];
        const path = [number, name, index];
        if ((fields.key !== undefined) !== declaring) return [];
        const node = resolveRow(fields, typeSpec.type, path, registry, scope);
        return node === null ? [] : [{ typeSpec, node, block: number, path, fields }];
      }),
    );
}

/** The rows of tenures and memberships, and the participants of the resolved meetings. */
export function collectFactRows(block: RecordInput, number: number, meetings: readonly InputRow[]): FactRow[] {
  const tenures = (['tenures', 'memberships'] as const).flatMap((name) =>
    inputRows(block, name).map((fields, index) => ({
      typeSpec: typeSpecs[name],
      block: number,
      path: [number, name, index],
      fields,
    })),
  );
  const participations = meetings
    .filter((row) => row.block === number && row.typeSpec.type === 'Meeting')
    .flatMap((row) =>
      ((row.fields.participants ?? []) as RowFields[]).map((fields, index) => ({
        typeSpec: typeSpecs.participants,
        block: number,
        path: [...row.path, 'participants', index],
        fields: { ...inheritedFields(row.fields), ...fields },
        meeting: row.node,
      })),
    );
  return [...participations, ...tenures];
}

/** A participant has the paragraph of its meeting by default. */
const inheritedFields = ({ paragraph }: RowFields): RowFields => (paragraph === undefined ? {} : { paragraph });

function resolveRow(
  fields: RowFields,
  type: TypeName,
  path: InputPath,
  registry: NodeRegistry,
  scope: string,
): NodeRef | null {
  const { ref, key } = fields as { ref?: string; key?: string };
  if (ref !== undefined) return registry.resolve({ ref, to: [type], path: [...path, 'ref'] });
  if (key !== undefined) return registry.declare(key, type, [...path, 'key'], scope);
  return null;
}

/** Reports rows with neither `ref` nor `key`. Meetings may have body and ordinal instead. */
export function checkRowsNamed(block: RecordInput, number: number, problems: Problems): void {
  for (const name of inputLists.filter((typeSpec) => !isTimedFact(typeSpec))) {
    inputRows(block, name).forEach((fields, index) => {
      if (fields.ref !== undefined || fields.key !== undefined) return;
      if (name === 'meetings' && fields.body !== undefined && fields.ordinal !== undefined) return;
      const type = typeSpecs[name].type;
      const otherwise = name === 'meetings' ? ', or body and ordinal' : '';
      problems.invalid(
        [number, name, index],
        `the row does not identify ${withArticle(type)}; give ref for an existing one, ` +
          `or key for a new one${otherwise}`,
      );
    });
  }
}
