import { capacityOf, daysOf } from './capacity.ts';
import { type Row } from './csv.ts';
import { officialNamed, officialNames } from './people.ts';
import { type Blocks } from './sources.ts';
import { type Block, filled } from './yaml.ts';

export type Meeting = NonNullable<Block['meetings']>[number];
type Participant = NonNullable<Meeting['participants']>[number];

/**
 * Adds who took part, as each page says it: one block for a page, and for each confidence of its rows. Rows of several
 * pages about one actor in one meeting and role are one participation, with a claim by each page.
 *
 * @param timeOf The time of a meeting by its key, by which the posts of those who took part are found.
 */
export function addParticipants(blocks: Blocks, rows: readonly Row[], timeOf: (meeting: string) => string): void {
  const byBlock = Map.groupBy(rows, ({ source, confidence }) => `${source} ${confidence}`);
  for (const told of byBlock.values()) {
    const [{ source, confidence }] = told as [Row];
    const meetings = [...Map.groupBy(told, ({ meeting }) => meeting!)].map(([ref, each]): Meeting => ({
      ref,
      participants: distinct(each.map((row) => participantOf(row, timeOf(ref)))),
    }));
    blocks.add(source!, { meetings }, Number(confidence));
  }
}

/** The officials who take part, or for whom somebody stands in. */
export function officialsIn(rows: readonly Row[]): Set<string> {
  const names = rows.flatMap(({ actor, stands_in_for }) => [actor!, stands_in_for!]);
  return new Set(names.filter((name) => name !== '' && !isKey(name)).map((name) => officialNamed(name, officialNames)));
}

/** Countries and organizations stand in the tables by their keys, officials by their names. */
const isKey = (actor: string) => /^(country|org):/.test(actor);

function participantOf(row: Row, time: string): Participant {
  const { actor, role, status, mode, title, on_behalf_of: onBehalfOf, stands_in_for: standsInFor, inferred } = row;
  const official = isKey(actor!) ? undefined : officialNamed(actor!, officialNames);
  return filled({
    actor: official ?? actor!,
    role: role as 'ATTENDEE',
    status: status as 'ATTENDED',
    capacity: official && capacityOf(official, title!, daysOf(time)),
    onBehalfOf,
    standsInFor: standsInFor ? officialNamed(standsInFor, officialNames) : undefined,
    mode: (mode || undefined) as 'REMOTE' | undefined,
    inferred: inferred === 'yes' ? true : undefined,
    note: inferred === 'yes' ? 'From a general statement of the page, which does not name it.' : undefined,
  });
}

/** Without repetitions: a page that says the same twice says it once. */
const distinct = (participants: readonly Participant[]) => [
  ...new Map(participants.map((each) => [JSON.stringify(each), each])).values(),
];
