import { LICENCE, describe, momentOf, titleOf } from './data.ts';
import { toAddress } from './text.ts';
import { type CitedData } from './works.ts';

const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  citeAs: 'cr:citeAs',
  conformsTo: 'dct:conformsTo',
  isLiveDataset: 'cr:isLiveDataset',
};

/**
 * Metadata in Croissant 1.0 of MLCommons. A snapshot is the file of the exported record, with its hash; a reading is a live data
 * set at its address, which has none. Croissant requires a creator: it is Chancery.
 *
 * @param citeAs A citation of the same in BibTeX, which Croissant wants inside.
 */
export function croissant(data: CitedData, citeAs: string): string {
  const metadata = {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: titleOf(data),
    description: describe(data),
    license: LICENCE,
    url: data.work === 'reading' ? toAddress(data.url) : `urn:uuid:${data.instance}`,
    creator: { '@type': 'sc:Organization', name: 'Chancery' },
    datePublished: momentOf(data),
    version: Number(data.version),
    citeAs,
    ...(data.work === 'reading' && { isLiveDataset: true }),
    distribution: [distribution(data)],
  };
  return JSON.stringify(metadata, null, 2);
}

function distribution(data: CitedData) {
  const file =
    data.work === 'snapshot'
      ? { name: 'all.jsonl', contentUrl: 'all.jsonl', encodingFormat: 'application/jsonl', sha256: data.sha256 }
      : { name: 'answer', contentUrl: toAddress(data.url), encodingFormat: data.mediaType };
  return { '@type': 'cr:FileObject', '@id': file.name, ...file };
}
