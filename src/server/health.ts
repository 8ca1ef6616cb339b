import { Router } from 'express';
import { type Log } from './log.ts';

/** A check that takes longer counts as failed. */
const CHECK_TIMEOUT_MS = 2_000;

/** Rejects while the dependency is not available. */
export type HealthCheck = () => Promise<void>;

/**
 * `/livez` answers 200 while the process can answer at all (liveness). `/readyz` runs all checks and answers 503 when one fails:
 * `{"ready": false, "parts": {"database": "not reachable"}}` (readiness). The log has the reason.
 */
export function healthRoutes(checks: Record<string, HealthCheck>, log: Log): Router {
  const router = Router();
  router.get('/livez', (_request, response) => {
    response.set('cache-control', 'no-store').json({ live: true });
  });
  router.get('/readyz', async (_request, response) => {
    const results = await Promise.all(Object.entries(checks).map(([part, check]) => runCheck(part, check, log)));
    const ready = results.every(([, state]) => state === 'ready');
    response
      .status(ready ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ ready, parts: Object.fromEntries(results) });
  });
  return router;
}

async function runCheck(part: string, check: HealthCheck, log: Log): Promise<[string, string]> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([check(), timeout]);
    return [part, 'ready'];
  } catch (error) {
    log.warn({ err: error, part }, 'not ready');
    return [part, 'not reachable'];
  } finally {
    clearTimeout(timer);
  }
}
