import { OrganizationKind, Polarity, TenureStatus } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { unflattenTime } from '../../storage/times.ts';
import { type TimeInput } from '../input/record-input.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type DraftedInput } from './draft-claims.ts';
import { type RowValue, isNodeRef } from './row-values.ts';

const TIME = '.timeEdtf';

/** Organizations that are of no one state, wherever their seat is: a German may lead the Munich Security Conference, and a Norwegian. */
const stateless: readonly unknown[] = [
  OrganizationKind.INTERGOVERNMENTAL,
  OrganizationKind.COALITION,
  OrganizationKind.SECURITY_PARTNERSHIP,
  OrganizationKind.CONFERENCE_SERIES,
  OrganizationKind.MEDIA,
  OrganizationKind.PLATFORM,
];
const IS_OF_STATE = `NOT o.kind IN ['${stateless.join("', '")}']`;

const KNOWN = `UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN id, t {${TIME}} AS time,
  [(t)-[:PART_OF]->(w) | w {.id, .key, labels: labels(w), time: w {${TIME}}}][0] AS whole,
  [(t)-[:POST_OF|OF_COUNTRY]->(c:Country) | c {.id, .key, labels: labels(c)}][0] AS country, t.kind AS kind,
  [(t)-[:POST_OF]->(o:Organization)-[:OF_COUNTRY]->(c:Country) WHERE ${IS_OF_STATE} |
    c {.id, .key, labels: labels(c)}][0] AS countryOfOrganization,
  [(t:Official)-[:SERVES]->(c:Country) | c {.id, .key, labels: labels(c)}] +
  [(t:Official)-[:HOLDS]->(:Post)-[:POST_OF]->(c:Country) | c {.id, .key, labels: labels(c)}] +
  [(t:Official)-[:HOLDS]->(:Post)-[:POST_OF]->(o:Organization)-[:OF_COUNTRY]->(c:Country) WHERE ${IS_OF_STATE} |
    c {.id, .key, labels: labels(c)}] AS served`;

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
  kind: string | null;
  countryOfOrganization: NodeColumns | null;
  /** Of an official: the countries of which posts are or were held, and the one that is given. */
  served: NodeColumns[];
}

/** A term of an official that the input tells of. */
interface GivenTerm {
  tenure: NodeRef;
  post: NodeRef;
}

/** What an input and the graph together know of the nodes that the input speaks of; the input comes first. */
export class KnownContext {
  readonly #given: ReadonlyMap<string, Readonly<Record<string, RowValue>>>;
  readonly #stored = new Map<string, KnownColumns>();
  readonly #terms: ReadonlyMap<string, readonly GivenTerm[]>;

  private constructor(
    given: ReadonlyMap<string, Readonly<Record<string, RowValue>>>,
    terms: ReadonlyMap<string, readonly GivenTerm[]>,
    stored: readonly KnownColumns[],
  ) {
    this.#given = given;
    this.#terms = terms;
    for (const row of stored) this.#stored.set(row.id, row);
  }

  static async load(tx: Tx, drafted: Pick<DraftedInput, 'drafts' | 'descriptions'>): Promise<KnownContext> {
    const given = givenValues(drafted);
    const spoken = drafted.drafts.flatMap(({ subject, objects, supports }) => [
      subject,
      ...objects,
      ...supports.flatMap(({ node, values }) => [node, ...Object.values(values).flat().filter(isNodeRef)]),
    ]);
    const named = [...given.values()].flatMap((values) => Object.values(values).filter(isNodeRef));
    const relevant = [...spoken, ...named].filter(({ isNew, type }) => !isNew && relevantTypes.includes(type));
    const ids = [...new Set(relevant.map(({ id }) => id))];
    const stored = ids.length === 0 ? [] : await tx.run<KnownColumns>(KNOWN, { ids });
    return new KnownContext(given, givenTerms(drafted), stored);
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
    if (!this.#stored.has(whole.id)) this.#stored.set(whole.id, { ...NOTHING_KNOWN, ...whole });
    return toNodeRef(whole);
  }

  /** The country itself, or that of a post or organization of a state. */
  countryOf(node: NodeRef): NodeRef | null {
    if (node.type === 'Country') return node;
    const stored = this.#stored.get(node.id);
    if (node.type === 'Organization' && stateless.includes(this.given(node, 'kind') ?? stored?.kind)) return null;
    const country = this.given(node, 'country');
    if (isNodeRef(country)) return country;
    const organization = this.given(node, 'organization');
    if (isNodeRef(organization)) return this.countryOf(organization);
    const found = stored?.country ?? stored?.countryOfOrganization;
    return found ? toNodeRef(found) : null;
  }

  /** The countries that an official serves or has served, without what terms in the input say. */
  knownCountries(official: NodeRef): NodeRef[] {
    const given = this.given(official, 'country');
    return [...(isNodeRef(given) ? [given] : []), ...(this.#stored.get(official.id)?.served ?? []).map(toNodeRef)];
  }

  /** The terms of an official that the input tells of. */
  givenTerms({ id }: NodeRef): readonly GivenTerm[] {
    return this.#terms.get(id) ?? [];
  }
}

const NOTHING_KNOWN = { whole: null, country: null, kind: null, countryOfOrganization: null, served: [] };

const relevantTypes: readonly NodeRef['type'][] = ['Meeting', 'Development', 'Post', 'Organization', 'Official'];

/** The terms in which officials are or were in office, by the id of the official. */
function givenTerms({ drafts }: Pick<DraftedInput, 'drafts'>): Map<string, GivenTerm[]> {
  const terms = new Map<string, GivenTerm[]>();
  for (const { polarity, subject, objects, supports } of drafts) {
    const post = objects.find(({ type }) => type === 'Post');
    if (polarity !== Polarity.AFFIRMATIVE || post === undefined) continue;
    for (const { node: tenure, values } of supports) {
      const isTakenUp = values.status !== TenureStatus.NOMINATED && values.status !== TenureStatus.NOT_TAKEN_UP;
      if (tenure.type === 'Tenure' && isTakenUp)
        terms.set(subject.id, [...(terms.get(subject.id) ?? []), { tenure, post }]);
    }
  }
  return terms;
}

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
