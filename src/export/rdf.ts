import { DataFactory, type Literal, type NamedNode, type Quad, Writer } from 'n3';
import { inChunks, mapRows } from './stream.ts';
import { type About, type Rows, portableText } from './table.ts';

/** What is said in one triple. */
export type Statement = Quad;

export type Resource = NamedNode;

/** Statements as a file. */
export interface RdfFile {
  about: About;
  /** What is repeated soon is written once. */
  statements: Rows<Statement>;
}

/**
 * The prefixes of files in Turtle. Chancery has no domain of its own, so its terms are fragments of a UUID that was made for them: they are
 * the same on every server, and nobody else's.
 */
export const PREFIXES = {
  chancery: 'urn:uuid:92e1efb1-e8ed-422f-9d39-e907e4a68297#',
  dcterms: 'http://purl.org/dc/terms/',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

type Term = `${keyof typeof PREFIXES}:${string}`;

/** `prov:Entity` as its IRI. */
export function term(name: Term): Resource {
  const colon = name.indexOf(':');
  return DataFactory.namedNode(PREFIXES[name.slice(0, colon) as keyof typeof PREFIXES] + name.slice(colon + 1));
}

/** The datatype of the Library of Congress for dates as precise as their source. */
export const EDTF = DataFactory.namedNode('http://id.loc.gov/datatypes/edtf/EDTF');

const A = term('rdf:type');

/** What no IRI may contain, though addresses of the web do. */
// eslint-disable-next-line no-control-regex
const NOT_IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/g;

/** An address as an IRI. */
export const iri = (address: string): Resource =>
  DataFactory.namedNode(
    portableText(address).replace(
      NOT_IN_IRI,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    ),
  );

/** A value with a datatype, or without one text. */
export const value = (lexical: string, datatype?: Resource): Literal =>
  DataFactory.literal(portableText(lexical), datatype);

/** Text in a language, by its BCP 47 tag. */
export const textIn = (language: string, text: string): Literal => DataFactory.literal(portableText(text), language);

export const state = (subject: Resource, predicate: Term, object: Resource | Literal): Statement =>
  DataFactory.quad(subject, term(predicate), object);

export const isA = (subject: Resource, type: Term): Statement => DataFactory.quad(subject, A, term(type));

/** So many statements are remembered, to write none of them again. */
const REMEMBERED = 20_000;

/** Statements without those that were made a short while ago: neighbours have the same neighbours, and claims speak for several facts. */
function once(statements: Rows<Statement>, write: (statement: Statement) => string): Rows<string> {
  const made = new Set<string>();
  return mapRows(statements, (statement) => {
    const { subject, predicate, object } = statement;
    const name = [subject, predicate, object].map(({ id }) => id).join(' ');
    if (made.has(name)) return '';
    if (made.size === REMEMBERED) made.clear();
    made.add(name);
    return write(statement);
  });
}

/** One triple a line: for streams, and for tools that take the file in parts. */
export function writeNTriples({ about, statements }: RdfFile): AsyncGenerator<string, void, undefined> {
  const writer = new Writer({ format: 'N-Triples' });
  const line = ({ subject, predicate, object }: Statement) => writer.quadToString(subject, predicate, object);
  return inChunks(aboutStatements(about).map(line), once(statements, line));
}

/** For people: subjects with all that is said of them, and short names. */
export function writeTurtle({ about, statements }: RdfFile): AsyncGenerator<string, void, undefined> {
  let written = '';
  const output = { write: (text: string) => void (written += text), end: () => undefined };
  const writer = new Writer(output, { prefixes: PREFIXES });
  const taken = () => {
    const text = written;
    written = '';
    return text;
  };
  const add = (statement: Statement) => {
    writer.addQuad(statement);
    return taken();
  };
  function* end() {
    writer.end();
    yield taken();
  }
  return inChunks(aboutStatements(about).map(add), once(statements, add), end());
}

/** What the file says of itself. */
function aboutStatements({ title, question, graphVersion, retrieved, citation, notes }: About): Statement[] {
  const file = iri(question);
  return [
    isA(file, 'schema:Dataset'),
    state(file, 'schema:name', value(title)),
    state(file, 'schema:version', value(graphVersion)),
    state(file, 'dcterms:issued', value(retrieved, term('xsd:date'))),
    state(file, 'dcterms:bibliographicCitation', value(citation)),
    ...notes.map((note) => state(file, 'rdfs:comment', value(note))),
  ];
}
