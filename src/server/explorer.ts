import { type IncomingMessage } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPLORER_PATH } from '../domain/identity/page-address.ts';
import express, { type Request, Router } from 'express';
import { notFound } from './error-handlers.ts';
import { clientHas, etagOf } from './graphql/etag.ts';
import { type DescribePage, type PageDescription } from './page-descriptions.ts';
import { explorerHeaders } from './security-headers.ts';

/** Where the page has its title and what previews show. */
const HEAD = '<!--head-->';

/**
 * The explorer: one page for all addresses at and below `/explore`, which finds out by itself what to show, and its files under
 * `/explore/assets/`, named by a hash of their content. The server only fills in what those see who run no script: the title, and what a
 * link is previewed with.
 *
 * @param folder The built explorer: `index.html` with a comment `head` in its head, and `assets`.
 * @param baseUrl The address of this server, without a slash at the end.
 * @throws Error when the page has no place for its title.
 */
export function explorerRoutes(
  folder: string,
  describe: DescribePage,
  baseUrl: (request: IncomingMessage) => string,
): Router {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  if (!page.includes(HEAD)) throw new Error(`${join(folder, 'index.html')} has no ${HEAD} for its title.`);
  const router = Router();
  router.use(
    `${EXPLORER_PATH}/assets`,
    explorerHeaders,
    express.static(join(folder, 'assets'), { index: false, immutable: true, maxAge: '365d', redirect: false }),
    notFound,
  );
  router.get(`${EXPLORER_PATH}{/*rest}`, explorerHeaders, async (request, response) => {
    const description = await describe(pathOf(request));
    const html = page.replace(HEAD, () => headOf(description, baseUrl(request)));
    const etag = etagOf(html);
    response.set({ etag, 'cache-control': 'no-cache' });
    if (description.isFound && clientHas(request.headers['if-none-match'], etag)) {
      response.status(304).end();
      return;
    }
    response
      .status(description.isFound ? 200 : 404)
      .type('html')
      .send(html);
  });
  return router;
}

/** The decoded path below `/explore`, without slashes around it. */
function pathOf({ params: { rest } }: Request): string {
  const parts = rest as readonly string[] | undefined;
  return (parts ?? []).filter((part) => part !== '').join('/');
}

/** The elements of the head that tell what the page shows. */
function headOf({ title, text, type, path }: PageDescription, baseUrl: string): string {
  const shown = escapeHtml(title);
  const canonical = path === null ? null : `${baseUrl}${path}`;
  const metas = [
    ['name', 'description', text],
    ['property', 'og:site_name', 'Chancery'],
    ['property', 'og:title', title],
    ['property', 'og:description', text],
    ['property', 'og:type', type],
    ['name', 'twitter:card', 'summary'],
    ...(canonical === null ? [] : [['property', 'og:url', canonical]]),
  ].map(([by, name, content]) => `<meta ${by}="${name}" content="${escapeHtml(content!)}">`);
  const links = canonical === null ? [] : [`<link rel="canonical" href="${escapeHtml(canonical)}">`];
  return [`<title>${shown}</title>`, ...metas, ...links].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as the content of an element or a quoted attribute. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
