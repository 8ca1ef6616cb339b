import { type ClientError } from '../domain/errors.ts';
import { communities } from './communities.ts';
import { eigenvector } from './eigenvector.ts';
import { components } from './groups.ts';
import { followPaths, type PathWork } from './paths.ts';
import { project } from './project.ts';
import { rowsByLength, type RowsByLength } from './rows-by-length.ts';
import { shortestPath } from './shortest-path.ts';
import { chooseSources, type Sources } from './sources.ts';
import { Paused, Stopped } from './stop.ts';
import { type Network, type PathQuestion, type Presences, type ProjectionOptions } from './types.ts';

/** What a worker can do: one at a time, or a share of one with others. */
export type Job =
  | { kind: 'project'; presences: Presences; options: ProjectionOptions }
  | { kind: 'sources'; network: Network; sample: number | null }
  | { kind: 'followPaths'; work: PathWork }
  | { kind: 'rowsByLength' | 'eigenvector' | 'community' | 'component'; network: Network }
  | { kind: 'shortestPath'; network: Network; question: PathQuestion };

export interface JobResults {
  project: Network;
  sources: Sources;
  rowsByLength: RowsByLength;
  followPaths: null;
  eigenvector: Float64Array;
  community: Int32Array;
  component: Int32Array;
  shortestPath: number[] | null;
}

/** What a worker answers to a job. */
export type WorkerAnswer =
  | { kind: 'done'; result: unknown }
  | { kind: 'stopped' | 'paused' }
  | { kind: 'refused'; code: ClientError['code']; message: string; details: ClientError['details'] };

/** What the threads that work on one job share: what has been handed out so far, and whether to stop. */
export type Control = Int32Array<SharedArrayBuffer>;
const NEXT = 0;
const STOP = 1;

export const createControl = (): Control => new Int32Array(new SharedArrayBuffer(8));
export const stopJob = (control: Control): void => void Atomics.store(control, STOP, 1);

/** After this time a job that is done in parts lets others have a turn. */
const TURN_MS = 100;

/**
 * @throws {Stopped} if the job was stopped.
 * @throws {Paused} if it has had its turn: it goes on where it was when it is called again.
 */
export function runJob(job: Job, control: Control): JobResults[Job['kind']] {
  const checkStop = () => {
    if (Atomics.load(control, STOP) !== 0) throw new Stopped();
  };
  const begun = performance.now();
  let taken = 0;
  const nextPart = () => {
    if (taken++ > 0 && performance.now() - begun > TURN_MS) throw new Paused();
    return Atomics.add(control, NEXT, 1);
  };
  checkStop();
  switch (job.kind) {
    case 'project':
      return project(job.presences, job.options, checkStop);
    case 'sources':
      return chooseSources(job.network, job.sample);
    case 'rowsByLength':
      return rowsByLength(job.network, checkStop);
    case 'followPaths':
      followPaths(job.work, nextPart, checkStop);
      return null;
    case 'eigenvector':
      return eigenvector(job.network, checkStop);
    case 'community':
      return communities(job.network, checkStop);
    case 'component':
      return components(job.network);
    case 'shortestPath':
      return shortestPath(job.network, job.question, checkStop);
  }
}
