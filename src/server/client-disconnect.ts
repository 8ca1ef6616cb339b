import { type Response } from 'express';
import { ClientError } from '../domain/errors.ts';

/** Nobody reads it, and it is no fault that would belong into the log. */
const CLIENT_DISCONNECTED = new ClientError('CLIENT_LEFT', 'The client left before its answer.');

/** Fires when the client has left before its answer. */
export function abortOnDisconnect(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(CLIENT_DISCONNECTED);
  });
  return controller.signal;
}
