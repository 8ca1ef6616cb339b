import { Worker } from 'node:worker_threads';
import { ClientError } from '../domain/errors.ts';
import { createControl, stopJob, type Control, type Job, type JobResults, type WorkerAnswer } from './jobs.ts';

/** Threads that are started when there is work and end when there has been none for a while. */
export interface Threads {
  /**
   * Runs a job, on one thread or on several that share it, in its turn. Rejects with the signal's reason as soon as it aborts.
   *
   * @returns The result of the first of them.
   */
  run<J extends Job>(job: J, options: { on: number; signal?: AbortSignal }): Promise<JobResults[J['kind']]>;
  /** Ends all threads; what they were doing is rejected. */
  close(): Promise<void>;
}

/** One thread's share of a job. */
interface Task {
  job: Job;
  control: Control;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

interface Thread {
  worker: Worker;
  task: Task | null;
  idleSince: NodeJS.Timeout | null;
}

const WORKER = new URL('worker.ts', import.meta.url);

/** @param size The most threads at once. */
export function createThreads(size: number, idleMs: number): Threads {
  const threads = new Set<Thread>();
  const queue: Task[] = [];
  let isClosed = false;

  function start(): Thread {
    const worker = new Worker(WORKER, { name: 'network', execArgv: ['--disable-warning=ExperimentalWarning'] });
    const thread: Thread = { worker, task: null, idleSince: null };
    threads.add(thread);
    worker.on('message', (answer: WorkerAnswer) => {
      const { task } = thread;
      thread.task = null;
      if (task && answer.kind === 'paused') queue.push(task);
      else if (task) settle(task, answer);
      assign();
      if (thread.task === null) rest(thread);
    });
    worker.on('error', (error) => lose(thread, error));
    worker.on('exit', () => lose(thread, new Error('A thread that computed on a network has ended.')));
    return thread;
  }

  /** A thread that waits keeps no process alive. */
  function rest(thread: Thread): void {
    thread.worker.unref();
    thread.idleSince = setTimeout(() => {
      threads.delete(thread);
      void thread.worker.terminate();
    }, idleMs).unref();
  }

  /** The others that share its job stop, and the next task starts a new thread. */
  function lose(thread: Thread, error: unknown): void {
    threads.delete(thread);
    if (thread.idleSince) clearTimeout(thread.idleSince);
    const { task } = thread;
    thread.task = null;
    if (!task) return;
    stopJob(task.control);
    task.reject(error);
    if (!isClosed) assign();
  }

  function assign(): void {
    while (queue.length > 0) {
      const waiting = [...threads].find(({ task }) => task === null);
      if (!waiting && threads.size >= size) return;
      give(waiting ?? start(), queue.shift()!);
    }
  }

  function give(thread: Thread, task: Task): void {
    if (thread.idleSince) clearTimeout(thread.idleSince);
    thread.idleSince = null;
    thread.task = task;
    thread.worker.ref();
    thread.worker.postMessage({ job: task.job, control: task.control });
  }

  function enqueue(job: Job, control: Control): Promise<unknown> {
    if (isClosed) return Promise.reject(closed());
    return new Promise((resolve, reject) => {
      queue.push({ job, control, resolve, reject });
      assign();
    });
  }

  return {
    run: async (job, { on, signal }) => {
      signal?.throwIfAborted();
      const control = createControl();
      const shares = Array.from({ length: Math.min(on, size) }, () => enqueue(job, control));
      const [result] = await stoppable(Promise.all(shares), control, signal);
      return result as JobResults[(typeof job)['kind']];
    },
    close: async () => {
      isClosed = true;
      for (const task of queue.splice(0)) task.reject(closed());
      const open = [...threads];
      for (const { task } of open) if (task) stopJob(task.control);
      await Promise.all(open.map(({ worker }) => worker.terminate()));
    },
  };
}

const closed = () => new Error('Nothing more is computed on networks: the server is stopping.');

function settle(task: Task, answer: WorkerAnswer): void {
  if (answer.kind === 'done') task.resolve(answer.result);
  else if (answer.kind === 'refused') task.reject(new ClientError(answer.code, answer.message, answer.details));
  else task.reject(new Error('The work was stopped.'));
}

/** Stops the job when the signal aborts, and does not wait until it has. */
function stoppable<T>(work: Promise<T>, control: Control, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => {
      stopJob(control);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
