import { AFTER_ALL, BEFORE_ALL } from '../../domain/time/time.ts';
import { type Standing, type TenureStatus } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { countryShortcut } from './country-shortcut.ts';
import { describedValue } from './described-values.ts';
import { readDescriptions, readReferencedNodes } from './derivation-input.ts';
import { readRowsOf, type RowsOf } from '../overlay/read-rows.ts';
import { type Derivation } from '../write/derived-state.ts';

interface TenureRow {
  sortKey: string;
  status: TenureStatus;
  standing: Standing;
  possibleFrom: string;
  possibleUntil: string;
  country: string;
}

interface Row {
  id: string;
  key: string;
  services: TenureRow[];
  serves: string[];
}

export const OFFICIALS_WITH_TENURES: RowsOf<Row> = {
  statement: `UNWIND $ids AS id
MATCH (o:Thing&Official {id: id}) USING INDEX SEEK o:Thing(id)
RETURN id, o.key AS key,
  [(o)<-[:HELD_BY]-(t:Tenure)-[:OF_POST]->(:Post)-[:POST_OF]->(c:Country) |
    t {.sortKey, .status, .standing, .possibleFrom, .possibleUntil, country: c.id}
  ] AS services,
  [(o)-[:SERVES]->(c) | c.id] AS serves`,
  walk: (official) => [
    {
      id: official.id,
      key: official.key,
      services: official.in('HELD_BY').flatMap(({ from: tenure }) =>
        tenure
          .out('OF_POST')
          .flatMap(({ to: post }) => post.out('POST_OF'))
          .filter(({ to }) => to.is('Country'))
          .map(({ to }) => ({
            ...(tenure.pick(OF_TENURE) as Pick<TenureRow, (typeof OF_TENURE)[number]>),
            country: to.id,
          })),
      ),
      serves: official.out('SERVES').map(({ to }) => to.id),
    },
  ],
};

const OF_TENURE = ['sortKey', 'status', 'standing', 'possibleFrom', 'possibleUntil'] as const;

/** The country that each official serves or served last: as the graph has it, and as tenures and descriptions give it. */
export async function deriveOfficialCountry(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await readRowsOf(tx, ids, OFFICIALS_WITH_TENURES);
  const descriptions = await readDescriptions(tx, ids);
  const described = [...descriptions.values()].flat().flatMap(({ values }) => values.country ?? []);
  const nodes = await readReferencedNodes(tx, described as string[]);
  return rows.map(({ id, key, services, serves }) => {
    const described = describedValue('country', { targets: ['Country'] }, descriptions.get(id) ?? [], nodes);
    const country = countryServed(services) ?? (described.value as string | undefined);
    return countryShortcut({ id, key, type: 'Official' }, 'SERVES', serves, country);
  });
}

/** The country of the latest tenure that was taken up: a current one first, then the one that was possibly held last. */
export function countryServed(tenures: readonly TenureRow[]): string | undefined {
  const takenUp = tenures.filter(
    ({ status, standing }) => standing !== 'WITHDRAWN' && status !== 'NOMINATED' && status !== 'NOT_TAKEN_UP',
  );
  return takenUp.sort(latestFirst)[0]?.country;
}

function latestFirst(a: TenureRow, b: TenureRow): number {
  const sortValues = (tenure: TenureRow) => [
    tenure.status === 'CURRENT' ? '1' : '0',
    tenure.possibleUntil,
    tenure.possibleFrom === AFTER_ALL ? BEFORE_ALL : tenure.possibleFrom,
    tenure.sortKey,
  ];
  const [left, right] = [sortValues(a), sortValues(b)];
  const index = left.findIndex((value, at) => value !== right[at]);
  return index < 0 ? 0 : left[index]! > right[index]! ? -1 : 1;
}
