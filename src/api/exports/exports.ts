import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLSchema,
  coerceInputValue,
  parse,
} from 'graphql';
import { cite } from '../../citation/cite.ts';
import { type CitedPage, type CitedReading } from '../../citation/works.ts';
import { ClientError } from '../../domain/errors.ts';
import { closestMatches } from '../../domain/identity/keys.ts';
import { pagePath } from '../../domain/identity/page-address.ts';
import { CitationStyle, DocumentCitationStyle } from '../../domain/vocabulary.generated.ts';
import { writeCsvw } from '../../export/csvw.ts';
import { type Format, NETWORK_FORMATS } from '../../export/formats.ts';
import { nodesTable, tiesTable } from '../../export/network.ts';
import { type About, type Table } from '../../export/table.ts';
import { type GraphState, type NetworkAnswer, type NetworkReader } from '../../query/ir/computed.ts';
import { rejectBelow } from '../../query/filters/predicates.ts';
import { cut } from '../../query/questions/in-words.ts';
import { type NamedThing } from '../../query/questions/named.ts';
import { dataOf } from './data-of.ts';
import { type Exported, exportedThings } from './forms.ts';
import { type ListItem, type ListQuestion } from './lists.ts';
import { type NetworkChoices, toNetworkFile } from './network-file.ts';
import { type QuestionPart, parseQuestion } from './question.ts';
import { subjectOf } from './subject.ts';
import { GraphChanged, beginUntilSteady } from './steady.ts';

/** What is asked for at `/export/`. */
export interface ExportRequest {
  /** What follows `/export/`: `meetings.csv`. */
  path: string;
  search: URLSearchParams;
  /** The weights of the media types in the header `accept`, which decides where the path has no extension. */
  accept: ReadonlyMap<string, number>;
  /** The address of this server as the caller knows it. */
  baseUrl: string;
  signal: AbortSignal;
}

/** A file to take away. */
export interface ExportFile {
  /** With the version of the graph: `chancery-meetings-v17.csv`. */
  name: string;
  mediaType: string;
  /** The address of what describes it, of a table in CSV. */
  describedBy?: string;
  /** Fails where the rest cannot be had, because the graph has changed: what was sent until then is no file. */
  chunks: AsyncIterable<string>;
}

/** What files are made from. */
export interface ExportSources {
  networks: NetworkReader;
  /** Executes a query for the caller as any other. */
  execute: (query: {
    document: DocumentNode;
    variables: Readonly<Record<string, unknown>>;
    networks?: NetworkReader;
  }) => Promise<ExecutionResult>;
  readState: () => Promise<GraphState>;
  /** What references lead to, in their order, called as in these languages; null for nothing. */
  readNamed: (refs: readonly string[], lang: readonly string[]) => Promise<readonly (NamedThing | null)[]>;
  /** Holds the computing of measures to the time limit of a query. */
  withinLimit: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
}

/** What cites a list or a network, by what its name ends with. */
const CITATIONS: Readonly<Record<string, { style: CitationStyle; mediaType: string }>> = {
  bib: { style: CitationStyle.BIBTEX, mediaType: 'application/x-bibtex' },
  ris: { style: CitationStyle.RIS, mediaType: 'application/x-research-info-systems' },
  txt: { style: CitationStyle.APA, mediaType: 'text/plain' },
  'csl.json': { style: CitationStyle.CSL_JSON, mediaType: 'application/vnd.citationstyles.csl+json' },
  'datacite.json': { style: CitationStyle.DATACITE, mediaType: 'application/vnd.datacite.datacite+json' },
  'ro-crate.json': { style: CitationStyle.RO_CRATE, mediaType: 'application/ld+json' },
  'croissant.json': { style: CitationStyle.CROISSANT, mediaType: 'application/ld+json' },
};

const isForPages = (style: CitationStyle): style is DocumentCitationStyle => style in DocumentCitationStyle;

/** What follows the name of a file in CSV in that of what describes it. */
const METADATA = '-metadata.json';

const isTable = (extension: string) => extension.endsWith('csv');

/** Only to have it read, with all that is checked of a query. */
const NETWORK = parse('query Export($input: NetworkInput!) { network(input: $input) { nodeCount } }');

