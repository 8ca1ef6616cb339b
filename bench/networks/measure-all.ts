import { strengths } from '../../src/network/groups.ts';
import { type NetworkPool } from '../../src/network/pool.ts';
import { type TieWeight } from '../../src/domain/vocabulary.generated.ts';
import { type Network, type Presences } from '../../src/network/types.ts';
import { type Measured } from './libraries.ts';

/** Computes all that there is, one after another, as a server does that has just started. */
export async function measureAll(
  pool: NetworkPool,
  presences: Presences,
  weight: TieWeight,
): Promise<{ network: Network; measured: Map<string, Measured> }> {
  const measured = new Map<string, Measured>();
  const time = async <T>(name: string, compute: () => T | Promise<T>, valuesOf: (result: T) => Iterable<number>) => {
    const begun = performance.now();
    const result = await compute();
    measured.set(name, { ms: performance.now() - begun, values: [...valuesOf(result)] });
    return result;
  };
  const options = { mode: 'ONE_MODE', weight, maxMeetingSize: null, minWeight: null, around: null } as const;
  const network = await time(
    'projection',
    () => pool.project(presences, options),
    () => [],
  );
  for (const measure of ['betweenness', 'closeness'] as const) {
    for (const lengths of ['STEPS', 'DISTANCE'] as const) {
      const ask = () => pool.measure(network, { measure, lengths, sample: null });
      await time(`${measure} ${lengths}`, ask, (values) => values);
    }
  }
  await time(
    'eigenvector',
    () => pool.measure(network, { measure: 'eigenvector' }),
    (values) => values,
  );
  await time(
    'community',
    () => pool.measure(network, { measure: 'community' }),
    (found) => [modularity(network, found)],
  );
  await time(
    'component',
    () => pool.measure(network, { measure: 'component' }),
    (found) => [new Set(found).size],
  );
  await time(
    'strength',
    () => strengths(network),
    (values) => values,
  );
  return { network, measured };
}

/** The share of weight within groups, less what would be within by chance (Newman 2004). */
function modularity(network: Network, groups: Int32Array): number {
  const { offsets, neighbours, weights } = network;
  const strength = strengths(network);
  const total = strength.reduce((sum, value) => sum + value, 0);
  const byGroup = new Float64Array(network.nodes.length + 1);
  let within = 0;
  groups.forEach((group, node) => {
    byGroup[group]! += strength[node]!;
    for (let e = offsets[node]!; e < offsets[node + 1]!; e++)
      if (groups[neighbours[e]!] === group) within += weights[e]!;
  });
  return within / total - byGroup.reduce((sum, value) => sum + (value / total) ** 2, 0);
}
