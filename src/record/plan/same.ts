import { type Tx } from '../../graph/database.ts';
import { type identityLinks, joins } from '../links.ts';
import { type TimeInput } from '../input.ts';
import { type TypeName, keyPrefix } from '../../domain/thing-types.ts';
import { type Thing } from '../things.ts';
import { type Directory, created } from './directory.ts';
import { FreeKeys } from './keys.ts';
import { type Known, knownByFormerSlot, knownBySlot } from './known.ts';
import { type Problems } from './problems.ts';
import { type FactRow, type Row } from './rows.ts';
import { type Span, overlapping, rowSpan, storedSpan } from './span.ts';

/** A row of facts with what makes it the same fact as another: the things it joins, and over which days. */
interface Candidate {
  row: FactRow;
  slot: string;
  /** The slot as the row names it, where it names what was merged into another since. */
  formerSlot: string;
  /** Null for a participation, which has no time of its own. */
  span: Span | null;
  /** What a key is made of when the row gives none. */
  wanted: string;
  scope: string;
}

/** A new fact: what it joins never changes. */
export interface FactIdentity {
  slot: string;
  role?: string;
  links: { type: (typeof identityLinks)[number]; to: Thing }[];
}

export interface Facts {
  rows: Row[];
  identities: Map<string, FactIdentity>;
}

/** What decides which document a row's block stands in, and when that was published. */
export interface Standing {
  scope: string;
  published: TimeInput | null;
}

/**
 * Finds the fact of each row (docs/domain.md, "Same fact?"): a participation is actor, meeting and role; a tenure is
 * official, post and overlapping time; a membership is member, organization and overlapping time. A second source for a
 * fact adds to it; two rows of one data set with keys of their own stay two facts.
 */
export async function factsOf(
  tx: Tx,
  rows: readonly FactRow[],
  blocks: readonly Standing[],
  directory: Directory,
  problems: Problems,
): Promise<Facts> {
  const candidates = rows.flatMap((row) => candidateOf(row, blocks[row.block]!, directory));
  const known = await knownBySlot(
    tx,
    candidates.map(({ slot }) => slot),
  );
  for (const facts of known.values()) directory.learn(facts);
  const former = await knownByFormerSlot(
    tx,
    candidates.filter(({ slot, formerSlot }) => slot !== formerSlot).map(({ formerSlot }) => formerSlot),
  );
  const unnamed = candidates.filter(({ row }) => row.fields.key === undefined && row.fields.ref === undefined);
  const given = candidates.map(({ row }) => row.fields.key as string | undefined).filter((key) => key !== undefined);
  const keys = await FreeKeys.among(
    tx,
    unnamed.map(({ wanted }) => wanted),
    given,
  );
  const matcher = new Matcher({ known, former }, keys, directory, problems);
  for (const candidate of inTurn(candidates, directory)) matcher.match(candidate);
  return matcher.facts();
}

/** Rows that name their fact come first, so that rows without a name can join them wherever they stand. */
function inTurn(candidates: readonly Candidate[], directory: Directory): Candidate[] {
  const turn = ({ row: { fields } }: Candidate) => {
    if (fields.key !== undefined) return directory.find(fields.key as string) === undefined ? 1 : 0;
    return fields.ref === undefined ? 3 : 2;
  };
  const turns = Map.groupBy(candidates, turn);
  return ([0, 1, 2, 3] as const).flatMap((number) => turns.get(number) ?? []);
}

function candidateOf(row: FactRow, { scope, published }: Standing, directory: Directory): Candidate[] {
  const ends = endsOf(row, directory);
  const key = row.fields.key as string | undefined;
  const ref = row.fields.ref as string | undefined;
  if (ends === null) {
    if (ref !== undefined) return [{ row, slot: '', formerSlot: '', span: null, wanted: '', scope }];
    if (key !== undefined) directory.spoil(key);
    return [];
  }
  const role = row.part.type === 'Participation' ? [String(row.fields.role)] : [];
  return [
    {
      row,
      slot: [...ends.map(({ id }) => id), ...role].join('|'),
      formerSlot: [...ends.map(({ id, as }) => as?.id ?? id), ...role].join('|'),
      span: role.length > 0 ? null : rowSpan(row.fields, published),
      wanted: wantedKey(row.part.type, ends, role),
      scope,
    },
  ];
}

/** The two things that a fact joins; null where one of them is not known. */
function endsOf({ part, fields, meeting }: FactRow, directory: Directory): [Thing, Thing] | null {
  const [one, other]: unknown[] = meeting ? [fields.actor] : Object.keys(part.identity).map((name) => fields[name]);
  const first = typeof one === 'string' ? directory.find(one) : undefined;
  const second = meeting ?? (typeof other === 'string' ? directory.find(other) : undefined);
  return first && second ? [first, second] : null;
}

function wantedKey(type: TypeName, [first, second]: [Thing, Thing], role: string[]): string {
  const slug = ({ key }: Thing) => key.slice(key.indexOf(':') + 1);
  const parts = type === 'Participation' ? [slug(second), slug(first), ...role] : [slug(first), slug(second)];
  return `${keyPrefix[type]}:${parts.join('-').toLowerCase()}`.slice(0, 180);
}

