import { type Tx } from '../../graph/database.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { unflattenTime } from '../../storage/times.ts';
import { type TimeInput } from '../input/record-input.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type DraftedInput } from './draft-claims.ts';
import { type RowValue, isNodeRef } from './row-values.ts';

const TIME = '.timeEdtf';

const KNOWN = `UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN id, t {${TIME}} AS time,
  [(t)-[:PART_OF]->(w) | w {.id, .key, labels: labels(w), time: w {${TIME}}}][0] AS whole,
  [(t)-[:POST_OF|OF_COUNTRY]->(c:Country) | c {.id, .key, labels: labels(c)}][0] AS country,
  [(t)-[:POST_OF]->(:Organization)-[:OF_COUNTRY]->(c:Country) | c {.id, .key, labels: labels(c)}][0] AS countryOfOrganization`;

interface NodeColumns {
  id: string;
  key: string;
  labels: string[];
}

interface KnownColumns {
  id: string;
  time: Record<string, unknown>;
  whole: (NodeColumns & { time: Record<string, unknown> }) | null;
  country: NodeColumns | null;
  countryOfOrganization: NodeColumns | null;
}

/** What an input and the graph together know of the nodes that the input speaks of; the input comes first. */
export class KnownContext {
  readonly #given: ReadonlyMap<string, Readonly<Record<string, RowValue>>>;
  readonly #stored = new Map<string, KnownColumns>();

  private constructor(given: ReadonlyMap<string, Readonly<Record<string, RowValue>>>, stored: readonly KnownColumns[]) {
    this.#given = given;
    for (const row of stored) this.#stored.set(row.id, row);
  }

  static async load(tx: Tx, drafted: Pick<DraftedInput, 'drafts' | 'descriptions'>): Promise<KnownContext> {
    const given = givenValues(drafted);
    const spoken = drafted.drafts.flatMap(({ subject, objects, supports }) => [
      subject,
      ...objects,
      ...supports.flatMap(({ node, values }) => [node, ...Object.values(values).filter(isNodeRef)]),
    ]);
    const named = [...given.values()].flatMap((values) => Object.values(values).filter(isNodeRef));
    const relevant = [...spoken, ...named].filter(({ isNew, type }) => !isNew && relevantTypes.includes(type));
    const ids = [...new Set(relevant.map(({ id }) => id))];
    return new KnownContext(given, ids.length === 0 ? [] : await tx.run<KnownColumns>(KNOWN, { ids }));
  }

  /** The value that the input gives to a field of a node. */
  given({ id }: NodeRef, field: string): RowValue | undefined {
    return this.#given.get(id)?.[field];
  }

  /** The time of an event. */
  timeOf(event: NodeRef): TimeInput | null {
    return (this.given(event, 'time') as TimeInput | undefined) ?? toTime(this.#stored.get(event.id)?.time);
  }

  /** The event of which this one is a part. */
  wholeOf(event: NodeRef): NodeRef | null {
    const given = this.given(event, 'partOf');
    if (isNodeRef(given)) return given;
    const whole = this.#stored.get(event.id)?.whole;
    if (!whole) return null;
    if (!this.#stored.has(whole.id))
      this.#stored.set(whole.id, { ...whole, whole: null, country: null, countryOfOrganization: null });
    return toNodeRef(whole);
  }

  /** The country itself, or that of a post or organization. */
  countryOf(node: NodeRef): NodeRef | null {
    if (node.type === 'Country') return node;
    const country = this.given(node, 'country');
    if (isNodeRef(country)) return country;
    const organization = this.given(node, 'organization');
    if (isNodeRef(organization)) return this.countryOf(organization);
    const stored = this.#stored.get(node.id);
    const found = stored?.country ?? stored?.countryOfOrganization;
    return found ? toNodeRef(found) : null;
  }
}

const relevantTypes: readonly NodeRef['type'][] = ['Meeting', 'Development', 'Post', 'Organization'];

/** What the claims and descriptions of an input give to the fields of each node; of several values, the first. */
function givenValues({ drafts, descriptions }: Pick<DraftedInput, 'drafts' | 'descriptions'>) {
  const given = new Map<string, Record<string, RowValue>>();
  const add = ({ id }: NodeRef, values: Readonly<Record<string, RowValue>>) =>
    given.set(id, { ...values, ...given.get(id) });
  for (const { supports } of drafts) for (const { node, values } of supports) add(node, values);
  for (const { row, values } of descriptions) add(row.node, values);
  return given;
}

function toTime(properties: Record<string, unknown> | undefined): TimeInput | null {
  const { edtf } = unflattenTime('time', properties ?? {});
  return edtf === null ? null : { edtf };
}

const toNodeRef = ({ id, key, labels }: NodeColumns): NodeRef => ({
  id,
  key,
  type: typeFromLabels(labels)!,
  isNew: false,
});
