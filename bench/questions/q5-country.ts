import { COUNTRIES, countryKey } from '../dataset/blocks.ts';
import { type Question } from './question.ts';

export const q5: Question = {
  name: 'Q5',
  asks: 'one country',
  chancery: 'query Q5($ref: Ref!) { country(ref: $ref) { key name } }',
  peer: 'query Q5($ref: String!) { countries(where: { key: { eq: $ref } }) { key name } }',
  floor: {
    cypher: 'MATCH (c:Thing&Country {key: $ref}) RETURN [c.key, c.name]',
    answer: ([row]: [key: string, name: string][]) => ({ country: { key: row![0], name: row![1] } }),
  },
  variables: (index) => ({ ref: countryKey(index % COUNTRIES) }),
  fromPeer: ({ countries: [country] }: { countries: unknown[] }) => ({ country }),
};
