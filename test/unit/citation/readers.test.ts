import { createRequire } from 'node:module';
import type * as CitationJs from '@citation-js/core';
import { describe, expect, test } from '@jest/globals';
import { parse, RISParser } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { cite } from '../../../src/citation/cite.ts';
import { toLine } from '../../../src/citation/text.ts';
import { type CitedDocument } from '../../../src/citation/works.ts';
import { CitationStyle, DocumentCitationStyle, DocumentKind } from '../../../src/domain/vocabulary.generated.ts';
import { edtfs } from '../domain/arbitrary.ts';
import { article, page, published, reading, snapshot, times } from './works.ts';

// citation-js registers its readers and styles when it is loaded.
const require = createRequire(import.meta.url);
const { Cite, plugins } = require('@citation-js/core') as typeof CitationJs;
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-csl');

/** A reference as citation-js reads it. */
const readBibtex = (text: string) => new Cite(text).data as unknown as [Record<string, unknown>];

/** CSL-JSON as citeproc prints it. */
const render = (csl: string, template: 'apa' | 'vancouver' | 'harvard1'): string =>
  (plugins.output.format as (...args: unknown[]) => string)('bibliography', JSON.parse(csl), {
    template,
    format: 'text',
    lang: 'en-US',
  }).trim();

const dateIn = (text: string): unknown => {
  const { entries, errors } = parse(text) as unknown as {
    entries: Record<string, { fields: { date?: unknown } }>;
    errors: unknown[];
  };
  expect(errors).toEqual([]);
  return entries['1']!.fields.date;
};

describe('citation-js reads BibTeX', () => {
  test('of a snapshot', () => {
    expect(readBibtex(cite({ ...snapshot, note: '{3} & 50% of it' }, 'BIBTEX'))).toMatchObject([
      {
        id: 'chancery-2026-11-04-abababab',
        title: 'Chancery: a knowledge graph of defence diplomacy',
        issued: { 'date-parts': [[2026, 11, 4]] },
        version: '412',
        note: `Snapshot ${snapshot.id}, SHA-256 ${snapshot.sha256}. {3} & 50% of it`,
      },
    ]);
  });

  test('of a page', () => {
    expect(readBibtex(cite(page, 'BIBTEX'))).toMatchObject([
      { title: page.title, version: '419', URL: page.url, issued: { 'date-parts': [[2026, 11, 30]] } },
    ]);
  });

  test('of a document', () => {
    expect(readBibtex(cite(article, 'BIBTEX'))).toMatchObject([
      {
        title: article.title,
        author: [{ family: 'Jane Doe' }, { family: '王毅' }],
        'container-title': 'Ukrainska Pravda',
        issued: { 'date-parts': [[2025, 2, 14]] },
        URL: article.url,
      },
    ]);
  });
});

describe('biblatex-csl-converter reads', () => {
  test.each(times.filter(([, from]) => from !== null))('the date of %s in BibTeX', (edtf) => {
    const text = cite(published(edtf), 'BIBTEX');
    expect(dateIn(text)).toBe(/date = \{(.*)\}/.exec(text)![1]);
  });

  test('RIS, with addresses that are longer than a line', () => {
    const url = `https://chancery.example/export/network.gexf?filter=${'x'.repeat(200)}`;
    const { entries, errors } = new RISParser(cite({ ...reading, url }, 'RIS')).parse() as unknown as {
      entries: Record<string, { fields: Record<string, unknown> }>;
      errors: unknown[];
    };
    expect(errors).toEqual([]);
    expect(Object.values(entries)).toMatchObject([{ fields: { url, date: '2026' } }]);
  });
});

test('biblatex-csl-converter reads RIS of a page as an entry of a work of reference', () => {
  const { entries, errors } = new RISParser(cite(page, 'RIS')).parse() as unknown as {
    entries: Record<string, { bib_type: string; fields: Record<string, unknown> }>;
    errors: unknown[];
  };
  expect(errors).toEqual([]);
  expect(Object.values(entries)).toMatchObject([
    { bib_type: 'inreference', fields: { url: page.url, date: '2026', title: [{ type: 'text', text: page.title }] } },
  ]);
});

