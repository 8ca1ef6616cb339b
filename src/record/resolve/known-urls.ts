import { normalizeAddress } from '../../domain/identity/web-address.ts';
import { type RecordInput } from '../input/record-input.ts';
import { type StoredNode } from './lookups.ts';

/** The URLs in the blocks, of sources and of documents. */
export const urlsIn = (blocks: readonly RecordInput[]): string[] =>
  blocks.flatMap(({ source, documents }) =>
    [source.url, ...(documents ?? []).map(({ url }) => url)].filter((url) => url !== undefined),
  );

/**
 * The blocks with the URL of each source in the form in which that page was recorded first: everything that is made of it, such as
 * the keys of anonymous sources, is the same for all addresses of the page.
 *
 * @param byUrl Documents of the graph, by the URLs of the blocks.
 */
export function withKnownUrls(
  blocks: readonly RecordInput[],
  byUrl: ReadonlyMap<string, StoredNode>,
): readonly RecordInput[] {
  const firsts = new Map<string, string>();
  const first = (url: string): string => {
    const address = normalizeAddress(url);
    const recorded = byUrl.get(url)?.url;
    if (recorded == null) return firsts.get(address) ?? firsts.set(address, url).get(address)!;
    // The document has another address where one that was merged into it had this.
    return normalizeAddress(recorded) === address ? recorded : url;
  };
  for (const { url } of blocks.flatMap(({ documents }) => documents ?? [])) if (url !== undefined) first(url);
  return blocks.map((block) => {
    const { source } = block;
    return source.url === undefined ? block : { ...block, source: { ...source, url: first(source.url) } };
  });
}
