import { parse } from 'graphql';
import { z } from 'zod';
import { EntityType } from '../../domain/vocabulary.generated.ts';
import { RecordState, STATE, stateInWords, toRecordState } from '../record-state.ts';
import { defineTool } from '../tool.ts';

const SEARCH = parse(`query McpSearch($text: String!, $types: [EntityType!], $first: Int!) {
  search(text: $text, types: $types, first: $first) { totalCount edges { matched node { __typename key name } } }
  ${STATE}
}`);

interface Data {
  search: {
    totalCount: number;
    edges: { matched: string; node: { __typename: string; key: string; name: string } }[];
  };
}

export const search = defineTool({
  name: 'search',
  title: 'Find by name',
  description:
    'Finds officials, countries, organizations, posts, meetings, developments, places and topics by any of their names or codes, in any language ' +
    'and script, best match first. Gives their keys, by which `entity` and `network` are asked.',
  input: z.strictObject({
    text: z.string().min(1).max(200).describe('A name or words of it: `Healey`, `Ramstein 26`, `泽连斯基`.'),
    types: z
      .array(z.enum(EntityType))
      .max(Object.keys(EntityType).length)
      .optional()
      .describe('Only these types. Left out: all.'),
    first: z.int().min(1).max(50).default(10).describe('How many at most.'),
  }),
  output: z.strictObject({
    found: z.array(
      z.strictObject({
        key: z.string(),
        type: z.string(),
        name: z.string(),
        matched: z.string().describe('The name or code that was found.'),
        page: z.string().optional().describe('Where people read it.'),
      }),
    ),
    total: z.int().describe('How many were found in all; at most 50.'),
    record: RecordState,
  }),
  run: async ({ text, types, first }, { ask, pageOf }) => {
    const data = await ask(SEARCH, { text, types, first });
    const { totalCount, edges } = data.search as Data['search'];
    const found = edges.map(({ matched, node: { __typename: type, key, name } }) => ({
      key,
      type,
      name,
      matched,
      page: pageOf({ type, key }),
    }));
    const record = toRecordState(data);
    const lines = found.map(
      ({ key, type, name, matched, page }) =>
        `- ${name} (${type}, ${key})${matched === name ? '' : `, found as ${matched}`}${page === undefined ? '' : `: ${page}`}`,
    );
    const left = totalCount - found.length;
    const head =
      found.length === 0
        ? `Nothing is recorded under "${text}". Try other words of the name, or fewer.`
        : `Found ${totalCount}${left > 0 ? `, ${left} of them not shown: raise \`first\`` : ''}.`;
    return {
      text: [head, ...lines, 'Ask `entity` who says what of one.', stateInWords(record)].join('\n'),
      structured: { found, total: totalCount, record },
    };
  },
});