/** Facts of the graph by their slots, and by those that they had before they were merged. */
interface StoredFacts {
  known: Map<string, Known[]>;
  former: Map<string, Known[]>;
}

class Matcher {
  readonly #stored: StoredFacts;
  readonly #keys: FreeKeys;
  readonly #directory: Directory;
  readonly #problems: Problems;
  readonly #bySlot = new Map<string, { thing: Thing; span: Span | null; namedIn: Set<string> }[]>();
  readonly #rows: Row[] = [];
  readonly #identities = new Map<string, FactIdentity>();

  constructor(stored: StoredFacts, keys: FreeKeys, directory: Directory, problems: Problems) {
    this.#stored = stored;
    this.#keys = keys;
    this.#directory = directory;
    this.#problems = problems;
  }

  facts(): Facts {
    return { rows: this.#rows, identities: this.#identities };
  }

  match(candidate: Candidate): void {
    const { row } = candidate;
    const thing = this.#thingOf(candidate);
    if (thing !== null) this.#rows.push({ ...row, thing });
  }

  #thingOf(candidate: Candidate): Thing | null {
    const { row, slot, scope } = candidate;
    const { type } = row.part;
    const { ref, key } = row.fields as { ref?: string; key?: string };
    const named = ref ?? key;
    const before = named === undefined ? undefined : this.#directory.find(named);
    if (ref !== undefined) {
      const thing = this.#directory.who({ ref, to: [type], path: [...row.path, 'ref'] });
      if (thing === null || slot === '') return thing;
      this.#checkSame(candidate, thing);
      return this.#remember(candidate, thing);
    }
    if (key !== undefined && before !== undefined) {
      const thing = this.#directory.declare(key, type, [...row.path, 'key'], scope);
      if (thing.type === type && thing.id === before.id) this.#checkSame(candidate, thing);
      return this.#remember(candidate, thing);
    }
    if (key !== undefined && this.#directory.isDeleted(key, [...row.path, 'key'])) return null;
    const same = this.#sameAs(candidate);
    if (key === undefined)
      return this.#remember(candidate, same ?? this.#create(candidate, this.#keys.take(candidate.wanted)));
    const thing = same ?? this.#create(candidate, key);
    this.#directory.settle(key, thing, scope);
    return this.#remember(candidate, thing);
  }

  /** A fact that the graph or an earlier row has, which this row speaks of too. */
  #sameAs({ slot, formerSlot, span, row, scope }: Candidate): Thing | undefined {
    const stored = (this.#stored.known.get(slot) ?? []).map((thing) => ({
      thing,
      span: span === null ? null : storedSpan(thing.properties),
      namedIn: new Set<string>(),
    }));
    const met = this.#bySlot.get(slot) ?? [];
    const open: typeof met = [
      ...met,
      ...stored.filter(({ thing }) => !met.some((other) => other.thing.id === thing.id)),
    ].filter(({ namedIn }) => row.fields.key === undefined || !namedIn.has(scope));
    const fitting = open.filter((fact) => span === null || fact.span === null || overlapping(fact.span, span));
    // Of several that fit, the one that began last: who says "still in office" speaks of the present tenure.
    const thing = fitting.sort((a, b) => ((a.span?.from ?? '') < (b.span?.from ?? '') ? 1 : -1))[0]?.thing;
    const former = this.#stored.former.get(formerSlot)?.find(({ id }) => id === thing?.id);
    return thing && former ? { ...thing, as: former.as } : thing;
  }

  #remember({ slot, span, row, scope }: Candidate, thing: Thing): Thing {
    const met = this.#bySlot.get(slot) ?? [];
    let fact = met.find((other) => other.thing.id === thing.id);
    if (!fact) {
      fact = { thing, span, namedIn: new Set() };
      this.#bySlot.set(slot, [...met, fact]);
    }
    if (row.fields.key !== undefined) fact.namedIn.add(scope);
    return thing;
  }

  #create({ row, slot }: Candidate, key: string): Thing {
    const thing = created(key, row.part.type);
    const [first, second] = endsOf(row, this.#directory)!;
    const [one, other] = joins[row.part.type];
    this.#identities.set(thing.id, {
      slot,
      ...(row.part.type === 'Participation' ? { role: String(row.fields.role) } : {}),
      links: [
        { type: one, to: first },
        { type: other, to: second },
      ],
    });
    return thing;
  }

  /** A fact's key stays with what it joins. */
  #checkSame({ row, slot }: Candidate, thing: Thing): void {
    const stored = this.#directory.known(thing.id)?.slot ?? this.#identities.get(thing.id)?.slot;
    if (stored === undefined || stored === null || stored === slot) return;
    const named = row.fields.ref === undefined ? 'key' : 'ref';
    const what =
      row.part.type === 'Participation' ? 'actor, meeting and role' : Object.keys(row.part.identity).join(' and ');
    this.#problems.add(
      'DUPLICATE',
      [...row.path, named],
      `${thing.key} is another ${row.part.type.toLowerCase()}: its ${what} are not those of this row; give this row a key of its own`,
    );
  }
}
