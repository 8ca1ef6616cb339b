import { randomInt } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `npm run differential -- --operations 50000 --seed 7`: the differential test with more operations, or those of a seed. */
const { values } = parseArgs({
  options: { operations: { type: 'string', default: '50000' }, seed: { type: 'string' } },
});
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', 'test/differential/'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      DIFFERENTIAL_OPERATIONS: values.operations,
      DIFFERENTIAL_SEED: values.seed ?? String(randomInt(2 ** 31)),
    },
  },
);
process.exitCode = status ?? 1;
