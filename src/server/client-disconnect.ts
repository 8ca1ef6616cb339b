import { type Response } from 'express';
import { ClientError } from '../domain/errors.ts';

/** The reason of the abort. Nobody receives it, and as a ClientError it is not logged as an internal error. */
const CLIENT_DISCONNECTED = new ClientError('CLIENT_LEFT', 'The client disconnected before its response.');

/** A signal that aborts when the client disconnects before its response is complete. */
export function abortOnDisconnect(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(CLIENT_DISCONNECTED);
  });
  return controller.signal;
}
