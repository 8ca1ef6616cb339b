import { externalIdName } from '../../domain/external-ids.ts';
import { timeOf } from '../../domain/time.ts';
import { type Tx } from '../../graph/database.ts';
import { type ExternalIdInput, type TimeInput } from '../input.ts';
import { withArticle } from '../../domain/thing-types.ts';
import { type Thing } from '../things.ts';
import { type Draft } from './draft.ts';
import { knownByExternalId } from './known.ts';
import { fieldsOf } from './mentions.ts';
import { type Problems } from './problems.ts';
import { type Row } from './rows.ts';
import { type Survey } from './survey.ts';
import { isThing, valuesOf } from './values.ts';

/** Checks what rows say, beside what they point at. */
export function checkRows({ rows, directory }: Survey, drafts: readonly Draft[], problems: Problems): void {
  checkNeeds(rows, drafts, problems);
  checkParticipants(rows, problems);
  for (const row of rows) {
    checkOrder(row, problems);
    checkSelf(row, directory, problems);
    checkPlace(row, problems);
  }
}

/** What a new thing cannot do without may stand in any of its rows, or follow from a claim about it. */
function checkNeeds(rows: readonly Row[], drafts: readonly Draft[], problems: Problems): void {
  const said = new Map<string, Set<string>>();
  const add = ({ id }: Thing, names: readonly string[]) => said.set(id, new Set([...(said.get(id) ?? []), ...names]));
  for (const { thing, fields } of rows)
    add(
      thing,
      Object.keys(fields).filter((name) => fields[name] !== undefined),
    );
  for (const { supports } of drafts) for (const { thing, values } of supports) add(thing, Object.keys(values));
  for (const { part, thing, path, fields } of rows) {
    const describesItself = path[1] === 'source';
    if (!thing.isNew || describesItself || (fields.key === undefined && fields.ref !== undefined)) continue;
    const missing = part.needs.filter((name) => !said.get(thing.id)!.has(name));
    const empty = part.needs.filter((name) => Array.isArray(fields[name]) && (fields[name] as unknown[]).length === 0);
    for (const name of new Set([...missing, ...empty])) {
      problems.invalid(path, `${thing.key} is new; ${withArticle(part.type)} needs ${needed[name] ?? name}`);
    }
    if (part.type === 'Post' && fields.country === undefined && fields.organization === undefined)
      problems.invalid(path, `${thing.key} is new; a post needs country or organization: whose post it is`);
    if (part.type === 'Document' && fields.title === undefined && fields.url === undefined)
      problems.invalid(path, `${thing.key} is new; a document needs title or url, so that it can be found again`);
  }
}

const needed: Record<string, string> = {
  names: 'names: what it is called, in one language at least',
  time: 'time: when it takes or took place, as coarse as the source gives it',
  status: 'status: whether it is planned or came about',
  level: 'level: its rank; UNKNOWN where the source does not tell',
  gist: "gist: what was said, in the coder's own words",
  act: 'act: what was done by saying it',
};

function checkParticipants(rows: readonly Row[], problems: Problems): void {
  const met = new Set<string>();
  for (const { part, thing, block, path, fields } of rows) {
    if (part.type !== 'Participation') continue;
    const again = `${block}|${thing.as?.id ?? thing.id}`;
    if (met.has(again)) {
      const message = `${String(fields.actor)} is given twice as ${String(fields.role)} of this meeting; say all of it in one row`;
      problems.add('DUPLICATE', path, message);
    }
    met.add(again);
  }
}

/** Where two times bound something, the later one may not surely come first. */
function checkOrder({ path, fields }: Row, problems: Problems): void {
  for (const [begin, finish] of [
    ['start', 'end'],
    ['founded', 'dissolved'],
  ] as const) {
    const first = fields[begin] as TimeInput | undefined;
    const last = fields[finish] as TimeInput | undefined;
    if (!first || !last) continue;
    const earliest = timeOf(first).startEarliest;
    const latest = timeOf(last).endLatest;
    if (earliest !== null && latest !== null && latest < earliest)
      problems.invalid([...path, finish], `${last.edtf} lies before the ${begin}, ${first.edtf}; expected it after`);
  }
}

/** Nothing is a part of itself, belongs to itself or stands in for itself. */
function checkSelf({ part, thing, path, fields }: Row, directory: Survey['directory'], problems: Problems): void {
  // Things of a type that cannot stand there are told of elsewhere.
  const values = valuesOf(fields, Object.fromEntries(fieldsOf(part)), directory);
  const find = (name: string) => (isThing(values[name]) ? values[name].id : undefined);
  for (const [name] of fieldsOf(part)) {
    if (find(name) === thing.id) problems.invalid([...path, name], `${thing.key} points at itself here`);
  }
  for (const [one, other, message] of [
    ['actor', 'standsInFor', 'nobody stands in for himself'],
    ['actor', 'onBehalfOf', 'who acts for itself needs no onBehalfOf; leave it out'],
    ['member', 'organization', 'nothing belongs to itself'],
  ] as const) {
    if (find(one) !== undefined && find(one) === find(other)) problems.invalid([...path, other], message);
  }
  if (part.type !== 'Participation') return;
  const actor = directory.find(String(fields.actor));
  for (const name of ['capacity', 'standsInFor']) {
    if (fields[name] === undefined || !actor || actor.type === 'Official') continue;
    problems.invalid(
      [...path, name],
      `${actor.key} is ${withArticle(actor.type)}; only an official takes part with ${name}`,
    );
  }
}

function checkPlace({ path, fields }: Row, problems: Problems): void {
  for (const [one, other] of [
    ['latitude', 'longitude'],
    ['longitude', 'latitude'],
  ] as const) {
    if (fields[one] !== undefined && fields[other] === undefined)
      problems.invalid([...path, one], `${one} stands without ${other}; give both or neither`);
  }
  if (fields.participants === undefined || fields.status === undefined) return;
  if (['HELD', 'ONGOING', 'UNKNOWN'].includes(fields.status as string)) return;
  (fields.participants as { status: string }[]).forEach(({ status }, index) => {
    if (status === 'ATTENDED')
      problems.invalid(
        [...path, 'participants', index, 'status'],
        `nobody has ATTENDED a meeting that is ${String(fields.status)}; expected a plan such as INVITED, PLANNED or CONFIRMED`,
      );
  });
}

/** An external id belongs to one thing. */
export async function checkExternalIds(tx: Tx, rows: readonly Row[], problems: Problems): Promise<void> {
  const given = rows.flatMap(({ thing, path, fields }) =>
    ((fields.externalIds ?? []) as ExternalIdInput[]).map((externalId, index) => ({
      name: externalIdName(externalId),
      thing,
      path: [...path, 'externalIds', index],
    })),
  );
  const owners = new Map<string, Thing>(await knownByExternalId(tx, [...new Set(given.map(({ name }) => name))]));
  for (const { name, thing, path } of given) {
    const owner = owners.get(name);
    if (owner === undefined) owners.set(name, thing);
    else if (owner.id !== thing.id)
      problems.add(
        'DUPLICATE',
        path,
        `${name} already belongs to ${owner.key}; if that is meant, write ref: ${owner.key}`,
        [owner.key],
      );
  }
}
