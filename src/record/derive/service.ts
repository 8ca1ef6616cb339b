import { AFTER_ALL, BEFORE_ALL } from '../../domain/time.ts';
import { type Standing, type TenureStatus } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type Link } from '../links.ts';
import { descriptionsOf, neighboursOf } from './evidence.ts';
import { type Derivation } from './shape.ts';

interface Service {
  sortKey: string;
  status: TenureStatus;
  standing: Standing;
  possibleFrom: string;
  possibleUntil: string;
  observedUntil: string[];
  country: string;
}

interface Row {
  id: string;
  key: string;
  services: Service[];
  serves: string[];
}

const OFFICIALS = `UNWIND $ids AS id
MATCH (o:Thing&Official {id: id}) USING INDEX SEEK o:Thing(id)
RETURN id, o.key AS key,
  [(o)<-[:HELD_BY]-(t:Tenure)-[:OF_POST]->(:Post)-[:POST_OF]->(c:Country) |
    t {.sortKey, .status, .standing, .possibleFrom, .possibleUntil, .observedUntil, country: c.id}
  ] AS services,
  [(o)-[:SERVES]->(c) | c.id] AS serves`;

/** The state that each official serves or served last: what is, and what tenures and descriptions come to. */
export async function serviceDerivations(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await tx.run<Row>(OFFICIALS, { ids });
  const told = await descriptionsOf(tx, ids);
  const described = [...told.values()].flat().flatMap(({ values }) => values.country ?? []);
  const neighbours = await neighboursOf(tx, described as string[]);
  return rows.map(({ id, key, services, serves }) => {
    const said = (told.get(id) ?? []).map(({ values }) => neighbours.get(values.country as string));
    const country = countryServed(services) ?? said.find((each) => each?.labels.includes('Country'))?.id;
    const link = (to: string): Link<'SERVES'> => ({ type: 'SERVES', from: id, to, properties: {} });
    return {
      id,
      key,
      type: 'Official',
      stored: { properties: {}, links: serves.map(link), externalIds: [], conflicts: [] },
      derived: { properties: {}, links: country === undefined ? [] : [link(country)], externalIds: [], conflicts: [] },
      state: null,
    };
  });
}

/** The country of the latest tenure that was taken up: a present one first, then the one that was held or seen last. */
export function countryServed(services: readonly Service[]): string | undefined {
  const held = services.filter(
    ({ status, standing }) => standing !== 'WITHDRAWN' && status !== 'NOMINATED' && status !== 'NOT_TAKEN_UP',
  );
  return held.sort(latestFirst)[0]?.country;
}

function latestFirst(a: Service, b: Service): number {
  const rank = (service: Service) => [
    service.status === 'CURRENT' ? '1' : '0',
    lastDay(service),
    service.possibleFrom === AFTER_ALL ? BEFORE_ALL : service.possibleFrom,
    service.sortKey,
  ];
  const [left, right] = [rank(a), rank(b)];
  const index = left.findIndex((value, at) => value !== right[at]);
  return index < 0 ? 0 : left[index]! > right[index]! ? -1 : 1;
}

/** The last day on which it may have been held: the end, else the last observation. */
function lastDay({ possibleFrom, possibleUntil, observedUntil }: Service): string {
  const seen = observedUntil.reduce((last, day) => (day > last ? day : last), BEFORE_ALL);
  return possibleFrom <= possibleUntil && possibleUntil > seen ? possibleUntil : seen;
}
