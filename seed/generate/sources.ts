import { readTable } from './csv.ts';
import { type Block, filled } from './yaml.ts';

const sources = new Map(readTable('sources').map((row) => [row.key!, row]));
const publishers = new Map(readTable('publishers').map((row) => [row.key!, row]));
const ratings = new Map(readTable('rating-rules').map((row) => [row.rated_as!, row.reliability!]));
const organizations = new Map(readTable('organizations').map((row) => [row.key!, row]));

/** The source of rows that no page confirms, */
export const GENERAL_KNOWLEDGE = 'doc:general-knowledge';
/** and how sure of them one may be; of meetings it is 90 or, where their pages leave a doubt, 60. */
const UNVERIFIED = 30;
/** The source of what follows from several pages together. */
export const COMPILATION = 'doc:compilation';

type Rows = Omit<Block, 'source'>;

/** The beginning of a block: in which document its rows stand, and in whose voice that speaks. */
export function sourceOf(
  document: string,
  confidence = document === GENERAL_KNOWLEDGE ? UNVERIFIED : undefined,
): Block['source'] {
  const row = sources.get(document);
  if (row === undefined) throw new Error(`seed/tables/sources.csv has no ${document}`);
  return filled({ document, attributionKind: row.voice as 'NARRATION', confidence });
}

/** The day, month or year on which a document was published; undefined if it is not known. */
export const publishedOn = (document: string): string | undefined => sources.get(document)?.published || undefined;

/** A block per source, in the order of first use, with the rows of each part that rest on it. */
export class Blocks {
  readonly #blocks = new Map<string, Block>();
  readonly #cited = new Set<string>();
  readonly #organizations: Set<string>;

  /** @param organizations Those of organizations.csv that the data set describes; publishers come by themselves. */
  constructor(...organizations: string[]) {
    this.#organizations = new Set(organizations);
  }

  /** Adds rows that rest on a document. */
  add(document: string, rows: Rows, confidence?: number): void {
    const name = `${document} ${confidence ?? ''}`;
    const block: Block = this.#blocks.get(name) ?? { source: sourceOf(document, confidence) };
    for (const [part, more] of Object.entries(rows) as [keyof Rows, never[]][]) {
      const before = (block[part] ?? []) as never[];
      if (more.length > 0) Object.assign(block, { [part]: [...before, ...more] });
    }
    this.#blocks.set(name, block);
    this.cite(document);
  }

  /** Has the documents described, so that evidence can point at them. */
  cite(...documents: string[]): void {
    for (const document of documents) this.#cited.add(document);
  }

  /** All blocks, behind one that describes the documents and who published them. */
  all(): Block[] {
    const documents = [...this.#cited].map((key) => sources.get(key)!).sort((a, b) => (a.key! < b.key! ? -1 : 1));
    const publishers = documents.map(({ publisher }) => publisher!).filter((key) => key !== '');
    const owners = [...this.#organizations, ...publishers.sort()];
    return [
      {
        source: sourceOf(COMPILATION),
        documents: [...new Map([...documents, sources.get(COMPILATION)!].map((row) => [row.key, row])).values()].map(
          ({ key, kind, title, url, published, publisher, licence, note }) =>
            filled({
              key: key!,
              kind: kind as 'REPORT',
              title: title!,
              url,
              published,
              publisher,
              reliability: reliabilityOf(publisher!) as 'UNKNOWN' | undefined,
              note: [note, licence && `Licence: ${licence}.`].filter(Boolean).join(' '),
            }),
        ),
        organizations: [...new Set(owners)].map(organizationRow),
      },
      ...this.#blocks.values(),
    ];
  }
}

/** How far the pages of a publisher are to be believed, by the rules of rating-rules.csv; undefined where nobody has rated it. */
function reliabilityOf(publisher: string): string | undefined {
  const ratedAs = (publishers.get(publisher) ?? organizations.get(publisher))?.rated_as;
  if (!ratedAs) return undefined;
  const reliability = ratings.get(ratedAs);
  if (reliability === undefined)
    throw new Error(`rating-rules.csv has no rule ${ratedAs}, as which ${publisher} is rated`);
  return reliability;
}

/** An organization by its key: one of organizations.csv, or a publisher. */
function organizationRow(key: string): NonNullable<Rows['organizations']>[number] {
  const row = organizations.get(key) ?? publishers.get(key);
  if (row === undefined) throw new Error(`neither organizations.csv nor publishers.csv has ${key}`);
  const names = [
    { value: row.name_en!, lang: 'en' },
    ...(row.abbreviation ? [{ value: row.abbreviation, lang: 'en', kind: 'ABBREVIATION' as const }] : []),
  ];
  return filled({ key, kind: row.kind as 'MEDIA', names, country: row.country, externalIds: wikidata(row.wikidata) });
}

export const wikidata = (id: string | undefined) => (id ? [{ scheme: 'WIKIDATA', value: id }] : []);
