import { type AnswerAnyone } from './answer.ts';
import { HttpError } from './errors.ts';

const ALLOWED = 'GET, HEAD, POST, OPTIONS';

/**
 * OPTIONS says which methods there are; it grants nothing to other origins (CORS). HEAD is a GET whose body is not sent. Any other method
 * is refused.
 */
export function allowMethods(next: AnswerAnyone): AnswerAnyone {
  return async (request, signal) => {
    switch (request.method) {
      case 'GET':
      case 'POST':
        return next(request, signal);
      case 'HEAD':
        return next({ ...request, method: 'GET' }, signal);
      case 'OPTIONS':
        return { status: 204, headers: { allow: ALLOWED }, body: '' };
      default: {
        const message = `The method ${request.method} is not allowed here. Send queries by GET or POST, mutations by POST.`;
        throw new HttpError(405, message, { allow: ALLOWED });
      }
    }
  };
}
