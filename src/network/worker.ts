import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ClientError } from '../domain/errors.ts';
import { bytesIn } from './arrays.ts';
import { runJob, type Control, type Job, type WorkerAnswer } from './jobs.ts';
import { Paused, Stopped } from './stop.ts';

// The API goes first on cores that both want. On Linux this is the thread's own priority, elsewhere it would be that of the process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

// A thread that only computes makes too little garbage to collect it by itself, and would hold the shared memory of all networks that it
// has worked on: 200 MB more after ten networks of 821,724 ties.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const WORTH_COLLECTING = 4 * 1024 * 1024;

parentPort!.on('message', ({ job, control }: { job: Job; control: Control }) => {
  parentPort!.postMessage(answer(job, control));
  if (bytesIn(job) >= WORTH_COLLECTING) setImmediate(collectGarbage);
});

function answer(job: Job, control: Control): WorkerAnswer {
  try {
    return { kind: 'done', result: runJob(job, control) };
  } catch (error) {
    if (error instanceof Stopped) return { kind: 'stopped' };
    if (error instanceof Paused) return { kind: 'paused' };
    if (error instanceof ClientError) {
      return { kind: 'refused', code: error.code, message: error.message, details: error.details };
    }
    throw error; // ends the worker, and rejects its job
  }
}
