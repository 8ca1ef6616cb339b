import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Network } from '../../src/network/types.ts';

/** What something took, and what came out, by node or as one number. */
export interface Measured {
  ms: number;
  values: number[];
}

/** The measures by another library, in a process of its own (libraries.py). */
export function measureWithLibrary(python: string, library: string, network: Network): Map<string, Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'networks-'));
  try {
    writeFileSync(join(folder, 'nodes.txt'), String(network.nodes.length));
    writeFileSync(join(folder, 'ties.csv'), [...tieLines(network)].join('\n'));
    const output = execFileSync(python, [join(import.meta.dirname, 'libraries.py'), folder, library], {
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new Map(Object.entries(JSON.parse(output.toString()) as Record<string, Measured>));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function* tieLines({ nodes, offsets, neighbours, weights }: Network): Generator<string> {
  for (let node = 0; node < nodes.length; node++) {
    for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
      if (neighbours[e]! > node) yield `${node},${neighbours[e]},${weights[e]}`;
    }
  }
}

/**
 * The largest difference, as a share of the larger value or of the mean, whichever is more. Of modularity only how much
 * less there is than the other found, beyond the two hundredths by which chance moves it.
 */
export function largestDifference(name: string, own: readonly number[], other: readonly number[]): number {
  if (name === 'community') return Math.max(0, other[0]! - own[0]! - 0.02);
  if (own.length !== other.length) return Infinity;
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  const differences = own.map((value, i) => {
    const scale = Math.max(Math.abs(value), Math.abs(other[i]!), mean);
    return value === other[i] ? 0 : Math.abs(value - other[i]!) / scale;
  });
  return differences.reduce((most, difference) => Math.max(most, difference), 0);
}
