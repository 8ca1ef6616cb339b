import { z } from 'zod';
import { isKey } from '../../domain/identity/keys.ts';
import { timeOfDay } from '../../domain/time/time-of-day.ts';
import { parseTime } from '../../domain/time/time.ts';
import { ClientError } from '../../domain/errors.ts';

/** Upper bounds of what one request or file may contain, far above anything written by hand. */
export const MAX_TEXT = 10_000;
export const MAX_LIST = 20_000;

/** Text that is not blank, of at most ten thousand characters. */
export const nonBlankText = z
  .string()
  .max(MAX_TEXT)
  .refine((value) => value.trim() !== '', 'is blank; give a value, or leave the field out');

/** A list of at most twenty thousand items. */
export const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(MAX_LIST);

/** The schema of an SDL enum, from the constants generated for it; it carries the enum's name. */
export const enumOf = <const T extends Readonly<Record<string, string>>>(id: string, values: T, description: string) =>
  z.enum(values).meta({ id, description });

/** Any text may stand here: what refers to nothing is told with what may be meant, once the graph is at hand. */
export const Ref = nonBlankText.max(200).meta({
  id: 'Ref',
  description:
    'A reference: a key such as country:GB or meeting:udcg-26, an id, or an external id such as wikidata:Q145 or ' +
    'iso3166_1_alpha2:GB.',
  examples: ['country:GB', 'official:john-healey', 'wikidata:Q145'],
});

export const Key = z
  .string()
  .max(200)
  .refine(isKey, 'is not a key; expected kind:name, such as meeting:udcg-26, with letters, digits and - . _ / only')
  .meta({
    id: 'Key',
    description: 'A unique and readable name: kind, colon, rest.',
    examples: ['meeting:udcg-26'],
  });

export const Url = z
  .string()
  .max(2_000)
  .refine(isWebAddress, 'is not a web address; expected an absolute URL that begins with https:// or http://')
  .meta({ id: 'URL', format: 'uri', description: 'An absolute http or https address.' });

export const Language = z
  .string()
  .max(50)
  .refine((tag) => canonicalTag(tag) !== null, 'is not a BCP 47 language tag; expected one such as en, uk, zh-Hant-TW')
  .overwrite((tag) => canonicalTag(tag) ?? tag)
  .meta({ id: 'Language', description: 'A BCP 47 language tag.', examples: ['en', 'uk', 'zh-Hant-TW'] });

export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, 'is not a SHA-256 digest; expected 64 hexadecimal digits')
  .overwrite((digest) => digest.toLowerCase())
  .meta({ id: 'Sha256', description: 'A SHA-256 digest: 64 hexadecimal digits.' });

/** YAML reads `paragraph: 9` and `time: 2022` as numbers, where text is meant. */
const numberToText = (value: unknown) => (Number.isInteger(value) ? String(value) : value);

export const Edtf = z
  .preprocess(
    numberToText,
    z
      .string()
      .max(200)
      .superRefine((edtf, context) => {
        const complaint = edtfError(edtf);
        if (complaint !== null) context.addIssue({ code: 'custom', message: complaint });
      }),
  )
  .meta({
    id: 'EDTF',
    description:
      'ISO 8601-2 (EDTF) text: `2025-02-12` a day, `2022-04` a month, `2025-02-14/2025-02-16` a duration, ' +
      '`[2025-02-05..2025-02-11]` some day within, `2022-02/..` an open end.',
    examples: ['2025-02-12', '2022-04', '2025-02-14/2025-02-16', '[2025-02-05..2025-02-11]', '2022-02/..'],
  });

/** Paragraphs are mostly numbers, and a file may give them as such: `paragraph: 9`. */
export const Paragraph = z
  .preprocess(numberToText, nonBlankText)
  .meta({ id: 'Paragraph', description: 'A paragraph as the data set numbers it: `H` headline, `9` the ninth.' });

const timeFields = z.strictObject({
  edtf: Edtf.describe('The time, exactly as precise as the source gives it.'),
  raw: nonBlankText.optional().describe('The words or digits as printed in the source: `Wednesday`, `12日`.'),
  basis: nonBlankText
    .optional()
    .describe('How you resolved the printed words: `the last Wednesday before publication`.'),
});

/** `published: 2025-02-12` is short for `published: { edtf: 2025-02-12 }`. It may have a time of day. */
export const PublishedInput = z
  .preprocess((time) => (typeof numberToText(time) === 'string' ? { edtf: time } : time), timeFields)
  .meta({ id: 'TimeInput', description: 'A time as the source gives it. Text alone is short for { edtf: … }.' });

/** A time that is no publication: the times of day of meetings, of terms and of what else sources tell are not compared. */
export const TimeInput = PublishedInput.superRefine(({ edtf }, context) => {
  const timed = timeOfDay(edtf);
  if (timed === null) return;
  const message =
    `"${edtf}" has a time of day, which is kept only of when a document was published (published); write the day, ` +
    `${timed.day}, and the time as printed into raw`;
  context.addIssue({ code: 'custom', path: ['edtf'], message });
});
export type TimeInput = z.infer<typeof TimeInput>;

function isWebAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && /^https?:\/\//i.test(address);
}

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function edtfError(edtf: string): string | null {
  try {
    parseTime({ edtf });
    return null;
  } catch (error) {
    if (error instanceof ClientError) return error.message;
    throw error;
  }
}
