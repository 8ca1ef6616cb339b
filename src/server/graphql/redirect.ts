import { type AnswerAnyone } from './answer.ts';

/** Redirects a browser that opens `/graphql` itself to the playground. Browsers name text/html first. */
export function redirectBrowsers(next: AnswerAnyone): AnswerAnyone {
  return (request, signal) => {
    const { method, url, headers } = request;
    const isVisit =
      method === 'GET' && headers.accept?.startsWith('text/html') && !/[?&](query|documentId|extensions)=/.test(url);
    if (isVisit) return Promise.resolve({ status: 302, headers: { location: '/' }, body: '' });
    return next(request, signal);
  };
}
