import { codesIn } from '../../domain/identity/external-ids.ts';
import { rankNames, searchQuery } from '../../domain/names/names.ts';
import { type EntityType, Standing } from '../../domain/vocabulary.generated.ts';
import { filter } from '../ir/condition.ts';
import { MATCH_NOTHING, ofTypes, typeOf } from '../filters/predicates.ts';
import { projectObject } from './project.ts';
import { objectField } from '../response/complete-value.ts';
import { type Tuple } from '../ir/reader.ts';
import { callFullText } from '../statement/lookups.ts';
import { type List, type PatternVariables, Projection, type CypherContext } from '../ir/projection.ts';
import { type Arguments, listArguments } from '../ir/bound-arguments.ts';
import { type PageResult, projectPage } from './connection.ts';
import { createList } from './list.ts';
import { type FieldMapping } from '../ir/field.ts';
import { getCursor, getPageSize } from './page.ts';
import { NAME_PROPERTIES, ofTypesQuery, toNames } from '../../storage/names.ts';
import { sortSearchHit } from '../../storage/order-keys.ts';

/** How many of the best hits of the full-text index are ranked again, by the rules of src/domain/names. */
const CANDIDATES = 50;
const ORDER = 'Search';

/** How many of its hits the index gives: enough that withdrawn events leave place for others. To read more of each word of a name takes longer. */
const HITS = 2 * CANDIDATES;

/** A node found, and how well it matches. */
interface SearchHit {
  row: Tuple;
  score: number;
  matched: string;
  /** The sort key: best first, unique. */
  sort: string;
}

const typesFilter = filter({ types: ofTypes });

/** Those of other types would be among the hits, so the index is asked for the types too. */
function luceneQuery({ text, types }: Arguments): string | null {
  const query = searchQuery(text as string);
  return query === null || !types ? query : ofTypesQuery((types as EntityType[]).map(typeOf), query);
}

/** The field `search`: nodes by any of their names in any language and script, best match first. */
export const searchField: FieldMapping = {
  validate: ({ type }) =>
    String(type) === 'SearchConnection!' ? undefined : 'is mapped as the search, but has another type',
  arguments: ['text', 'types', 'lang', 'first', 'after'],
  // Measured beside lists: it takes as long as some 400 nodes of a page, and its hits are ranked by the one thread that serves everybody.
  cost: 1_000,
  bind: (args) => {
    const { size } = getPageSize(args);
    const after = getCursor(args, 'after', ORDER);
    const leading = [BigInt(CANDIDATES), luceneQuery(args) ?? MATCH_NOTHING];
    return listArguments({ ...args, size, after }, typesFilter.conditions(args), leading);
  },
  project: (field, projection, { boundArguments, onlyTypes }) => {
    const items = { projection: new Projection(), slot: { index: -1 } };
    const spec = {
      match: (_outer: string, variables: PatternVariables, cypher: CypherContext) =>
        `${callFullText('entity_search', cypher.param(1), variables.node, HITS)}, score AS ${variables.rel}`,
      bindsRelationship: true,
      order: ({ node, rel }: PatternVariables) =>
        `coalesce(${node}.standing = '${Standing.WITHDRAWN}', false), ${rel} DESC, ${node}.sortName`,
    };
    const list: List = {
      ...createList(spec, field, boundArguments[field.argumentsIndex!]!, onlyTypes),
      limit: 0,
      items,
    };
    projection.list(list);
    const names = NAME_PROPERTIES.map((name) => items.projection.property(name));
    const [orderSlot, standingSlot, idsSlot] = ['sortName', 'standing', 'externalIds'].map((name) =>
      items.projection.property(name),
    );
    const personSlot = items.projection.column(':isPerson', ({ node }) => `${node}:Official`, {
      fromFullNode: ({ labels }) => labels.includes('Official'),
    });

    const toHit = (row: Tuple, rank: ReturnType<typeof rankNames>): SearchHit => {
      const named = {
        names: toNames(names.map(({ index }) => row[index] as string[] | null)),
        codes: codesIn((row[idsSlot!.index] ?? []) as string[]),
        isPerson: row[personSlot.index] as boolean,
      };
      const { score, matched } = rank(named);
      const isWithdrawn = row[standingSlot!.index] === Standing.WITHDRAWN;
      return { row, score, matched, sort: sortSearchHit(score, row[orderSlot!.index] as string, isWithdrawn) };
    };
    const createReader = projectPage<SearchHit>(field.selection!, {
      item: (selection) => {
        const createItemReader = projectObject(selection, items.projection, { boundArguments });
        return () => {
          const read = createItemReader();
          return ({ row }, path, context) => read(row, path, context);
        };
      },
      cursor: () => (hit) => hit.sort,
      edge: (name) => (hit) => hit[name as 'score' | 'matched'],
    });
    return () => {
      const read = createReader();
      return objectField(
        field,
        (row: Tuple, context) => {
          const args = context.boundArguments[field.argumentsIndex!]!.arguments;
          const rank = rankNames(args.text as string, (args.lang ?? undefined) as string[] | undefined);
          const candidates = (row[items.slot.index] as Tuple[]).map((candidate) => toHit(candidate, rank));
          return { ...toPage(candidates, args), row };
        },
        read,
      );
    };
  },
};

function toPage(candidates: readonly SearchHit[], args: Arguments): Omit<PageResult<SearchHit>, 'row'> {
  const { size, after } = args as { size: number; after: string | undefined };
  const all = candidates.filter(({ score }) => score > 0).sort((a, b) => (a.sort < b.sort ? -1 : 1));
  const following = after === undefined ? all : all.filter(({ sort }) => sort > after);
  return {
    items: following.slice(0, size),
    hasNextPage: following.length > size,
    hasPreviousPage: after !== undefined,
    order: ORDER,
    totalCount: all.length,
  };
}
