import { NetworkMode, type NetworkNodes, type TieWeight } from '../../domain/vocabulary.generated.ts';
import { ClientError } from '../../domain/errors.ts';
import { projectPage } from '../fields/connection.ts';
import { createList } from '../fields/list.ts';
import { relatedNode, targetNode } from '../fields/nodes.ts';
import { getCursor, getPageSize } from '../fields/page.ts';
import { projectItems, projectObject } from '../fields/project.ts';
import { relationshipProperty } from '../fields/property.ts';
import {
  PRESENCE_ARGUMENTS,
  matchEveryoneMet,
  matchMet,
  returnParticipationsOfTie,
  networkArgument,
  presenceFilter,
  withDefaults,
} from '../filters/presences.ts';
import { notACursor } from '../ir/cursor.ts';
import { type Arguments, plainArguments } from '../ir/bound-arguments.ts';
import { type InputValues } from '../ir/condition.ts';
import { type FieldMapping, type FieldMappings } from '../ir/field.ts';
import { type List, Projection } from '../ir/projection.ts';
import { type Tuple } from '../ir/reader.ts';
import { objectField } from '../response/complete-value.ts';
import { checkQuestion, rejectOtherKind, typeOfKey } from '../networks/networks.ts';
import { inputOf } from './networks.ts';

const MAX_EXPLAINED = 1_000;

/** Everybody at every meeting of an actor is read, whatever the page: some ten milliseconds for somebody who was at many. */
const COST = 500;

/** The parameter that says how many items a list has. */
const LIMIT = 0;

/** A tie, read from a map: the ids `a` of one end, `node` of the other, and `meetings` of those that it rests on. */
export const tieFields: FieldMappings = {
  a: relatedNode('a'),
  b: targetNode(),
  weight: relationshipProperty(),
  because: {
    validate: () => undefined,
    arguments: ['first'],
    bind: (args) => {
      const { size } = getPageSize(args);
      return plainArguments({ ...args, size }, [BigInt(size)]);
    },
    project: projectList({
      startsAt: 'rel',
      match: (tie, { node }, cypher) => {
        const id = cypher.name();
        return `UNWIND ${tie}.meetings AS ${id} MATCH (${node}:Thing {id: ${id}})`;
      },
      distinct: false,
      order: ({ node }) => `${node}.sortTime DESC`,
    }),
  },
};

type ListOfNodes = Pick<List, 'startsAt' | 'bindsRelationship' | 'isSubquery' | 'match' | 'distinct' | 'order'>;

/** A list of nodes of which the first parameter says how many. */
function projectList(list: ListOfNodes): FieldMapping['project'] {
  return (field, projection, { boundArguments, onlyTypes }) => {
    const { argumentsIndex } = field;
    const key = `${field.parent.name}.${field.definition.name}`;
    const whole = { ...list, key, argumentsIndex, only: onlyTypes, conditions: [], limit: LIMIT };
    return projectItems(field, projection, whole, { boundArguments });
  };
}

/** @throws ClientError where the key of an end is of what cannot be that end. */
function checkEnds({ a, b }: Arguments, input: InputValues): void {
  const isTwoMode = input.mode === NetworkMode.TWO_MODE;
  for (const [name, key] of Object.entries({ a, b }) as [string, string][]) {
    const type = typeOfKey(key);
    if (type === undefined) continue;
    if (!(isTwoMode && name === 'b')) rejectOtherKind(name, { key, type }, { ...input, mode: NetworkMode.ONE_MODE });
    else if (type !== 'Meeting') {
      throw new ClientError(
        'BAD_USER_INPUT',
        `\`b\` is ${key}; in TWO_MODE expected a meeting, such as meeting:udcg-26.`,
      );
    }
  }
}

/** The parameters of `explainTie` before those of its filter. */
const [ENDS_A, ENDS_B, EXPLAIN_OFFSET] = [1, 2, 3];

/** The participations that a tie rests on. */
export const explainTieField: FieldMapping = {
  validate: () => undefined,
  cost: COST,
  arguments: ['a', 'b', ...networkArgument.names],
  inputFilters: networkArgument.inputFilters,
  bind: (args) => {
    const input = inputOf(args, args.a);
    checkQuestion(input);
    checkEnds(args, input);
    const { key, parameters } = presenceFilter(input, input.nodes as NetworkNodes, EXPLAIN_OFFSET);
    return {
      ...plainArguments({ ...args, input }, [BigInt(MAX_EXPLAINED), [args.a], [args.b], ...parameters]),
      cacheKey: key,
    };
  },
  project: (field, projection, context) => {
    const { input } = context.boundArguments[field.argumentsIndex!]!.arguments as { input: InputValues };
    const filter = presenceFilter(input, input.nodes as NetworkNodes, EXPLAIN_OFFSET);
    return projectList({
      isSubquery: true,
      bindsRelationship: true,
      match: (_outer, { node: participation, rel: meeting }, cypher) => {
        const [node, other] = [cypher.name(), cypher.name()];
        const ends = `UNWIND ${cypher.refs(ENDS_A)} AS ${node} UNWIND ${cypher.refs(ENDS_B)} AS ${other}`;
        return `${ends} ${returnParticipationsOfTie(filter, { node, other, meeting, participation }, cypher)}`;
      },
      distinct: false,
      order: ({ node, rel }) => `${rel}.sortTime DESC, ${node}.sortName`,
    })(field, projection, context);
  },
};

