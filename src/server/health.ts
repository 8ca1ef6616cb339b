import { Router } from 'express';
import { type Log } from './log.ts';

/** How long a part may take to answer before it counts as not ready. */
const PATIENCE_MS = 2_000;

/** Rejects while the part cannot serve. */
export type Check = () => Promise<void>;

/**
 * `/livez` answers while the process can answer at all; `/readyz` says for each part whether it can serve, with 503 when one
 * cannot: `{"ready": false, "parts": {"database": "not reachable"}}`. Why it cannot is in the log.
 */
export function health(parts: Record<string, Check>, log: Log): Router {
  const router = Router();
  router.get('/livez', (_request, response) => {
    response.set('cache-control', 'no-store').json({ live: true });
  });
  router.get('/readyz', async (_request, response) => {
    const states = await Promise.all(Object.entries(parts).map(([part, check]) => stateOf(part, check, log)));
    const ready = states.every(([, state]) => state === 'ready');
    response
      .status(ready ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ ready, parts: Object.fromEntries(states) });
  });
  return router;
}

async function stateOf(part: string, check: Check, log: Log): Promise<[string, string]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    await Promise.race([check(), late]);
    return [part, 'ready'];
  } catch (error) {
    log.warn({ err: error, part }, 'not ready');
    return [part, 'not reachable'];
  } finally {
    clearTimeout(timer);
  }
}
