import { externalIdFault, externalIdName } from '../../domain/identity/external-ids.ts';
import { searchQuery } from '../../domain/names/names.ts';
import { normalizeText } from '../../domain/names/normalize-text.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type Reads, type Tx } from '../../graph/database.ts';
import { ofTypesQuery } from '../../storage/names.ts';
import { typeSpecs } from '../input/type-specs.ts';
import { type StoredNode, filterByCountry, findByExternalId, findByRef, findNamed } from './lookups.ts';
import { suggestionsFor } from './suggestions.ts';

/** What a text of somebody else's file may mean. */
export interface EntityQuestion {
  /** Among what, as the lists of the input are called. What is new is of the first. */
  lists: readonly Exclude<keyof typeof typeSpecs, 'participants'>[];
  /** NAME, KEY or a scheme of external ids; each is tried in turn. */
  by: readonly string[];
  text: string;
  /** A reference to the country whose it is; null for any. */
  country: string | null;
  /** The key that it gets if it is new; null if it must be known. */
  key: string | null;
}

export interface EntityAnswer {
  /** The keys of all that it may be. */
  keys: readonly string[];
  /** True if it has got the key that it gets if it is new: it was new once. */
  isOwn: boolean;
  /** Where nothing is found, what may be meant. */
  suggestions: readonly string[];
}

interface Asked {
  question: EntityQuestion;
  types: readonly TypeName[];
  /** The id of the country; null if none was asked for, undefined if it is not known. */
  country: string | null | undefined;
  keys: string[];
  isOwn: boolean;
}

/**
 * What is known under names and codes. A name is found only as it is, but for case, accents and signs: what is merely near is suggested. What
 * a new node was called in an earlier import comes first, so that it stays the same whatever was merged or recorded since.
 */
export const findEntities = (database: Reads, questions: readonly EntityQuestion[]): Promise<EntityAnswer[]> =>
  database.read((tx) => findInGraph(tx, questions));

async function findInGraph(tx: Tx, questions: readonly EntityQuestion[]): Promise<EntityAnswer[]> {
  const countries = await findByRef(
    tx,
    questions.flatMap(({ country }) => country ?? []),
  );
  const own = await findByRef(
    tx,
    questions.flatMap(({ key }) => key ?? []),
  );
  const asked = questions.map((question): Asked => {
    const types = question.lists.map((list): TypeName => typeSpecs[list].type);
    const isOwn = question.key !== null && own.get(question.key)?.type === types[0];
    const country = question.country === null ? null : countries.get(question.country)?.id;
    return { question, types, country, isOwn, keys: isOwn ? [question.key!] : [] };
  });
  const isOpen = ({ keys, country }: Asked) => keys.length === 0 && country !== undefined;
  const most = Math.max(0, ...questions.map(({ by }) => by.length));
  for (let turn = 0; turn < most; turn += 1) {
    const open = asked.filter((each) => isOpen(each) && turn < each.question.by.length);
    const found = await findBy(tx, open, turn);
    const pairs = open.flatMap(({ country }, index) =>
      country == null ? [] : found[index]!.map(({ id }) => ({ id, country })),
    );
    const isOfCountry = await filterByCountry(tx, pairs);
    open.forEach((each, index) => {
      each.keys = found[index]!.filter(
        ({ id }) => each.country === null || isOfCountry.has(`${id} ${each.country}`),
      ).map(({ key }) => key);
    });
  }
  const lost = asked.filter(({ keys, question }) => keys.length === 0 && question.key === null);
  const near = await suggestionsFor(
    tx,
    lost.map(({ question, types }) => ({ ref: question.text, to: types })),
    new Map(),
  );
  const suggestions = new Map(lost.map((each, index) => [each, near[index]!]));
  return asked.map((each) => ({ keys: each.keys, isOwn: each.isOwn, suggestions: suggestions.get(each) ?? [] }));
}

/** What each is by the word of its turn. */
async function findBy(tx: Tx, asked: readonly Asked[], turn: number): Promise<StoredNode[][]> {
  const wordOf = ({ question }: Asked) => question.by[turn]!;
  const byName = asked.flatMap((each, at) => {
    const query = wordOf(each) === 'NAME' ? searchQuery(each.question.text) : null;
    return query === null ? [] : [{ at, query: ofTypesQuery(each.types, query) }];
  });
  const externalIds = asked.map((each) => {
    const id = { scheme: wordOf(each), value: each.question.text };
    const isOther = ['NAME', 'KEY'].includes(id.scheme) || externalIdFault(id) !== null;
    return isOther ? null : externalIdName(id);
  });
  const named = await findNamed(tx, byName);
  const known = await findByRef(
    tx,
    asked.flatMap((each) => (wordOf(each) === 'KEY' ? each.question.text : [])),
  );
  const identified = await findByExternalId(tx, [...new Set(externalIds.filter((id) => id !== null))]);
  return asked.map((each, at) => {
    const { text } = each.question;
    const name = externalIds[at]!;
    const found =
      wordOf(each) === 'NAME'
        ? (named.get(at) ?? []).filter(({ names }) => names.some(({ value }) => isSameName(value, text, each.types)))
        : [wordOf(each) === 'KEY' ? known.get(text) : name === null ? undefined : identified.get(name)];
    return found.filter((node): node is StoredNode => node !== undefined && each.types.includes(node.type));
  });
}

/** Names of people also stand with the surname first, before a comma. */
function isSameName(name: string, text: string, types: readonly TypeName[]): boolean {
  const [surname, first] = types.includes('Official') ? text.split(',') : [];
  const forms = first === undefined ? [text] : [text, `${first} ${surname}`];
  return forms.some((form) => normalizeText(form) === normalizeText(name));
}
