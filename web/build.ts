/** `npm run build`: builds the pages ahead of the first start, for images that carry no bundler. */
import { builtExplorer, builtPlayground } from './built.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

for (const build of [builtPlayground, builtExplorer]) say(`A page is in ${await build(say)}.`);
