import { describe, expect, test } from '@jest/globals';
import { cite } from '../../../src/citation/cite.ts';
import { CitationStyle, DocumentCitationStyle } from '../../../src/domain/vocabulary.generated.ts';
import { article, page, published, reading, snapshot } from './works.ts';

const GRAPH = 'Chancery graph 5e8f0a4c-53d0-4f3a-8b0e-6a7c110b9c1d';
const PLACE = `snapshot ${snapshot.id}, SHA-256 ${snapshot.sha256}`;
const LATEST = `latest snapshot: ${snapshot.id}, version 412, SHA-256 ${snapshot.sha256}; this is version 419`;
const TITLE = 'Chancery: a knowledge graph of defence diplomacy';
const ADDRESS = 'https://chancery.example/export/network.gexf?nodes=OFFICIAL&from=2023%2F..&q=%7Bx%7D';

const json = (text: string) => JSON.parse(text) as Record<string, unknown>;
/** The lines of a BibTeX entry by field, with their braces. */
const fieldsOf = (text: string) =>
  Object.fromEntries([...text.matchAll(/^ {2}(\w+) = (.*),$/gm)].map(([, name, value]) => [name!, value!]));
const tagsOf = (text: string) => text.split('\r\n').map((line) => line.split('  - '));

describe('the page of a thing is an entry in the graph, at the address of the page', () => {
  test('in APA', () => {
    expect(cite(page, 'APA')).toBe(
      `${page.title}. (2026, November 30). In ${TITLE} (Version 419). ${GRAPH} (${LATEST}). ` +
        `Retrieved November 30, 2026, from ${page.url}`,
    );
  });

  test('in BibTeX', () => {
    const text = cite(page, 'BIBTEX');
    expect(text).toMatch(/^@misc\{chancery-v419-[0-9a-f]{8},\n/);
    expect(fieldsOf(text)).toMatchObject({
      title: `{{${page.title}}}`,
      howpublished: `{In ${TITLE}, version 419, ${GRAPH}}`,
      version: '{419}',
      note: `{L${LATEST.slice(1)}}`,
      url: `{${page.url}}`,
      urldate: '{2026-11-30}',
    });
  });

  test('in RIS', () => {
    expect(tagsOf(cite(page, 'RIS'))).toEqual(
      expect.arrayContaining([
        ['TY', 'ENCYC'],
        ['TI', page.title],
        ['T2', TITLE],
        ['ET', '419'],
        ['UR', page.url],
        ['Y2', '2026/11/30/'],
      ]),
    );
  });

  test('in DataCite', () => {
    expect(json(cite(page, 'DATACITE'))).toMatchObject({
      types: { resourceTypeGeneral: 'Text', resourceType: 'Entry' },
      titles: [{ title: page.title }],
      creators: [{ name: 'Chancery' }],
      relatedItems: [{ relationType: 'IsPublishedIn', relatedItemType: 'Dataset', titles: [{ title: TITLE }] }],
      url: page.url,
    });
  });
});

describe('BibTeX', () => {
  test('of a snapshot has its version as a number, and its hash in the note, and no authors', () => {
    const text = cite({ ...snapshot, note: 'For {chapter} 3 & 50%' }, 'BIBTEX');
    expect(text).toMatch(/^@misc\{chancery-2026-11-04-abababab,\n/);
    expect(fieldsOf(text)).toEqual({
      key: '{Chancery}',
      title: `{{${TITLE}}}`,
      howpublished: `{Data set, version 412, ${GRAPH}}`,
      year: '{2026}',
      month: 'nov',
      date: '{2026-11-04}',
      version: '{412}',
      note: `{S${PLACE.slice(1)}. For \\{chapter\\} 3 \\& 50\\%}`,
    });
  });

  test('of a reading has the address, the day and the latest snapshot, marked as such', () => {
    const text = cite(reading, 'BIBTEX');
    expect(text).toMatch(/^@misc\{chancery-v419-[0-9a-f]{8},\n/);
    expect(fieldsOf(text)).toMatchObject({
      title: `{{Network of officials, from ${TITLE}}}`,
      version: '{419}',
      note: `{L${LATEST.slice(1)}}`,
      url: `{${ADDRESS}}`,
      urldate: '{2026-11-30}',
    });
  });

  test('of a document has its type, its authors as they are, and its day', () => {
    const text = cite(article, 'BIBTEX');
    expect(text).toMatch(/^@article\{doc-pravda-austin,\n/);
    expect(fieldsOf(text)).toEqual({
      author: '{{Jane Doe} and {王毅}}',
      title: '{{Austin meets Umerov: 50\\% \\& more in 北京}}',
      journal: '{Ukrainska Pravda}',
      year: '{2025}',
      month: 'feb',
      date: '{2025-02-14}',
      url: `{${article.url}}`,
    });
    expect(cite({ ...article, kind: 'REPORT' }, 'BIBTEX')).toMatch(/^@techreport\{[^]*institution = /);
    expect(cite({ ...article, kind: 'READOUT' }, 'BIBTEX')).toMatch(/^@misc\{[^]*= \{Readout, Ukrainska Pravda\}/);
  });

  test.each([
    ['2025-02', { year: '{2025}', month: 'feb', date: '{2025-02}' }],
    ['2022~', { year: '{2022}', month: undefined, date: '{2022~}' }],
    ['2025-02-14/2025-02-16', { year: '{2025}', month: 'feb', date: '{2025-02-14/2025-02-16}' }],
    ['2024-12/2025-01?', { year: '{2024}', month: undefined, date: '{2024-12/2025-01?}' }],
    ['2022-28', { year: '{2022}', month: undefined, date: '{2022-24}' }],
    ['2022/..', { year: '{2022}', month: undefined, date: '{2022/}' }],
    ['../2022-03', { year: '{until 2022-03}', month: undefined, date: undefined }],
    [null, { year: undefined, date: undefined }],
  ])('of %s gives classic styles a year and biblatex a date', (edtf, expected) => {
    const { year, month, date } = fieldsOf(cite(published(edtf), 'BIBTEX'));
    expect({ year, month, date }).toEqual({ month: undefined, ...expected });
  });
});

describe('APA', () => {
  test('of a snapshot has the version, the day, the graph and the hash', () => {
    expect(cite({ ...snapshot, note: 'For chapter 3' }, 'APA')).toBe(
      `${TITLE} (Version 412) [Data set]. (2026, November 4). ${GRAPH} (${PLACE}). For chapter 3.`,
    );
  });

  test('of a reading says when it was retrieved from where', () => {
    expect(cite(reading, 'APA')).toBe(
      `Network of officials, from ${TITLE} (Version 419) [Data set]. (2026, November 30). ${GRAPH} (${LATEST}). ` +
        `Retrieved November 30, 2026, from ${ADDRESS}`,
    );
  });

  test('of a reading says so where no snapshot was taken, or where it is of this version', () => {
    expect(cite({ ...reading, latestSnapshot: null }, 'APA')).toContain('(no snapshot taken yet; this is version 419)');
    const latestSnapshot = { ...reading.latestSnapshot!, version: '419' };
    expect(cite({ ...reading, latestSnapshot }, 'APA')).toContain(
      `(latest snapshot: ${snapshot.id}, of this version 419, SHA-256 ${snapshot.sha256})`,
    );
  });

  test('of a document begins with its authors, else with its title', () => {
    expect(cite(article, 'APA')).toBe(
      `Jane Doe & 王毅. (2025, February 14). Austin meets Umerov: 50% & more in 北京. Ukrainska Pravda. ${article.url}`,
    );
    expect(cite({ ...article, authors: [], kind: 'READOUT', url: null }, 'APA')).toBe(
      'Austin meets Umerov: 50% & more in 北京 [Readout]. (2025, February 14). Ukrainska Pravda.',
    );
    expect(cite({ ...article, title: null, authors: [], publisher: null, published: null, url: null }, 'APA')).toBe(
      '[Untitled]. (n.d.).',
    );
  });
});

describe('CSL-JSON', () => {
  test('of a snapshot is one data set, its hash where styles print it', () => {
    expect(json(cite({ ...snapshot, note: 'For "chapter 3"' }, 'CSL_JSON'))).toEqual([
      {
        id: 'chancery-2026-11-04-abababab',
        type: 'dataset',
        title: TITLE,
        genre: 'Data set',
        version: '412',
        issued: { 'date-parts': [[2026, 11, 4]] },
        archive: GRAPH,
        archive_location: PLACE,
        note: 'For "chapter 3"',
      },
    ]);
  });

  test.each([
    ['2025-02', { 'date-parts': [[2025, 2]] }],
    ['2022~', { 'date-parts': [[2022]], circa: true }],
    ['2022-25', { 'date-parts': [[2022]], season: 1 }],
    ['2022-28', { 'date-parts': [[2022]], season: 4 }],
    [
      '2025-02-14/2025-02-16',
      {
        'date-parts': [
          [2025, 2, 14],
          [2025, 2, 16],
        ],
      },
    ],
    // citeproc refuses ends of different precision.
    [
      '2025-02-14/2025-03',
      {
        'date-parts': [
          [2025, 2, 14],
          [2025, 3, 31],
        ],
      },
    ],
    ['2022-02/..', { 'date-parts': [[2022, 2]] }],
    ['../2022', { literal: 'until 2022' }],
    [null, undefined],
  ])('of %s keeps its precision', (edtf, issued) => {
    const [item] = json(cite(published(edtf), 'CSL_JSON')) as unknown as [{ issued?: unknown }];
    expect(item.issued).toEqual(issued);
  });
});

describe('RIS', () => {
  test('of a snapshot has one line for each tag, the hash in the note', () => {
    const tags = tagsOf(cite({ ...snapshot, note: `two\nlines\r\nER  - ` }, 'RIS'));
    expect(tags.map(([tag]) => tag)).toEqual(['TY', 'ID', 'TI', 'PY', 'DA', 'ET', 'M3', 'DB', 'AV', 'N1', 'ER', '']);
    expect(Object.fromEntries(tags)).toMatchObject({
      TY: 'DATA',
      PY: '2026',
      DA: '2026/11/04/',
      ET: '412',
      AV: PLACE,
    });
    expect(cite({ ...snapshot, note: `two\nlines` }, 'RIS')).toContain(`N1  - ${PLACE}. two lines\r\n`);
  });

  test('of a reading has its address in one line, however long', () => {
    const url = `https://chancery.example/export/network.gexf?filter=${'x'.repeat(500)}`;
    expect(cite({ ...reading, url }, 'RIS')).toContain(`UR  - ${url}\r\nY2  - 2026/11/30/\r\n`);
  });

  test.each([
    ['2025-02', '2025/02//'],
    ['2025', '2025///'],
    ['2022~', '2022///approximately'],
    ['2022-25', '2022///Spring'],
    ['2025-02-14/2025-02-16', '2025/02/14/to 2025-02-16'],
    ['2022-02/..', '2022/02//or later'],
    ['../2022', '2022///or before'],
  ])('of %s has a date of four parts', (edtf, date) => {
    expect(cite(published(edtf), 'RIS')).toContain(`DA  - ${date}\r\n`);
  });
});

describe('DataCite', () => {
  const of = (edtf: string | null) => json(cite(published(edtf), 'DATACITE'));

  test('of a snapshot has what it requires, with Chancery as creator and publisher', () => {
    expect(json(cite(snapshot, 'DATACITE'))).toMatchObject({
      creators: [{ name: 'Chancery', nameType: 'Organizational' }],
      publisher: { name: 'Chancery' },
      publicationYear: '2026',
      version: '412',
      types: { resourceTypeGeneral: 'Dataset' },
      dates: [{ date: '2026-11-04', dateType: 'Created' }],
      alternateIdentifiers: [
        { alternateIdentifier: snapshot.id, alternateIdentifierType: 'Chancery snapshot' },
        { alternateIdentifier: snapshot.sha256, alternateIdentifierType: 'SHA-256' },
      ],
    });
  });

  test('of a reading has no hash that identifies it', () => {
    const metadata = json(cite(reading, 'DATACITE'));
    expect(metadata).not.toHaveProperty('alternateIdentifiers');
    expect(metadata).toMatchObject({
      url: ADDRESS,
      version: '419',
      descriptions: [{ description: `${GRAPH}, ${LATEST}` }],
    });
  });

  test.each([
    ['2025-02', '2025', '2025-02', undefined],
    ['2025-02-14/2025-02-16', '2025', '2025-02-14/2025-02-16', undefined],
    ['2022-25', '2022', '2022-03-01/2022-05-31', 'EDTF 2022-25'],
    ['2022~', '2022', '2022', 'EDTF 2022~'],
    ['2022-02/..', '2022', '2022-02/', 'EDTF 2022-02/..'],
    ['../2022', '2022', '/2022', 'EDTF ../2022'],
    ['0980', '0980', '0980', undefined],
  ])('of %s has a year of four digits and a date or range', (edtf, publicationYear, date, dateInformation) => {
    const { publicationYear: year, dates } = of(edtf);
    expect(year).toBe(publicationYear);
    expect(dates).toEqual([
      { date, dateType: 'Issued', ...(dateInformation === undefined ? {} : { dateInformation }) },
    ]);
  });

  test('of a document says what is not known', () => {
    expect(json(cite({ ...published(null), authors: [], publisher: null }, 'DATACITE'))).toMatchObject({
      creators: [{ name: ':unav' }],
      publisher: { name: ':unav' },
      publicationYear: '0000',
    });
    expect(of(null)).not.toHaveProperty('dates');
  });
});

describe('RO-Crate and Croissant', () => {
  type Entity = { '@id': string } & Record<string, unknown>;
  const crate = (text: string) =>
    new Map((json(text)['@graph'] as Entity[]).map((entity) => [entity['@id'], entity] as const));

  test('a crate of a snapshot has the export, identified by its hash', () => {
    const entities = crate(cite(snapshot, 'RO_CRATE'));
    expect(entities.get('ro-crate-metadata.json')).toMatchObject({ about: { '@id': './' } });
    expect(entities.get('./')).toMatchObject({
      name: TITLE,
      version: '412',
      datePublished: snapshot.takenAt,
      license: { '@id': '#license' },
      hasPart: [{ '@id': 'all.jsonl' }],
    });
    expect(entities.get('#sha-256')).toMatchObject({ propertyID: 'SHA-256', value: snapshot.sha256 });
  });

  test('a crate of a reading has its address, and the hash in words only', () => {
    const entities = crate(cite(reading, 'RO_CRATE'));
    expect([...entities.keys()]).not.toContain('#sha-256');
    expect(entities.get('./')!.description).toContain(LATEST);
    expect(entities.get(ADDRESS)).toMatchObject({ '@type': 'File', encodingFormat: 'application/gexf+xml' });
  });

  test.each([
    ['snapshot', snapshot],
    ['reading', reading],
  ])('a crate of a %s refers to nothing that is not in it', (_, work) => {
    const entities = crate(cite(work, 'RO_CRATE'));
    for (const [, referred] of JSON.stringify(entities.get('./')).matchAll(/\{"@id":"([^"]+)"\}/g))
      expect([...entities.keys()]).toContain(referred);
  });

  test('Croissant of a snapshot has a file with its hash', () => {
    expect(json(cite(snapshot, 'CROISSANT'))).toMatchObject({
      conformsTo: 'http://mlcommons.org/croissant/1.0',
      version: 412,
      datePublished: snapshot.takenAt,
      creator: { name: 'Chancery' },
      citeAs: cite(snapshot, 'BIBTEX'),
      distribution: [{ contentUrl: 'all.jsonl', sha256: snapshot.sha256 }],
    });
  });

  test('Croissant of a reading is live, at its address, without a hash', () => {
    const metadata = json(cite(reading, 'CROISSANT'));
    expect(metadata).toMatchObject({
      isLiveDataset: true,
      url: ADDRESS,
      datePublished: reading.retrievedAt,
      distribution: [{ contentUrl: ADDRESS }],
    });
    expect(JSON.stringify(metadata.distribution)).not.toContain('sha256');
  });
});

test('documents have the styles of lists of sources, data have these and two more', () => {
  expect(Object.keys(CitationStyle)).toEqual([...Object.keys(DocumentCitationStyle), 'RO_CRATE', 'CROISSANT']);
});
