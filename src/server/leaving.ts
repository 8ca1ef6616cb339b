import { type Response } from 'express';
import { TellableError } from '../domain/errors.ts';

/** Nobody reads it, and it is no fault that would belong into the log. */
const CLIENT_LEFT = new TellableError('CLIENT_LEFT', 'The client left before its answer.');

/** Fires when the client has left before its answer. */
export function signalOfLeaving(response: Response): AbortSignal {
  const leaving = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort(CLIENT_LEFT);
  });
  return leaving.signal;
}
