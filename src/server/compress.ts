import compression from 'compression';
import { type Request, type RequestHandler } from 'express';
import { constants } from 'node:zlib';
import { hearAnswer } from './answers.ts';

/** Bytes; answers smaller than this are sent as they are: compressing them costs more than it saves. */
const COMPRESS_FROM = 16_384;

/** Compresses what is worth it, for who reads it. */
export const compress = compression({ threshold: COMPRESS_FROM, level: constants.Z_BEST_SPEED });

/** The same, where answers are kept: compressed as they are sent. */
export const compressAndKeep: RequestHandler = (request, response, next) => {
  hearAnswer(response);
  compress(request, response, next);
};

/** Whether {@link compress} leaves an answer of so many bytes alone. */
export function isSentAsItIs({ headers }: Request, bytes: number): boolean {
  return bytes < COMPRESS_FROM || headers['accept-encoding'] === undefined;
}
