import { type DataSetFile } from '../file/format.ts';
import { type FileProblem } from '../file/problems.ts';
import { type ParsedFile } from '../file/read.ts';
import { readTextFile } from '../file/decode-text.ts';
import { TextCheck } from './text-check.ts';
import { collectNamedNodes } from './named-nodes.ts';

/** A data set of which the shape is sound. */
export interface ValidFile {
  reading: ParsedFile;
  file: DataSetFile;
}

/** What the check of a source looked at, and what it found wrong. */
export interface SourceCheck {
  problems: FileProblem[];
  /** Claims and rows that cite a paragraph and speak of something that a text can name. */
  checked: number;
  /** Claims and rows that speak only of what bears a name of the coder, so that no text can be asked. */
  unchecked: number;
  /** Different paragraphs cited. */
  paragraphs: number;
}

/**
 * Checks data sets against a copy of the text they code: that it is the very text, by its SHA-256; that every cited
 * paragraph exists; and that each of them names what is said of it. Countries, officials, organizations, posts, places
 * and whoever is quoted must stand there by a name or a declared short form; a meeting by its own name, its body, its
 * place or one who takes part. Topics, statements, documents and developments bear names of the coder and are not looked
 * for.
 *
 * The text is only read: nothing of it is kept, and messages show none of it.
 */
export async function checkSource(sets: readonly ValidFile[], path: string): Promise<SourceCheck> {
  const read = await readTextFile(path);
  if ('complaint' in read) {
    return failed([{ file: path, position: null, excerpt: null, message: read.complaint }]);
  }
  const withSource = sets.flatMap((set) =>
    set.file.dataSet.source ? [{ ...set, source: set.file.dataSet.source }] : [],
  );
  if (withSource.length === 0) return failed(sets.map(missingSource));
  const withDigest = withSource.map((set) => ({ ...set, digest: declaredDigest(sets, set.source.document) }));
  const matching = withDigest.filter(({ digest }) => digest === read.sha256);
  if (matching.length === 0)
    return failed(
      withDigest.map(({ reading, source: { document }, digest }) =>
        reading.problemAt(
          ['dataSet', 'source', 'document'],
          'value',
          digest === null
            ? `no row of documents gives the sha256 of ${document}; that of ${path} is ${read.sha256}`
            : `${path} is not the text that was coded: its SHA-256 is ${read.sha256}, that of ${document} is ${digest}`,
        ),
      ),
    );
  const things = collectNamedNodes(sets.flatMap(({ file }) => file.blocks));
  const checks = matching.map(({ reading, file, source }) => new TextCheck(reading, file, source, read.text, things));
  const sum = (count: (check: TextCheck) => number) => checks.reduce((total, check) => total + count(check), 0);
  return {
    problems: checks.flatMap(({ problems }) => problems),
    checked: sum(({ checked }) => checked),
    unchecked: sum(({ unchecked }) => unchecked),
    paragraphs: sum(({ cited }) => cited.size),
  };
}

const failed = (problems: FileProblem[]): SourceCheck => ({ problems, checked: 0, unchecked: 0, paragraphs: 0 });

const missingSource = ({ reading }: ValidFile) =>
  reading.problemAt(
    ['dataSet'],
    'field',
    'the data set does not say which text it codes; give dataSet.source with document, paragraphs and body',
  );

function declaredDigest(sets: readonly ValidFile[], document: string): string | null {
  const rows = sets.flatMap(({ file }) => file.blocks).flatMap(({ documents }) => documents ?? []);
  return rows.find(({ key, ref, sha256 }) => (key ?? ref) === document && sha256 !== undefined)?.sha256 ?? null;
}
