import { attributes, escapeXml } from './xml.ts';

/** What is new, for feed readers. */
export interface Feed {
  title: string;
  /** The address that it was asked for at, which is its id, too. */
  url: string;
  /** The page for people. */
  page: string;
  /** The newest first. */
  items: readonly FeedItem[];
}

export interface FeedItem {
  /** Never changes, and is that of nothing else: an IRI. */
  id: string;
  title: string;
  /** What is said of it, line by line; without markup. */
  lines: readonly string[];
  /** The page for people, if it has one. */
  page: string | null;
  /** An instant in UTC, as ISO 8601. */
  at: string;
  author: string;
  category: string;
}

/** Where nothing has ever happened. */
const NEVER = '1970-01-01T00:00:00.000Z';

const GENERATOR = 'Chancery';

/** As {@link https://www.rfc-editor.org/rfc/rfc4287 Atom}. */
export function writeAtom({ title, url, page, items }: Feed): string {
  const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;
  const link = (rel: string, href: string) => `<link${attributes({ rel, href })}/>`;
  const entries = items.map((item) =>
    [
      '<entry>',
      element('id', item.id),
      element('title', item.title),
      element('updated', item.at),
      `<author>${element('name', item.author)}</author>`,
      `<category${attributes({ term: item.category })}/>`,
      ...(item.page === null ? [] : [link('alternate', item.page)]),
      element('content', item.lines.join('\n')),
      '</entry>',
    ].join('\n'),
  );
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', url),
    element('title', title),
    element('updated', items[0]?.at ?? NEVER),
    element('generator', GENERATOR),
    link('self', url),
    link('alternate', page),
    ...entries,
    '</feed>',
  ].join('\n')}\n`;
}

/** As {@link https://www.jsonfeed.org/version/1.1/ JSON Feed 1.1}. */
export function writeJsonFeed({ title, url, page, items }: Feed): string {
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: url,
    items: items.map((item) => ({
      id: item.id,
      ...(item.page !== null && { url: item.page }),
      title: item.title,
      content_text: item.lines.join('\n'),
      date_published: item.at,
      authors: [{ name: item.author }],
      tags: [item.category],
    })),
  })}\n`;
}