/** How ties are ordered: the places of one kind of weight mean nothing among those of another. */
const orderOf = ({ weight }: Arguments) => `Tie.${weight as TieWeight}.DESC`;

const SEPARATOR = ' ';

/**
 * The place after which a page begins, nulls for the first.
 *
 * @throws ClientError for what is no cursor of such a list.
 */
function placeAfter(args: Arguments): { weight: number | null; name: string | null } {
  const after = getCursor(args, 'after', orderOf(args));
  if (after === undefined) return { weight: null, name: null };
  const at = after.indexOf(SEPARATOR);
  const weight = Number(after.slice(0, at));
  if (at < 1 || Number.isNaN(weight)) throw notACursor('after');
  return { weight, name: after.slice(at + 1) };
}

/** The parameters of `metWith` before those of its filter: how many, the same plus one, and the place after which it begins. */
const [LIMIT_PLUS_ONE, AFTER_WEIGHT, AFTER_NAME, MET_OFFSET] = [1, 2, 3, 4];

/** Whom an actor met, of its own kind, the strongest tie first. */
export function metWithField(nodes: NetworkNodes): FieldMapping {
  return {
    validate: ({ type }) => (String(type) === 'TieConnection!' ? undefined : 'is mapped as ties, but has another type'),
    cost: COST,
    arguments: ['weight', ...PRESENCE_ARGUMENTS, 'first', 'after'],
    bind: (given) => {
      const args = withDefaults(given);
      const { size } = getPageSize(args);
      const { weight, name } = placeAfter(args);
      const { key, parameters } = presenceFilter(args, nodes, MET_OFFSET);
      return {
        ...plainArguments({ ...args, size }, [BigInt(size), BigInt(size + 1), weight, name, ...parameters]),
        cacheKey: `${args.weight as string}${weight === null ? '' : ' on'};${key}`,
      };
    },
    project: (field, projection, { boundArguments, onlyTypes }) => {
      const bound = boundArguments[field.argumentsIndex!]!;
      const filter = presenceFilter(bound.arguments, nodes, MET_OFFSET);
      const matchPage: List['match'] = (outer, { node, rel }, cypher) => {
        const [weight, meetings] = [cypher.name(), cypher.name()];
        const { weight: by, after } = bound.arguments as { weight: TieWeight; after?: string | null };
        const [afterWeight, afterName] = [AFTER_WEIGHT, AFTER_NAME].map((index) => cypher.param(index));
        const isLater = `(${weight} < ${afterWeight} OR (${weight} = ${afterWeight} AND ${node}.sortName > ${afterName}))`;
        return [
          matchMet(filter, by, { node: outer, other: node, weight, meetings }, cypher),
          ...(typeof after === 'string' ? [`WHERE ${isLater}`] : []),
          `WITH ${node}, ${weight}, ${meetings}`,
          `RETURN ${node}, {a: ${outer}.id, node: ${node}.id, weight: ${weight}, meetings: ${meetings}} AS ${rel}`,
        ].join(' ');
      };
      const items: NonNullable<List['items']> = { projection: new Projection(), slot: { index: -1 } };
      const key = `${field.parent.name}.${field.definition.name}`;
      const list = createList({ match: () => '', order: () => '' }, field, bound, onlyTypes);
      projection.list({
        ...list,
        key: `${key} page`,
        match: matchPage,
        isSubquery: true,
        bindsRelationship: true,
        order: ({ node, rel }) => `${rel}.weight DESC, ${node}.sortName`,
        limit: LIMIT_PLUS_ONE,
        items,
      });
      const total: List = {
        ...list,
        key,
        match: (outer, { node }, cypher) =>
          matchEveryoneMet(filter, { node: outer, other: node, meeting: cypher.name() }, cypher) + ' WITH *',
        distinct: true,
      };
      const [weightSlot, nameSlot] = [items.projection.relationship('weight'), items.projection.property('sortName')];
      const createReader = projectPage<Tuple>(field.selection!, {
        item: (selection) => projectObject(selection, items.projection, { boundArguments }),
        cursor: () => (row) => `${String(row[weightSlot.index])}${SEPARATOR}${String(row[nameSlot.index])}`,
        total: () => {
          if (!total.total) projection.list(total);
          total.total = { index: -1 };
        },
      });
      return () => {
        const read = createReader();
        return objectField(
          field,
          (row: Tuple, context) => {
            const { arguments: args } = context.boundArguments[field.argumentsIndex!]!;
            const { size, after } = args as { size: number; after?: string | null };
            const all = row[items.slot.index] as Tuple[];
            return {
              items: all.slice(0, size),
              hasNextPage: all.length > size,
              hasPreviousPage: typeof after === 'string',
              order: orderOf(args),
              totalCount: total.total && row[total.total.index],
              row,
            };
          },
          read,
        );
      };
    },
  };
}
