import { availableParallelism } from 'node:os';
import { pathValues, preparePaths } from './paths.ts';
import { type RowsByLength } from './rows-by-length.ts';
import { pathCost } from './sources.ts';
import { createThreads } from './threads.ts';
import {
  type GroupMeasure,
  type Measure,
  type Network,
  type PathMeasure,
  type PathQuestion,
  type Presences,
  type ProjectionOptions,
} from './types.ts';

/**
 * Computes on networks outside the event loop, on all cores. Every call rejects with the signal's reason when it aborts,
 * and the work ends.
 */
export interface NetworkPool {
  /** What `project` in project.ts says. */
  project(presences: Presences, options: ProjectionOptions, signal?: AbortSignal): Promise<Network>;
  /**
   * The measure of each node, in the order of `Network.nodes`. What each is: paths.ts, eigenvector.ts, communities.ts,
   * groups.ts.
   */
  measure(network: Network, measure: GroupMeasure, signal?: AbortSignal): Promise<Int32Array>;
  measure(network: Network, measure: Exclude<Measure, GroupMeasure>, signal?: AbortSignal): Promise<Float64Array>;
  measure(network: Network, measure: Measure, signal?: AbortSignal): Promise<Int32Array | Float64Array>;
  /** What `shortestPath` in shortest-path.ts says. */
  shortestPath(network: Network, question: PathQuestion, signal?: AbortSignal): Promise<number[] | null>;
  /** Ends the threads. Calls that have not been answered reject. */
  close(): Promise<void>;
}

/** Threads without work end after this time. */
const IDLE_MS = 60_000;
/** Less than this (`pathCost`) is not worth dividing: one thread does it in the time that another takes to start. */
const COST_OF_ONE_THREAD = 20_000_000;

/** Threads are started by the first calls. They keep no process alive that has nothing else to do. */
export function createNetworkPool({ threads = availableParallelism(), idleMs = IDLE_MS } = {}): NetworkPool {
  const pool = createThreads(threads, idleMs);
  const knownRows = new WeakMap<Network, RowsByLength>();

  /** Made once for each network. */
  async function rowsByLengthOf(network: Network, signal?: AbortSignal): Promise<RowsByLength> {
    const known = knownRows.get(network);
    if (known) return known;
    const rows = await pool.run({ kind: 'rowsByLength', network }, { on: 1, signal });
    knownRows.set(network, rows);
    return rows;
  }

  async function followAllPaths(network: Network, measure: PathMeasure, signal?: AbortSignal): Promise<Float64Array> {
    const on = pathCost(network, measure.sample) < COST_OF_ONE_THREAD ? 1 : threads;
    const sources = await pool.run({ kind: 'sources', network, sample: measure.sample }, { on: 1, signal });
    const rows = measure.lengths === 'DISTANCE' ? await rowsByLengthOf(network, signal) : null;
    const work = preparePaths(network, rows, measure, sources);
    await pool.run({ kind: 'followPaths', work }, { on, signal });
    return pathValues(work);
  }

  function measure(network: Network, wanted: GroupMeasure, signal?: AbortSignal): Promise<Int32Array>;
  function measure(
    network: Network,
    wanted: Exclude<Measure, GroupMeasure>,
    signal?: AbortSignal,
  ): Promise<Float64Array>;
  function measure(network: Network, wanted: Measure, signal?: AbortSignal): Promise<Int32Array | Float64Array>;
  function measure(network: Network, wanted: Measure, signal?: AbortSignal): Promise<Int32Array | Float64Array> {
    if (wanted.measure === 'betweenness' || wanted.measure === 'closeness') {
      return followAllPaths(network, wanted, signal);
    }
    return pool.run({ kind: wanted.measure, network }, { on: 1, signal });
  }

  return {
    measure,
    project: (presences, options, signal) => pool.run({ kind: 'project', presences, options }, { on: 1, signal }),
    shortestPath: (network, question, signal) =>
      pool.run({ kind: 'shortestPath', network, question }, { on: 1, signal }),
    close: () => pool.close(),
  };
}
