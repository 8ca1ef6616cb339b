import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sizeFrom } from './dataset/size.ts';

/** `npm run bench [-- --size small|tenth|full|OFFICIALS,MEETINGS,PARTICIPATIONS] [--quick]` */
const { values } = parseArgs({
  options: { size: { type: 'string', default: 'full' }, quick: { type: 'boolean', default: false } },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The product does without what only the benchmark needs, so that is installed when it is needed first. */
function install(): void {
  if (existsSync(join(import.meta.dirname, 'node_modules'))) return;
  say('Installing what only the benchmark needs (@neo4j/graphql and its Apollo Server), into bench/node_modules ...');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: import.meta.dirname,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

try {
  const size = sizeFrom(values.size);
  install();
  const { run } = await import('./run.ts');
  await run(size, values.quick, say);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
