import { expect, jest, test } from '@jest/globals';
import { mutationClient } from '../../support/mutation-client.ts';
import { freshDatabase, recordBlocks } from '../../support/recording.ts';

jest.setTimeout(120_000);

test('what is withdrawn comes after all else that a search finds', async () => {
  const database = await freshDatabase();
  await recordBlocks(database, [
    {
      source: { title: 'A page', kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' },
      officials: [{ key: 'official:ann', names: [{ value: 'Ann', lang: 'en' }] }],
      topics: [{ key: 'topic:calls', names: [{ value: 'Calls that somebody has retracted', lang: 'en' }] }],
      meetings: [
        {
          key: 'meeting:retracted',
          kind: 'PHONE_CALL',
          names: [{ value: 'Retracted call', lang: 'en' }],
          status: 'HELD',
          participants: [{ actor: 'official:ann', role: 'PARTICIPANT', status: 'ATTENDED' }],
        },
      ],
    },
  ]);
  const client = mutationClient(database);
  const search = () =>
    client.get<{ nodes: { key: string }[] }>(`{ search(text: "Retracted call") { totalCount
      edges { node { key ... on Meeting { standing } } } nodes { key } } }`);
  expect((await search()).nodes.map(({ key }) => key)).toEqual(['meeting:retracted', 'topic:calls']);

  const { nodes } = await client.get<{ nodes: { key: string }[] }>('{ claims { nodes { key } } }');
  for (const { key } of nodes) {
    const retract = `mutation { retractClaim(claim: "${key}", reason: "Taken back.") { problems { message } } }`;
    expect(await client.get(retract)).toEqual({ problems: [] });
  }
  expect(await search()).toMatchObject({
    totalCount: 2,
    edges: [{ node: { key: 'topic:calls' } }, { node: { key: 'meeting:retracted', standing: 'WITHDRAWN' } }],
  });
  // A page ends between the two as between any others.
  const page = `{ search(text: "Retracted call", first: 1) { pageInfo { endCursor } } }`;
  const { pageInfo } = await client.get<{ pageInfo: { endCursor: string } }>(page);
  const next = `query ($after: String) { search(text: "Retracted call", first: 1, after: $after) { nodes { key } } }`;
  expect(await client.get(next, { after: pageInfo.endCursor })).toEqual({ nodes: [{ key: 'meeting:retracted' }] });
});
