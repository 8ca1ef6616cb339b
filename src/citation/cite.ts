import { type CitationStyle, type DocumentCitationStyle } from '../domain/vocabulary.generated.ts';
import { apa } from './apa.ts';
import { bibtex } from './bibtex.ts';
import { croissant } from './croissant.ts';
import { cslJson } from './csl-json.ts';
import { datacite } from './datacite.ts';
import { sourceEntryOf } from './source-entry.ts';
import { ris } from './ris.ts';
import { roCrate } from './ro-crate.ts';
import { type CitedData, type CitedDocument, type CitedPage, type CitedSource } from './works.ts';

/**
 * A citation as text: a sentence without a line break for APA, a file of its format for all others. It takes some microseconds, and
 * never fails, whatever the texts of the work are.
 */
export function cite(work: CitedData, style: CitationStyle): string;
export function cite(work: CitedPage | CitedDocument, style: DocumentCitationStyle): string;
export function cite(work: CitedSource, style: CitationStyle): string {
  if (work.work === 'document' || work.work === 'page') return listStyles[style as DocumentCitationStyle](work);
  switch (style) {
    case 'RO_CRATE':
      return roCrate(work);
    case 'CROISSANT':
      return croissant(work, listStyles.BIBTEX(work));
    default:
      return listStyles[style](work);
  }
}

/** The styles in which anything can be cited. */
const listStyles: Readonly<Record<DocumentCitationStyle, (work: CitedSource) => string>> = {
  BIBTEX: (work) => bibtex(sourceEntryOf(work)),
  APA: (work) => apa(sourceEntryOf(work)),
  CSL_JSON: (work) => cslJson(sourceEntryOf(work)),
  RIS: (work) => ris(sourceEntryOf(work)),
  DATACITE: (work) => datacite(sourceEntryOf(work), work),
};
