import { LICENCE, describe, momentOf, titleOf } from './data.ts';
import { toAddress } from './text.ts';
import { type CitedData } from './works.ts';

const CRATE = 'https://w3id.org/ro/crate/1.1';

/**
 * The file `ro-crate-metadata.json` of RO-Crate 1.1 for a folder with what was taken away. Of a snapshot that is the export of the
 * record, as `all.jsonl`; of a reading, what is at its address.
 */
export function roCrate(data: CitedData): string {
  const part = partOf(data);
  const graph = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': CRATE },
      about: { '@id': './' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: titleOf(data),
      description: describe(data),
      datePublished: momentOf(data),
      version: data.version,
      identifier: identifiers(data).map(({ '@id': id }) => ({ '@id': id })),
      license: { '@id': '#license' },
      publisher: { '@id': '#chancery' },
      hasPart: [{ '@id': part['@id'] }],
    },
    part,
    ...identifiers(data),
    { '@id': '#license', '@type': 'CreativeWork', name: 'Licence', description: LICENCE },
    { '@id': '#chancery', '@type': 'Organization', name: 'Chancery' },
  ];
  return JSON.stringify({ '@context': `${CRATE}/context`, '@graph': graph }, null, 2);
}

function partOf(data: CitedData) {
  const file =
    data.work === 'snapshot'
      ? { '@id': 'all.jsonl', name: 'The whole record as it is exported', encodingFormat: 'application/jsonl' }
      : {
          '@id': toAddress(data.url),
          name: titleOf(data),
          encodingFormat: data.mediaType,
          sdDatePublished: data.retrievedAt,
        };
  return { '@type': 'File', ...file };
}

/** The graph, the snapshot and its hash; of a reading, the graph alone, as the hash of another state identifies nothing. */
function identifiers(data: CitedData) {
  const own: Record<string, string> =
    data.work === 'snapshot' ? { 'Chancery snapshot': data.id, 'SHA-256': data.sha256 } : {};
  return Object.entries({ 'Chancery graph': data.instance, ...own }).map(([propertyID, value]) => ({
    '@id': `#${propertyID.replace(' ', '-').toLowerCase()}`,
    '@type': 'PropertyValue',
    name: propertyID,
    propertyID,
    value,
  }));
}
