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
      form: nonBlankText.describe('The words as the text has them.'),
      in: listOf(Paragraph).describe('The paragraphs in which they stand for it.'),
    }),
  ])
  .meta({
    id: 'ShortForm',
    description: 'A short form: text, or { form, in } where it holds in some paragraphs only.',
  });

/** How `--source` finds the paragraphs in a copy of the document, and the words by which it mentions nodes. */
export const SourceText = z
  .strictObject({
    document: Ref.describe('The document that was coded; its row carries the sha256 of the text.'),
    paragraphs: z
      .record(z.string(), Lines)
      .optional()
      .describe('Paragraphs with a label of their own and the lines they stand in: `H: 1`, `CAP: [3, 4]`.'),
    body: Lines.optional().describe(
      'The lines of the body: its pieces between blank lines are the paragraphs 1, 2, 3 and so on.',
    ),
    shortForms: z
      .record(z.string(), listOf(ShortForm))
      .optional()
      .describe('Words by which the text names a thing beside its names: `country:US: [美方]`.'),
  })
  .meta({ id: 'SourceText', description: 'The text that was coded, for the check with --source.' });
export type SourceText = z.infer<typeof SourceText>;

/** A data-set file: its key and title, and one block per source and attribution. */
export const DataSetFile = z
  .strictObject({
    dataSet: z
      .strictObject({
        key: Key.describe('The key of the data set: importing a file with this key again brings just the difference.'),
        title: nonBlankText.describe('What it holds, for people.'),
        note: nonBlankText.optional().describe('Where it comes from, what to mind.'),
        source: SourceText.optional().describe('The text that was coded, for the check with --source.'),
      })
      .meta({ id: 'DataSet', description: 'What this file is.' }),
    blocks: listOf(RecordInput).describe('One block per source and attribution: what it says, and on whose word.'),
  })
  .meta({ title: 'Chancery data set', description: 'What sources say, coded by an analyst.' });
export type DataSetFile = z.infer<typeof DataSetFile>;
