/** `npm run build`: builds the playground ahead of the first start, for images that carry no bundler. */
import { builtPlayground } from './built.ts';

const folder = await builtPlayground((line) => process.stdout.write(`${line}\n`));
process.stdout.write(`The playground is in ${folder}.\n`);
