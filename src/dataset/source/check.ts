import { type DataSetFile } from '../file/format.ts';
import { type FileProblem } from '../file/problems.ts';
import { type ParsedFile } from '../file/read.ts';
import { readTextFile } from '../file/decode-text.ts';
import { TextCheck } from './text-check.ts';
import { collectNamedNodes } from './named-nodes.ts';

/** A data set that is valid against the schema. */
export interface ValidFile {
  parsed: ParsedFile;
  content: DataSetFile;
}

/** The result of checking citations against the source text. */
export interface SourceCheck {
  problems: FileProblem[];
  /** Claims and rows that cite a paragraph and are about a node that a text can mention. */
  checked: number;
  /** Claims and rows that are only about nodes named by the coder, which a text does not mention. */
  unchecked: number;
  /** The number of distinct paragraphs cited. */
  paragraphs: number;
}

/**
 * Checks data sets against a copy of the text they code: that the SHA-256 is the same, that every cited paragraph exists, and
 * that it mentions the nodes that a row is about. Countries, officials, organizations, posts, places and quoted speakers have
 * to be mentioned by a name or a declared short form; a meeting by its name, its body, its place or a participant. Topics,
 * statements, documents and developments are named by the coder and are not searched.
 *
 * Nothing of the text is stored or shown in messages.
 */
export async function checkSource(sets: readonly ValidFile[], path: string): Promise<SourceCheck> {
  const text = await readTextFile(path);
  if ('error' in text) {
    return failed([{ file: path, position: null, excerpt: null, message: text.error }]);
  }
  const withSource = sets.flatMap((set) =>
    set.content.dataSet.source ? [{ ...set, source: set.content.dataSet.source }] : [],
  );
  if (withSource.length === 0) return failed(sets.map(missingSource));
  const withDigest = withSource.map((set) => ({ ...set, digest: declaredDigest(sets, set.source.document) }));
  const matching = withDigest.filter(({ digest }) => digest === text.sha256);
  if (matching.length === 0)
    return failed(
      withDigest.map(({ parsed, source: { document }, digest }) =>
        parsed.problemAt(
          ['dataSet', 'source', 'document'],
          'value',
          digest === null
            ? `no documents row gives the sha256 of ${document}; that of ${path} is ${text.sha256}`
            : `${path} is not the text that was coded: its SHA-256 is ${text.sha256}, that of ${document} is ${digest}`,
        ),
      ),
    );
  const nodes = collectNamedNodes(sets.flatMap(({ content }) => content.blocks));
  const checks = matching.map(
    ({ parsed, content, source }) => new TextCheck(parsed, content, source, text.text, nodes),
  );
  const sum = (count: (check: TextCheck) => number) => checks.reduce((total, check) => total + count(check), 0);
  return {
    problems: checks.flatMap(({ problems }) => problems),
    checked: sum(({ checked }) => checked),
    unchecked: sum(({ unchecked }) => unchecked),
    paragraphs: sum(({ cited }) => cited.size),
  };
}

const failed = (problems: FileProblem[]): SourceCheck => ({ problems, checked: 0, unchecked: 0, paragraphs: 0 });

const missingSource = ({ parsed }: ValidFile) =>
  parsed.problemAt(
    ['dataSet'],
    'field',
    'the data set does not say which text it codes; give dataSet.source with document, paragraphs and body',
  );

function declaredDigest(sets: readonly ValidFile[], document: string): string | null {
  const rows = sets.flatMap(({ content }) => content.blocks).flatMap(({ documents }) => documents ?? []);
  return rows.find(({ key, ref, sha256 }) => (key ?? ref) === document && sha256 !== undefined)?.sha256 ?? null;
}