/** Lists and networks of the API and the record as files, each at an address that says the question. */
export function createExports(schema: GraphQLSchema) {
  const things = exportedThings(schema);
  const fieldOf = (type: GraphQLObjectType, name: string) => type.getFields()[name]!;
  const choices = fieldOf(schema.getType('Network') as GraphQLObjectType, 'exportUrl').args.filter(
    ({ name }) => name !== 'format',
  );
  const networkParameters = [...fieldOf(schema.getQueryType()!, 'network').args, ...choices];

  /** @throws ClientError for an address that says nothing, with what is nearest to it; and whatever a query is refused for. */
  async function open(request: ExportRequest, sources: ExportSources): Promise<ExportFile> {
    const [name = '', ...rest] = request.path.split('.');
    const thing = things.get(name);
    if (!thing && name !== 'network') {
      const problem = name === '' ? 'Say what to export' : `There is nothing to export that is called ${name}`;
      throw notFound(problem, name, [...things.keys(), 'network']);
    }
    const formats: readonly FileType[] = thing?.forms ?? NETWORK_FORMATS;
    const extension = rest.join('.') || extensionFor(request.accept, formats);
    const known = formats.map((each) => each.extension);
    const described = known.filter(isTable).map((each) => `${each}${METADATA}`);
    if (![...known, ...described, ...Object.keys(CITATIONS)].includes(extension)) {
      throw notFound(`${name} cannot be had as .${extension}`, extension, [...known, ...Object.keys(CITATIONS)]);
    }
    const opened = { ...request, name, extension, formats, sources };
    return thing ? openList(thing, opened) : openNetwork(opened);
  }

  async function openNetwork(opened: Opened): Promise<ExportFile> {
    const { search, extension, sources } = opened;
    const { input = {}, ...given } = parseQuestion(search, networkParameters);
    const chosen = coerceAll(choices, given) as NetworkChoices;
    rejectBelow('sample', chosen.sample, 1);
    let answer: NetworkAnswer | undefined;
    const networks: NetworkReader = {
      read: async (...question) => (answer = await sources.networks.read(...question)),
    };
    dataOf(await sources.execute({ document: NETWORK, variables: { input }, networks }));
    const { state, title } = answer!;
    const reading = toReading(opened, state, title);
    if (extension in CITATIONS) return citationFile(opened, reading);

    const isTies = extension.startsWith('ties');
    const file = await sources.withinLimit((signal) =>
      toNetworkFile(answer!, { ...chosen, hasLabelledTies: isTies }, toAbout(reading), signal),
    );
    const format = NETWORK_FORMATS.find((each) => each.extension === extension);
    if (format) return dataFile(opened, state, format.mediaType, format.write(file));
    return metadataFile(opened, state, isTies ? tiesTable(file) : nodesTable(file));
  }

  return { open };
}

/** A request whose address is understood, and what its file is made from. */
type Opened = ExportRequest & {
  name: string;
  extension: string;
  /** What the name can be had as. */
  formats: readonly FileType[];
  sources: ExportSources;
};

type FileType = Pick<Format<never>, 'extension' | 'mediaType'>;

async function openList({ title: what, forms }: Exported, opened: Opened): Promise<ExportFile> {
  const { search, extension, sources } = opened;
  const form = forms.find((each) => each.extension === extension.replace(METADATA, '')) ?? forms[0]!;
  const [firstQuestion] = form.questions as [ListQuestion];
  const variables = parseQuestion(search, firstQuestion.parameters);
  const ask = async ({ document, values, readPage }: ListQuestion, after: string | null) => {
    const data = dataOf(await sources.execute({ document, variables: { ...variables, ...values, after } }));
    return { version: data.graphVersion as string, ...readPage(data) };
  };

  /** All of it at one state of the graph. */
  const begin = async () => {
    const [state, first] = [await sources.readState(), await ask(firstQuestion, null)];
    if (first.version !== state.version) throw new GraphChanged();
    async function* answer(question: ListQuestion): AsyncGenerator<ListItem, void, undefined> {
      for (let page = question === firstQuestion ? first : await ask(question, null); ;) {
        if (page.version !== state.version) throw new GraphChanged();
        yield* page.items;
        if (page.after === null) return;
        page = await ask(question, page.after);
      }
    }
    const question = { parts: firstQuestion.parameters, values: variables };
    const { title, thing } = await subjectOf(what, question, sources.readNamed);
    const reading = toReading(opened, state, title);
    const page = thing && toPage(opened, state, thing, variables.knownAt as string | undefined);
    return { state, reading, page, answers: form.questions.map(answer) };
  };

  if (extension in CITATIONS) {
    const { reading, page } = await begin();
    return citationFile(opened, reading, page);
  }
  if (extension.endsWith(METADATA)) {
    const { state, reading } = await begin();
    return metadataFile(opened, state, form.describedAs!(toAbout(reading)));
  }
  const { of, chunks } = await beginUntilSteady(async () => {
    const begun = await begin();
    return { of: begun, chunks: form.write(toAbout(begun.reading), begun.answers) };
  });
  return dataFile(opened, of.state, form.mediaType, chunks);
}

