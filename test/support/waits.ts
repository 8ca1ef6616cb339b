import { type Result, type ResultObserver, Session, Transaction } from 'neo4j-driver';

/** What a piece of work has sent to the database. */
export interface Sent {
  /** The texts of the statements, and COMMIT. */
  statements: string[];
  /** How often something was sent while nothing was on its way: so often the work waited for the database. */
  waits: number;
}

type Runs = Pick<Session, 'run'>;

/** Counts what the work sends over any connection of this process. */
export async function countingWaits(work: () => Promise<unknown>): Promise<Sent> {
  const sent: Sent = { statements: [], waits: 0 };
  let onTheWay = 0;
  const begin = (statement: string) => {
    sent.statements.push(statement);
    if (onTheWay++ === 0) sent.waits += 1;
    let isDone = false;
    return () => {
      if (!isDone) onTheWay -= 1;
      isDone = true;
    };
  };
  const restore = [
    ...[Session, Transaction].map(({ prototype }) => listenToRun(prototype, begin)),
    listenToCommit(begin),
  ];
  try {
    await work();
  } finally {
    for (const each of restore) each();
  }
  return sent;
}

function listenToRun(prototype: Runs, begin: (statement: string) => () => void): () => void {
  const run = prototype.run;
  prototype.run = function (this: Runs, ...sent: Parameters<Runs['run']>) {
    const done = begin(sent[0] as string);
    return listeningTo(run.apply(this, sent), done);
  } as Runs['run'];
  return () => (prototype.run = run);
}

function listeningTo(result: Result, done: () => void): Result {
  const [subscribe, then] = [result.subscribe.bind(result), result.then.bind(result)];
  const heard = (observer: ResultObserver): ResultObserver => ({
    ...observer,
    onCompleted: (summary) => (done(), observer.onCompleted?.(summary)),
    onError: (error) => (done(), observer.onError?.(error)),
  });
  result.subscribe = (observer) => subscribe(heard(observer));
  result.then = (resolved, rejected) => (then(done, done), then(resolved, rejected));
  return result;
}

function listenToCommit(begin: (statement: string) => () => void): () => void {
  const prototype: { commit: (this: Transaction) => Promise<void> } = Transaction.prototype;
  const { commit } = prototype;
  prototype.commit = function () {
    return commit.call(this).finally(begin('COMMIT'));
  };
  return () => (prototype.commit = commit);
}
