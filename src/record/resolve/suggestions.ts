import { externalIdFault, externalIdOfAddress, externalIdOfRef } from '../../domain/identity/external-ids.ts';
import { closestMatches, isId, isKey } from '../../domain/identity/keys.ts';
import { rankNames, searchQuery } from '../../domain/names/names.ts';
import { type TypeName, entityTypes, formatChoice, keyPrefix } from '../../domain/node-types.ts';
import { type Tx } from '../../graph/database.ts';
import { didYouMean } from '../input/problem.ts';
import { ofTypesQuery } from '../../storage/names.ts';
import { findByExternalId, findNamed, keysOfType } from './lookups.ts';
import { type Reference } from './references.ts';

type Unresolved = Pick<Reference, 'ref' | 'to'>;

/** References whose names are looked for; of more than that, which only a wrong file has, keys are compared. */
const MAX_SEARCHED = 200;
const MAX_SUGGESTIONS = 3;
/** The least score of a name in which every word is found, if only with an edit (rankNames). */
const EVERY_WORD = 0.2;
/** From this score on every word is found as it is. */
const EXACT_WORDS = 0.8;

/** The schemes of the codes that stand for names: `UK`, `DEU`, `276`, `Q145`. */
const codeSchemes = ['iso3166_1_alpha2', 'iso3166_1_alpha3', 'un_m49', 'wikidata'];

/**
 * What each unresolved reference may mean, as keys, the likeliest first: what has the text as a code or a name, else what has every word of
 * it in a name, then keys that are spelt nearly so. Where the reference names a kind, `official:Putin`, others are suggested only if nothing
 * of that kind is near. Empty where nothing is near at all.
 *
 * @param declared Keys that the input declares, by type.
 */
export async function suggestionsFor(
  tx: Tx,
  unresolved: readonly Unresolved[],
  declared: ReadonlyMap<TypeName, readonly string[]>,
): Promise<string[][]> {
  const narrowed = unresolved.map(narrowedToKind);
  const ofKind = await findNear(tx, narrowed, declared);
  const others = unresolved.filter(({ to }, index) => ofKind[index]!.length === 0 && to !== narrowed[index]!.to);
  const ofAnyKind = await findNear(tx, others, declared);
  const byReference = new Map(others.map((reference, index) => [reference, ofAnyKind[index]!]));
  return unresolved.map((reference, index) => byReference.get(reference) ?? ofKind[index]!);
}

/** The reference with only the type of its kind, `Official` of `official:Putin`, if that is one of those accepted. */
function narrowedToKind({ ref, to }: Unresolved): Unresolved {
  const kind = kindIn(ref);
  const type = to.find((each) => keyPrefix[each] === kind);
  return { ref, to: type === undefined ? to : [type] };
}

async function findNear(
  tx: Tx,
  unresolved: readonly Unresolved[],
  declared: ReadonlyMap<TypeName, readonly string[]>,
): Promise<string[][]> {
  const searched = unresolved.slice(0, MAX_SEARCHED);
  const byCode = await findByCode(tx, searched);
  const byName = await findByName(tx, searched);
  const keys = new Map<TypeName, string[]>();
  for (const type of new Set(unresolved.flatMap(({ to }) => to)))
    keys.set(type, [...(declared.get(type) ?? []), ...(await keysOfType(tx, type))]);
  return unresolved.map(({ ref, to }, index) => {
    const named = byName[index] ?? [];
    const meant = [...(byCode[index] ?? []), ...named.filter(({ score }) => score === 1).map(({ key }) => key)];
    const spelt = () =>
      closestMatches(
        ref,
        to.flatMap((type) => keys.get(type)!),
      );
    const all = meant.length > 0 ? meant : [...bestNamed(named), ...spelt()];
    return [...new Set(all)].slice(0, MAX_SUGGESTIONS);
  });
}

/** False for text that no node can be referred to by, such as a name. */
export const isReference = (ref: string): boolean => isKey(ref) || isId(ref) || externalIdOfRef(ref) !== null;

/**
 * What is told of a reference to nothing: also of text that cannot be one, which is a name more often than not, and of an external id that
 * cannot be of its scheme.
 */
export function notFoundMessage(ref: string, to: readonly TypeName[], suggestions: readonly string[]): string {
  const found = isReference(ref) ? `nothing is known as ${ref}` : `${JSON.stringify(ref)} is not a reference`;
  const fault = externalIdFault({ scheme: kindIn(ref), value: textIn(ref) });
  const expected =
    fault === null ? `; expected the key or id of ${formatChoice(to)}` : `: ${JSON.stringify(textIn(ref))} ${fault}`;
  return `${found}${expected}${didYouMean(suggestions)}`;
}

/** What stands before the colon of a reference, in lower case: `country` of `country:south-korea`. */
const kindIn = (ref: string) => ref.slice(0, Math.max(0, ref.indexOf(':'))).toLowerCase();
/** What stands after it, or the whole text. */
const textIn = (ref: string) => ref.slice(ref.indexOf(':') + 1);
/** The text of a reference without its kind as words: `country:south-korea` asks for `south korea`. */
const nameIn = (ref: string) => textIn(ref).replace(/[-_./]+/g, ' ');

async function findByCode(tx: Tx, unresolved: readonly Unresolved[]): Promise<string[][]> {
  const codes = unresolved.map(({ ref }) => [
    ...[externalIdOfAddress(ref)].filter((code) => code !== null),
    ...codeSchemes.flatMap((scheme) => externalIdOfRef(`${scheme}:${textIn(ref)}`) ?? []),
  ]);
  const owners = await findByExternalId(tx, [...new Set(codes.flat())]);
  return unresolved.map(({ to }, index) =>
    codes[index]!.flatMap((code) => {
      const owner = owners.get(code);
      return owner !== undefined && to.includes(owner.type) ? owner.key : [];
    }),
  );
}

interface Named {
  key: string;
  /** As of `rankNames`. */
  score: number;
}

async function findByName(tx: Tx, unresolved: readonly Unresolved[]): Promise<Named[][]> {
  const searches = unresolved.flatMap(({ ref, to }, at) => {
    const types = to.filter((type) => entityTypes.includes(type));
    const query = types.length === 0 ? null : searchQuery(nameIn(ref));
    return query === null ? [] : [{ at, query: ofTypesQuery(types, query) }];
  });
  const found = await findNamed(tx, searches);
  return unresolved.map(({ ref }, at) => {
    const rank = rankNames(nameIn(ref));
    return (found.get(at) ?? [])
      .map(({ key, names }) => ({ key, score: rank({ names }).score }))
      .filter(({ score }) => score >= EVERY_WORD)
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  });
}

/** Only those in which every word is found as it is, if there are any. */
function bestNamed(named: readonly Named[]): string[] {
  const exact = named.filter(({ score }) => score >= EXACT_WORDS);
  return (exact.length > 0 ? exact : named).map(({ key }) => key);
}
