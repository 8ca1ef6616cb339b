import { dirname } from 'node:path';
import { MeetingFacetsDocument, MeetingListDocument } from '../../web/explore/api/documents.generated.ts';
import { argumentsOf, type Conditions } from '../../web/explore/lists/conditions.ts';
import { FACETS, facetVariables } from '../../web/explore/lists/facets.ts';
import { bodyKey, countryKey, officialKey } from '../dataset/blocks.ts';
import { type BenchmarkDatabase } from '../dataset/database.ts';
import { shuffled } from '../dataset/random.ts';
import { Collected, spreadOf } from '../measure/figures.ts';
import { type Running, pathOf, startServer } from '../servers/running.ts';

/** What a reader may have chosen, as the address of the list has it. */
const CONDITIONS: Readonly<Record<string, Conditions>> = {
  none: {},
  year: { beginsIn: ['2015'] },
  kind: { kinds: ['CONFERENCE'] },
  status: { statuses: ['HELD'] },
  body: { body: [bodyKey(1)] },
  country: { country: [countryKey(1)] },
  level: { 'participation.levels': ['MINISTER'] },
  actor: { actors: [officialKey(1)] },
  window: { 'time.from': ['2015-01-01'], 'time.to': ['2016-12-31'] },
  certainly: { 'time.from': ['2015-01-01'], 'time.to': ['2016-12-31'], 'time.match': ['CERTAINLY'] },
  'kind and body': { kinds: ['CONFERENCE'], body: [bodyKey(1)] },
  'kind and year': { kinds: ['CONFERENCE'], beginsIn: ['2015', '2016', '2017'] },
};

const NAMES = Object.keys(FACETS) as (keyof typeof FACETS)[];
const WARM_UP = 3;

/** One facet, as the question of all has it. */
const facetAlone = (facet: keyof typeof FACETS): string => {
  const entities = facet === 'body' || facet === 'country' ? ' entities { __typename key name(lang: ["en"]) }' : '';
  return `query ($${facet}: MeetingFilter) { meetings(filter: $${facet}) {
    counts(by: [${facet.toUpperCase()}]) { values count${entities} } } }`;
};

/** Says how long the list, all its facets in one question, and each of them alone take, one after another in random order. */
export async function measureFacets(
  { neo4j }: BenchmarkDatabase,
  rounds: number,
  say: (line: string) => void,
): Promise<void> {
  const server = await startServer('Chancery', neo4j, dirname(neo4j.passwordFile));
  try {
    const times = new Collected();
    const whats = ['list', 'facets', ...NAMES];
    for (let round = -WARM_UP; round < rounds; round++) {
      for (const name of shuffled(Math.random, Object.keys(CONDITIONS))) {
        for (const what of shuffled(Math.random, whats)) {
          const asking = ask(server, what, CONDITIONS[name]!);
          // A cold database on a busy machine may take longer than a query may.
          if (round < 0) await asking.catch(() => {});
          else times.of(name, what).push(await asking);
        }
      }
    }
    say(`\nms, medians of ${rounds}: the list of meetings, its facets, and each facet alone`);
    say(`| condition | list | facets | ratio | ${NAMES.join(' | ')} |`);
    say(`| --- | --: | --: | --: | ${NAMES.map(() => '--: |').join(' ')}`);
    for (const name of Object.keys(CONDITIONS)) {
      const [list, facets, ...alone] = whats.map((what) => spreadOf(times.of(name, what)).median);
      const cells = [list!.toFixed(1), facets!.toFixed(1), (facets! / list!).toFixed(2)];
      say(`| ${[name, ...cells, ...alone.map((ms) => ms.toFixed(1))].join(' | ')} |`);
    }
  } finally {
    await server.stop();
  }
}

async function ask({ client }: Running, what: string, conditions: Conditions): Promise<number> {
  const lang = ['en'];
  const body =
    what === 'list'
      ? {
          query: MeetingListDocument.toString(),
          variables: { filter: argumentsOf(conditions), orderBy: { field: 'TIME', direction: 'DESC' }, lang },
        }
      : {
          query: what === 'facets' ? MeetingFacetsDocument.toString() : facetAlone(what as keyof typeof FACETS),
          variables: { ...facetVariables(conditions), lang },
        };
  const { ms, body: answer } = await client.post(pathOf('Chancery'), body);
  if (answer.includes('"errors"')) throw new Error(answer.slice(0, 1_000));
  return ms;
}
