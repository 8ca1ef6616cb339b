import { z } from 'zod';
import { RecordInput } from '../../record/input/record-input.ts';
import { Key, Paragraph, Ref, listOf, nonBlankText } from '../../record/input/scalars.ts';

const Line = z.int32().min(1);

const Lines = z
  .union([Line, z.tuple([Line, Line])])
  .meta({ id: 'Lines', description: 'A line of the text, counted from 1, or its first and last line: `[3, 4]`.' });

const ShortForm = z
  .union([
    nonBlankText,
    z.strictObject({
      form: nonBlankText.describe('The words as they appear in the text.'),
      in: listOf(Paragraph).describe('The paragraphs in which they refer to the node.'),
    }),
  ])
  .meta({
    id: 'ShortForm',
    description: 'A short form: text, or { form, in } if it has this meaning only in some paragraphs.',
  });

/** How `--source` finds the paragraphs in a copy of the document, and the words by which the text refers to nodes. */
export const SourceText = z
  .strictObject({
    document: Ref.describe('The document that was coded; its row has the sha256 of the text.'),
    paragraphs: z
      .record(z.string(), Lines)
      .optional()
      .describe('Labelled paragraphs and their lines: `H: 1`, `CAP: [3, 4]`.'),
    body: Lines.optional().describe(
      'The lines of the body. Blank lines separate its paragraphs, which are numbered 1, 2, 3 and so on.',
    ),
    shortForms: z
      .record(z.string(), listOf(ShortForm))
      .optional()
      .describe('Words other than its names by which the text refers to a node: `country:US: [美方]`.'),
  })
  .meta({ id: 'SourceText', description: 'The text that was coded, for the check with --source.' });
export type SourceText = z.infer<typeof SourceText>;

/** A data-set file: its key and title, and one block per source and attribution. */
export const DataSetFile = z
  .strictObject({
    dataSet: z
      .strictObject({
        key: Key.describe(
          'The key of the data set. Importing a file with the same key again applies only the differences.',
        ),
        title: nonBlankText.describe('A title for readers.'),
        note: nonBlankText.optional().describe('Where it comes from, and what readers should know about it.'),
        source: SourceText.optional().describe('The text that was coded, for the check with --source.'),
      })
      .meta({ id: 'DataSet', description: 'What the file contains.' }),
    blocks: listOf(RecordInput).describe('One block per source and attribution.'),
  })
  .meta({ title: 'Chancery data set', description: 'What sources say, coded by an analyst.' });
export type DataSetFile = z.infer<typeof DataSetFile>;