/** Values that {@link parseQuestion} has found to be right, as the code has them. */
const coerceAll = (parameters: readonly QuestionPart[], given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    parameters.filter(({ name }) => name in given).map(({ name, type }) => [name, coerceInputValue(given[name], type)]),
  );

function notFound(problem: string, word: string, known: readonly string[]): ClientError {
  const nearest = (word && known.find((each) => each.startsWith(word))) || closestMatches(word, known)[0];
  return new ClientError(
    'NOT_FOUND',
    `${problem}. ${nearest === undefined ? `Expected one of ${known.join(', ')}.` : `Did you mean ${nearest}?`}`,
  );
}

/** What a header `accept` prefers: of equals the first format, then citations; the first format where it names none of them. */
function extensionFor(weights: ExportRequest['accept'], formats: readonly FileType[]): string {
  const citations = Object.entries(CITATIONS).map(([extension, { mediaType }]) => ({ extension, mediaType }));
  const [best] = [...formats, ...citations]
    .map(({ extension, mediaType }) => ({ extension, weight: weights.get(mediaType) ?? 0 }))
    .sort((one, other) => other.weight - one.weight);
  return best!.extension;
}

const addressOf = ({ baseUrl, search, name }: Opened, extension: string): string =>
  `${baseUrl}/export/${name}.${extension}${search.size > 0 ? `?${search.toString()}` : ''}`;

/** What a reader cites: of what describes a table that table, of a citation the file of the first format. */
function toReading(opened: Opened, state: GraphState, title: string): CitedReading {
  const extension = opened.extension.replace(METADATA, '');
  const format = opened.formats.find((each) => each.extension === extension) ?? opened.formats[0]!;
  return {
    ...state,
    work: 'reading',
    title,
    url: addressOf(opened, format.extension),
    mediaType: format.mediaType,
    retrievedAt: new Date().toISOString(),
  };
}

/** The page of a thing as what a reader cites, as it is now or was known at an instant; null for what has no page. */
function toPage({ baseUrl }: Opened, state: GraphState, thing: NamedThing, knownAt?: string): CitedPage | null {
  const path = pagePath(thing);
  if (path === null) return null;
  const name = cut(thing.name ?? thing.key);
  const now = { ...state, work: 'page' as const, retrievedAt: new Date().toISOString() };
  if (!knownAt) return { ...now, title: name, url: `${baseUrl}${path}` };
  const instant = new Date(knownAt).toISOString();
  return { ...now, title: `${name} (as known at ${instant})`, url: `${baseUrl}${path}?knownAt=${instant}` };
}

function toAbout(reading: CitedReading): About {
  return {
    title: reading.title!,
    question: reading.url,
    graphVersion: reading.version,
    retrieved: reading.retrievedAt.slice(0, 10),
    citation: cite(reading, CitationStyle.APA),
    notes: [],
  };
}

function dataFile(
  opened: Opened,
  { version }: Pick<GraphState, 'version'>,
  mediaType: string,
  chunks: AsyncIterable<string>,
): ExportFile {
  const { name, extension } = opened;
  const describedBy = isTable(extension) ? addressOf(opened, `${extension}${METADATA}`) : undefined;
  return { name: `chancery-${name}-v${version}.${extension}`, mediaType, chunks, ...(describedBy && { describedBy }) };
}

function metadataFile(opened: Opened, state: GraphState, table: Table): ExportFile {
  const url = addressOf(opened, opened.extension.replace(METADATA, ''));
  return dataFile(opened, state, 'application/csvm+json', textOf(writeCsvw(table, url)));
}

/** Cites the page of what a list has been asked for alone; what describes data has that list. */
function citationFile(opened: Opened, reading: CitedReading, page: CitedPage | null = null): ExportFile {
  const { style, mediaType } = CITATIONS[opened.extension]!;
  const text = page && isForPages(style) ? cite(page, style) : cite(reading, style);
  return dataFile(opened, reading, mediaType, textOf(text.endsWith('\n') ? text : `${text}\n`));
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* textOf(text: string) {
  yield text;
}
