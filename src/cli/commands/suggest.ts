import { Command, InvalidArgumentError } from 'commander';
import { ClientError } from '../../domain/errors.ts';
import { isCalendarDay } from '../../domain/time/calendar.ts';
import { readTextFile } from '../../dataset/file/decode-text.ts';
import { suggest } from '../../dataset/suggest/suggest.ts';
import { writeSkeleton } from '../../dataset/suggest/write-skeleton.ts';
import { readKnownNames } from '../../record/resolve/known-names.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

export const suggestCommand = new Command('suggest')
  .description(
    'print a data set to go on with: what a text speaks of, paragraph by paragraph, as far as the graph knows it',
  )
  .argument('<file>', 'the text of an article, UTF-8, with blank lines between its paragraphs')
  .option('--published <day>', 'YYYY-MM-DD; "the 12th" is then the nearest one', toDay)
  .addHelpText('after', '\nnpm run -s chancery -- suggest article.txt --published 2025-02-07 > article.yaml')
  .action(async (path: string, { published }: { published?: string }) => {
    const read = await readTextFile(path);
    if ('error' in read) throw new ClientError('BAD_REQUEST', `${path} ${read.error}`);
    const names = await withDatabase(readConfig(process.env), print, readKnownNames);
    const suggestions = suggest(read.text, names, published ?? null);
    for (const line of writeSkeleton(suggestions, { path, sha256: read.sha256, published: published ?? null }))
      process.stdout.write(`${line}\n`);
    const found = suggestions.paragraphs.flatMap(({ mentions }) => mentions);
    const sure = new Set(found.filter(({ doubt }) => doubt === null).flatMap(({ keys }) => keys));
    print(
      `${suggestions.paragraphs.length} paragraphs speak of ${sure.size} nodes of the graph; what is not sure has a question mark.`,
    );
  });

function toDay(text: string): string {
  if (!isCalendarDay(text)) throw new InvalidArgumentError(`${text} is no day; give one like 2025-02-07.`);
  return text;
}
