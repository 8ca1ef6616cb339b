import { rankNames, searchQuery } from '../../domain/names.ts';
import { filter } from '../filters/condition.ts';
import { NOTHING, ofTypes } from '../filters/tests.ts';
import { demandObject } from '../plan/demand.ts';
import { objectField } from '../response/complete.ts';
import { type Row } from '../response/read.ts';
import { callFullText } from '../statement/lookups.ts';
import { type List, type Names, Selection, type Use } from '../statement/selection.ts';
import { type Arguments, listCall } from './call.ts';
import { type PageOf, partsOf } from './connection.ts';
import { listFor } from './list.ts';
import { type Mapping } from './mapping.ts';
import { NAME_PROPERTIES, namesOf } from './names.ts';
import { cursorIn, sizeOf } from './page.ts';

/** As many as a full-text index finds best are looked at closely, and put in the order of src/domain/names.ts. */
const CANDIDATES = 50;
const ORDER = 'Search';

/** A thing found, and how. */
interface Found {
  row: Row;
  score: number;
  matched: string;
  /** Sorts best first, and is unique. */
  sort: string;
}

const ofSomeTypes = filter({ types: ofTypes });

/** The field `search`: things by any name in any language and script, best match first. */
export const search: Mapping = {
  misfit: ({ type }) => (String(type) === 'SearchConnection!' ? undefined : 'is the search, but of another type'),
  arguments: ['text', 'types', 'lang', 'first', 'after'],
  call: (args) => {
    const { size } = sizeOf(args);
    const after = cursorIn(args, 'after', ORDER);
    const own = [BigInt(CANDIDATES), searchQuery(args.text as string) ?? NOTHING];
    return listCall({ ...args, size, after }, ofSomeTypes.conditions(args), own);
  },
  demand: (field, from, { calls, only }) => {
    const items = { selection: new Selection(), slot: { index: -1 } };
    const spec = {
      match: (_outer: string, names: Names, use: Use) =>
        `${callFullText('entity_search', use.param(1), names.node)}, score AS ${names.via}`,
      via: true,
      order: ({ node, via }: Names) => `${via} DESC, ${node}.sortName`,
    };
    const list: List = { ...listFor(spec, field, calls[field.call!]!, only), limit: 0, items };
    from.list(list);
    const names = NAME_PROPERTIES.map((name) => items.selection.property(name));
    const sortName = items.selection.property('sortName');

    const foundIn = (row: Row, { text, lang }: Arguments): Found => {
      const known = namesOf(names.map(({ index }) => row[index] as string[] | null));
      const { score, matched } = rankNames(text as string, known, (lang ?? undefined) as string[] | undefined);
      return { row, score, matched, sort: `${(1 - score).toFixed(6)} ${row[sortName.index] as string}` };
    };
    const parts = partsOf<Found>(field.selection!, {
      item: (selection) => {
        const reading = demandObject(selection, items.selection, { calls });
        return () => {
          const read = reading();
          return ({ row }, path, run) => read(row, path, run);
        };
      },
      cursor: () => (found) => found.sort,
      edge: (name) => (found) => found[name as 'score' | 'matched'],
    });
    return () => {
      const read = parts();
      return objectField(
        field,
        (row: Row, run) => {
          const args = run.calls[field.call!]!.arguments;
          const candidates = (row[items.slot.index] as Row[]).map((each) => foundIn(each, args));
          return { ...pageOf(candidates, args), row };
        },
        read,
      );
    };
  },
};

function pageOf(candidates: readonly Found[], args: Arguments): Omit<PageOf<Found>, 'row'> {
  const { size, after } = args as { size: number; after: string | undefined };
  const all = candidates.filter(({ score }) => score > 0).sort((a, b) => (a.sort < b.sort ? -1 : 1));
  const rest = after === undefined ? all : all.filter(({ sort }) => sort > after);
  return {
    items: rest.slice(0, size),
    hasNextPage: rest.length > size,
    hasPreviousPage: after !== undefined,
    order: ORDER,
    totalCount: all.length,
  };
}
