import { expect, test } from '@jest/globals';
import { originsOf, type ClaimProvenance } from '../../../src/domain/claims/independent-sources.ts';

const said = (agent: string) => ({ agent, how: 'SAID' }) as const;
const reported = (agent: string) => ({ agent, how: 'REPORTED' }) as const;
const page = (id: string, publisher: string | null = null) => ({ id, publisher });

test.each<[what: string, ClaimProvenance, origins: string[]]>([
  ['the first of the chain', { chain: [said('healey'), reported('cna')], documents: [page('d', 'cna')] }, ['healey']],
  [
    'an agency that another reprints',
    { chain: [reported('afp'), said('cna')], documents: [page('d', 'cna')] },
    ['afp'],
  ],
  ['each publisher', { chain: [], documents: [page('d', 'cna'), page('e', 'unn')] }, ['cna', 'unn']],
  ['a publisher once', { chain: [], documents: [page('d', 'cna'), page('e', 'cna')] }, ['cna']],
  ['the document without a publisher', { chain: [], documents: [page('d'), page('e', 'unn')] }, ['d', 'unn']],
  [
    'each publisher, of which one is assumed',
    { chain: [reported('cna')], documents: [page('d', 'cna'), page('e', 'unn')] },
    ['cna', 'unn'],
  ],
  ['another medium', { chain: [reported('afp')], documents: [page('d', 'cna'), page('e', 'unn')] }, ['afp']],
])('the origins of a claim: %s', (_, provenance, origins) => {
  expect(originsOf(provenance)).toEqual(origins);
});
