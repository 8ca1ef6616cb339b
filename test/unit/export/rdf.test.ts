import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Parser, type Quad } from 'n3';
import { RDF_FORMATS } from '../../../src/export/formats.ts';
import { EDTF, type RdfFile, type Statement, iri, isA, state, term, textIn, value } from '../../../src/export/rdf.ts';
import { portableText } from '../../../src/export/table.ts';
import { about } from '../../support/nasty-export.ts';
import { textOf } from '../../support/read-export.ts';

const subject = iri('urn:uuid:01a23245-713c-7000-9428-e8bada345218');
const nameOf = ({ subject, predicate, object }: Quad) => [subject, predicate, object].map(({ id }) => id);

/** What a file says but for itself, as a parser has it. */
async function readBack(write: (file: RdfFile) => AsyncIterable<string>, statements: readonly Statement[]) {
  const text = await textOf(write({ about, statements }));
  return new Parser().parse(text).filter((quad) => quad.subject.value !== iri(about.question).value);
}

describe.each(RDF_FORMATS)('$extension', ({ write }) => {
  test('has any text as it is, in any language, and any address as an IRI', async () => {
    const statement = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => state(subject, 'schema:name', value(text))),
      fc.string({ unit: 'binary' }).map((text) => state(subject, 'schema:name', textIn('zh-hant-tw', text))),
      fc.string({ unit: 'binary' }).map((text) => state(subject, 'schema:url', iri(`https://example.org/${text}`))),
      fc
        .constantFrom('2022-04', '[2025-02-05..2025-02-11]', '2022~')
        .map((text) => state(subject, 'chancery:edtf', value(text, EDTF))),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((number) => state(subject, 'schema:latitude', value(String(number), term('xsd:double')))),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(statement, { selector: (each) => nameOf(each).join(' ') }),
        async (statements) => {
          expect((await readBack(write, statements)).map(nameOf)).toEqual(statements.map(nameOf));
        },
      ),
    );
  });

  test('says what it is: title, version and citation', async () => {
    const quads = new Parser().parse(await textOf(write({ about, statements: [] })));
    const said = Object.fromEntries(quads.map(({ predicate, object }) => [predicate.value, object.value]));
    expect(said).toMatchObject({
      [term('schema:name').value]: portableText(about.title),
      [term('schema:version').value]: about.graphVersion,
      [term('dcterms:bibliographicCitation').value]: portableText(about.citation),
    });
  });

  test('says once what is repeated soon', async () => {
    const [one, other] = [isA(subject, 'prov:Entity'), isA(subject, 'prov:Agent')];
    expect((await readBack(write, [one, other, one, other])).map(nameOf)).toEqual([one, other].map(nameOf));
  });
});

test('a name of a term is its prefix and the rest', () => {
  expect(term('prov:Entity').value).toBe('http://www.w3.org/ns/prov#Entity');
  expect(term('chancery:role-CHAIR').value).toMatch(/^urn:uuid:[0-9a-f-]{36}#role-CHAIR$/);
});
