import { expect, test } from '@jest/globals';
import { conditionsOf, inYear, meetingsAddress, parametersOf } from '../../../../web/explore/pictures/conditions.ts';

const said = (search: string) => conditionsOf(new URLSearchParams(search));

test('an address says conditions as the API names them; what it does not say is left out', () => {
  expect(said('')).toEqual({ statuses: ['HELD', 'ONGOING'] });
  expect(said('body=org:udcg&kinds=VISIT&kinds=SUMMIT&time.from=2024&actors=country:GB&shown=all')).toEqual({
    body: 'org:udcg',
    kinds: ['VISIT', 'SUMMIT'],
    time: { from: '2024' },
    actors: ['country:GB'],
  });
  expect(said('body=&time.to=%202024%20&shown=planned')).toEqual({
    time: { to: '2024' },
    statuses: ['PROPOSED', 'SCHEDULED'],
  });
});

test('conditions lead to the list of the same meetings', () => {
  const conditions = said('body=org:udcg&kinds=VISIT&kinds=SUMMIT&time.from=2024-02');
  expect(meetingsAddress(inYear(conditions, '2024'))).toBe(
    '/explore/meetings?body=org:udcg&kinds=VISIT&kinds=SUMMIT&statuses=HELD&statuses=ONGOING&time.from=2024-02&beginsIn=2024',
  );
  expect(meetingsAddress({})).toBe('/explore/meetings');
  expect(parametersOf({ a: null, b: { c: 1, d: ['x', 'y'] } })).toEqual({ 'b.c': '1', 'b.d': ['x', 'y'] });
});
