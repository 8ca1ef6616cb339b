import fc from 'fast-check';
import { type Graph, type Thing, text } from '../reference/graph.ts';
import { type Orders, cursorAt } from '../reference/page.ts';

/** Words that searches are made of: found, found with a slip, found by nothing, and no words at all. */
export const SEARCH_TEXTS: readonly string[] = [
  ...['Ramstein', 'ramstien', 'Healey', 'john', 'ministry of defence', 'contact group', 'NATO', 'united', 'coalition'],
  ...['Germany', 'Deutschland', 'Україна', '國防部', '防', '26', 'minister', 'synthetic', 'alpha', 'air'],
  ...['zzzz', '', '-- !', 'a"b\\', 'x'.repeat(300)],
];

const LANGUAGES = ['en', 'de', 'uk', 'zh-Hant', 'zh-Hant-TW', 'fr', 'xx', ''];

/** What an argument, or field of an input object, of this name points at. */
const POINTS_AT: Readonly<Record<string, string>> = {
  about: 'Thing',
  actors: 'Actor',
  addressee: 'Entity',
  body: 'Organization',
  country: 'Country',
  of: 'Actor',
  document: 'Document',
  heldAt: 'Place',
  meetings: 'Meeting',
  memberOf: 'Organization',
  metWith: 'Actor',
  occasion: 'Event',
  official: 'Official',
  onBehalfOf: 'Actor',
  organization: 'Organization',
  place: 'Place',
  post: 'Post',
  source: 'Actor',
  speakers: 'Actor',
  topic: 'Topic',
};

/** What lists choose from by `refs`. */
const LISTED = ['Meeting', 'Document', 'Claim', 'Statement'];

/** A cursor that is yet to be made, as it depends on how the list is ordered. */
export interface Cursor {
  cursor: number;
}

/** The values that arguments can have, in a graph: such as find something, and such as do not. */
export class ArgumentValues {
  private readonly graph: Graph;
  private readonly pools = new Map<string, fc.Arbitrary<unknown>>();

  constructor(graph: Graph) {
    this.graph = graph;
  }

  /** Values of a scalar for an argument; a field that is one thing says of which type the thing is. */
  scalar(type: string, argument: string, found: string): fc.Arbitrary<unknown> {
    const key = `${type} ${argument} ${found}`;
    let pool = this.pools.get(key);
    if (!pool) this.pools.set(key, (pool = this.values(type, argument, found)));
    return pool;
  }

  private values(type: string, argument: string, found: string): fc.Arbitrary<unknown> {
    switch (`${type} ${argument}`) {
      case 'Int first':
      case 'Int last':
        return fc.oneof(
          { arbitrary: fc.integer({ min: 0, max: 4 }), weight: 30 },
          { arbitrary: fc.constantFrom(7, 20, 1_000, -1), weight: 1 },
        );
      case 'String after':
      case 'String before':
        return fc.oneof(
          { arbitrary: fc.record({ cursor: fc.nat(10_000) }), weight: 12 },
          { arbitrary: fc.constantFrom('', 'nonsense', cursorAt('Meeting.NAME.ASC', 'm')), weight: 1 },
        );
      case 'String text':
        return fc.constantFrom(...SEARCH_TEXTS);
      case 'String beginsIn':
        return fc.constantFrom('2022', '2024', '2025', '2025-02', '2024-03', '1949');
      case 'String scheme':
        return fc.constantFrom('WIKIDATA', 'Wikidata', 'UN M49', 'ISO3166_1_ALPHA2', 'iso 3166-1 alpha-2', 'nobody');
      case 'String value':
        return fc.constantFrom('GB', 'Q145', ' Q1 1', 'Q2 2', '');
      case 'String lang':
        return fc.constantFrom(...LANGUAGES);
    }
    switch (type) {
      case 'Boolean':
        return fc.boolean();
      case 'Int':
        return fc.integer({ min: -1, max: 4 });
      case 'Date':
        return fc.constantFrom(...this.days());
      case 'DateTime':
        return fc.constantFrom('2020-01-01T00:00:00Z', '2030-01-01T00:00:00.000Z', ...this.instants());
      case 'ID':
        return fc.constantFrom(...this.ids());
      case 'URL':
        return fc.constantFrom('https://example.org/nothing', ...this.addresses());
      case 'Ref':
        if (argument === 'refs') return fc.oneof(...LISTED.map((label) => this.refs(label)));
        return this.refs(argument === 'ref' ? found : POINTS_AT[argument]);
    }
    throw new Error(`No values are known for the argument ${argument}: ${type}; say some in ${import.meta.filename}.`);
  }

  /** The text of a cursor of a list in this order. */
  cursor({ cursor: pick }: Cursor, orders: Orders | undefined, orderBy: Orders['by'] | undefined): string {
    if (!orders) return cursorAt('Search', `0.${pick % 10}`);
    const field = orderBy?.field ?? Object.keys(orders.by)[0]!;
    const direction = orderBy?.direction ?? orders.direction ?? 'ASC';
    const things = this.graph.labelled(orders.type);
    const at = things.length > 0 ? text(things[pick % things.length]!, orders.by[field]!) : 'm';
    return cursorAt(`${orders.type}.${field}.${direction}`, at);
  }

  private refs(label: string | undefined): fc.Arbitrary<unknown> {
    if (label === undefined) throw new Error(`Say in ${import.meta.filename} what this argument points at.`);
    const refsOf = (things: readonly Thing[]) => things.flatMap((thing) => [text(thing, 'key'), text(thing, 'id')]);
    const fitting = refsOf(this.graph.labelled(label));
    return fc.oneof(
      { arbitrary: fc.constantFrom(...(fitting.length > 0 ? fitting : ['nothing:here'])), weight: 16 },
      { arbitrary: fc.constantFrom(...refsOf(this.graph.labelled('Thing'))), weight: 1 },
      { arbitrary: fc.constantFrom('nothing:here', ...this.ids().slice(0, 5)), weight: 1 },
    );
  }

  /** Ids of things, of things merged into others, and of none. */
  private ids(): string[] {
    const ids = (label: string) => this.graph.labelled(label).map((thing) => text(thing, 'id'));
    return ['00000000-0000-4000-8000-000000000000', ...ids('Tombstone'), ...ids('Thing')];
  }

  /** Addresses of documents, as recorded and in other forms. */
  private addresses(): string[] {
    const urls = this.graph
      .labelled('Document')
      .flatMap((document) => (document.properties.url as string | null) ?? []);
    return [
      ...urls,
      ...urls.map((url) => `${url.replace('https:', 'http:')}${url.includes('?') ? '&' : '?'}utm_source=x#top`),
    ];
  }

  private days(): string[] {
    const names = ['timeFrom', 'timeUntil', 'possibleFrom', 'certainUntil'];
    const stored = this.graph.things.flatMap(({ properties }) => names.map((name) => properties[name]));
    const days = new Set(stored.filter((day) => /^(1|2)\d{3}-\d\d-\d\d$/.test(String(day))));
    return ['1949-04-04', '2022-07-01', '2099-12-31', ...(days as Set<string>)];
  }

  private instants(): string[] {
    return [...new Set(this.graph.labelled('Thing').map((thing) => text(thing, 'updatedAt')))].slice(0, 50);
  }
}