describe('citeproc prints', () => {
  test('a page as an entry in the graph, with the version', () => {
    const csl = cite(page, 'CSL_JSON');
    expect(render(csl, 'apa')).toBe(
      `${page.title}. (2026). In Chancery: a knowledge graph of defence diplomacy (Version 419). ` +
        `Chancery graph ${page.instance} (latest snapshot: ${snapshot.id}, version 412, SHA-256 ${snapshot.sha256}; this is version 419). ${page.url}`,
    );
    for (const template of ['vancouver', 'harvard1'] as const) {
      expect(render(csl, template)).toContain(page.title);
      expect(render(csl, template)).toContain(page.url);
    }
  });

  test('the version and the hash of a snapshot in APA and Vancouver', () => {
    const csl = cite(snapshot, 'CSL_JSON');
    expect(render(csl, 'apa')).toBe(
      'Chancery: a knowledge graph of defence diplomacy (Version 412). (2026). [Data set]. Chancery graph ' +
        `${snapshot.instance} (snapshot ${snapshot.id}, SHA-256 ${snapshot.sha256}).`,
    );
    expect(render(csl, 'vancouver')).toContain(`snapshot ${snapshot.id}, SHA-256 ${snapshot.sha256}`);
  });

  // Of ends that are not equally precise it knows the days only.
  test.each(times.filter(([edtf]) => edtf !== '2025-02-14/2025-03'))(
    'a document of %s as Chancery does in APA',
    (edtf) => {
      expect(cite(published(edtf), 'APA').replace('a_b?id=1&x=%20#top', '')).toBe(
        render(cite(published(edtf), 'CSL_JSON'), 'apa').replace('a_b?id=1&x=%20#top', ''),
      );
    },
  );

  test.each(Object.keys(DocumentKind) as DocumentKind[])('a document that is a %s in every style', (kind) => {
    const csl = cite({ ...article, kind, platform: 'X', published: '2025-02-14/2025-03' }, 'CSL_JSON');
    for (const template of ['apa', 'vancouver', 'harvard1'] as const) expect(render(csl, template)).toContain('2025');
  });
});

describe('whatever the texts are', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'\\{}~^&%$#_"@,= \n\r'),
      fc.constantFrom('北', 'é', '\ud800', '\0', 'ER  - ', '<i>'),
    ),
    maxLength: 30,
  });
  const documents: fc.Arbitrary<CitedDocument> = fc.record({
    work: fc.constant('document' as const),
    key: text.map((key) => `doc:${key}`),
    kind: fc.constantFrom(...(Object.keys(DocumentKind) as DocumentKind[])),
    title: fc.option(text),
    authors: fc.array(text, { maxLength: 3 }),
    publisher: fc.option(text),
    platform: fc.option(text),
    published: fc.option(edtfs),
    url: fc.option(text.map((path) => `https://example.org/${path}`)),
    language: fc.constantFrom(null, 'en', 'zh-Hant'),
  });

  test('documents are cited in every style', () => {
    fc.assert(fc.property(documents, (document) => expectSound(document)));
  });

  test('data are cited in every style', () => {
    fc.assert(
      fc.property(text, text, (note, title) => {
        for (const style of Object.keys(CitationStyle) as CitationStyle[]) {
          const texts = [
            cite({ ...snapshot, note }, style),
            cite({ ...reading, title, url: `https://x.example/${note}` }, style),
          ];
          for (const cited of texts) expectFormat(cited, style);
        }
      }),
    );
  });

  /** Unbalanced braces are left out, as BibTeX counts them; its readers take any white space for one blank. */
  const withoutBraces = (text: unknown) => String(text).replace(/[{}]/g, '').replace(/ +/g, ' ').trim();

  test('pages are cited in every style', () => {
    fc.assert(
      fc.property(text, text, (title, path) => {
        for (const style of Object.keys(DocumentCitationStyle) as DocumentCitationStyle[])
          expectFormat(cite({ ...page, title, url: `https://x.example/${path}` }, style), style);
      }),
    );
  });

  function expectSound(document: CitedDocument) {
    for (const style of Object.keys(DocumentCitationStyle) as DocumentCitationStyle[])
      expectFormat(cite(document, style), style);
    const title = document.title?.replaceAll('<i>', '') ?? '';
    const [read] = readBibtex(cite({ ...document, title }, 'BIBTEX'));
    expect(withoutBraces(read.title ?? '')).toBe(withoutBraces(toLine(title) || '[Untitled]'));
  }

  function expectFormat(cited: string, style: CitationStyle) {
    expect(cited.isWellFormed()).toBe(true);
    switch (style) {
      case 'BIBTEX':
        return expect(readBibtex(cited)).toHaveLength(1);
      case 'APA':
        return expect(cited).not.toMatch(/\n|^$/);
      case 'RIS':
        return expect(cited).toMatch(/^TY {2}- \w+\r\n([A-Z][A-Z0-9] {2}- [^\r\n]*\r\n)+$/);
      case 'CSL_JSON':
        return expect(() => render(cited, 'vancouver')).not.toThrow();
      case 'DATACITE':
        return expectDatacite(JSON.parse(cited) as Record<string, unknown>);
      default:
        return expect(() => JSON.parse(cited) as unknown).not.toThrow();
    }
  }

  /** What DataCite's JSON schema requires of the fields that are here, and RKMS-ISO8601 of dates. */
  function expectDatacite(metadata: Record<string, unknown>) {
    const date = String.raw`\d{4}(-\d\d(-\d\d)?)?`;
    expect(metadata).toMatchObject({
      publicationYear: expect.stringMatching(/^\d{4}$/),
      titles: [{ title: expect.stringMatching(/./) }],
      publisher: { name: expect.stringMatching(/./) },
      types: { resourceTypeGeneral: expect.stringMatching(/^(Dataset|Text|Report)$/) },
      schemaVersion: 'http://datacite.org/schema/kernel-4',
    });
    expect(metadata.creators).not.toHaveLength(0);
    for (const each of (metadata.dates ?? []) as { date: string }[])
      expect(each.date).toMatch(new RegExp(`^(${date}|${date}/(${date})?|/${date})$`));
  }
});
