import { spreadOf, type Spread } from '../measure/figures.ts';
import { type Running, pathOf } from '../servers/running.ts';
import { randomFrom, shuffled } from '../dataset/random.ts';
import { KNOWN, namesOfPeople } from './world.ts';

const QUERY = 'query ($text: String!) { search(text: $text, first: 10) { nodes { key } } }';
const WARM_UP = 200;
const SEARCHES = 2_000;

async function search({ client }: Running, text: string): Promise<{ ms: number; keys: string[] }> {
  const { ms, body } = await client.post(pathOf('Chancery'), { query: QUERY, variables: { text } });
  const { data } = JSON.parse(body) as { data: { search: { nodes: { key: string }[] } } };
  return { ms, keys: data.search.nodes.map(({ key }) => key) };
}

/** The spellings by which a search does not find the one who is known before all others. */
export async function missedSpellings(server: Running, spellings: readonly string[]): Promise<string[]> {
  const missed: string[] = [];
  for (const text of spellings) if ((await search(server, text)).keys[0] !== KNOWN.key) missed.push(text);
  return missed;
}

/** Milliseconds of searches, one at a time: whole names, family names, slips, beginnings and initials of people of the world. */
export async function timeSearches(server: Running): Promise<Spread> {
  const texts = shuffled(randomFrom(7), namesOfPeople())
    .slice(0, WARM_UP + SEARCHES)
    .map(asTyped);
  const times: number[] = [];
  for (const [index, text] of texts.entries()) {
    const { ms } = await search(server, text);
    if (index >= WARM_UP) times.push(ms);
  }
  return spreadOf(times);
}

function asTyped(name: string, index: number): string {
  const [given = '', family = ''] = name.split(' ');
  switch (index % 5) {
    case 0:
      return name;
    case 1:
      return family;
    case 2:
      return `${given} ${family.slice(0, 2)}${family.slice(3)}`;
    case 3:
      return family.slice(0, 4);
    default:
      return `${given.charAt(0)}. ${family}`;
  }
}
