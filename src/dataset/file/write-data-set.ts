import { stringify } from 'yaml';
import { type DataSet } from '../../record/input/options.ts';
import { type RecordInput } from '../../record/input/record-input.ts';

export type DataSetFormat = 'yaml' | 'json';

/** A value is on one line, however long, so that a change of a word is a change of one line; line ends within it are written as `\n`. */
const UNFOLDED = { lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const;

/** A data set as a file that an import takes, block by block. */
export function* writeDataSet(
  dataSet: DataSet,
  blocks: readonly RecordInput[],
  format: DataSetFormat,
): Generator<string> {
  if (format === 'json') {
    yield `{\n"dataSet": ${JSON.stringify(dataSet, null, 2)},\n"blocks": [\n`;
    for (const [index, block] of blocks.entries()) yield `${index > 0 ? ',\n' : ''}${JSON.stringify(block, null, 2)}`;
    yield '\n]\n}\n';
    return;
  }
  yield stringify({ dataSet }, UNFOLDED);
  yield blocks.length === 0 ? '\nblocks: []\n' : '\nblocks:\n';
  for (const block of blocks) yield `${indented(stringify([block], UNFOLDED))}\n`;
}

/** Of what regular expressions take for the end of a line, only one is one in YAML. */
const indented = (text: string) =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n');
