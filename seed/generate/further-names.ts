import { type Row, readTable } from './csv.ts';
import { type Block } from './yaml.ts';

type GivenName = NonNullable<NonNullable<Block['organizations']>[number]['names']>[number];

const namesOf = Map.groupBy(readTable('further-names'), ({ key }) => key!);

/** The organizations that have further names. */
export const organizationsWithFurtherNames = [...namesOf.keys()].filter((key) => key.startsWith('org:'));

/** The names of organizations or places beside those of their own tables, which no page gives: they rest on general knowledge. */
export const furtherNames = (keys: readonly string[]): { ref: string; names: GivenName[] }[] =>
  keys.flatMap((key) => {
    const names = namesOf.get(key);
    return names ? [{ ref: key, names: names.map(nameOf) }] : [];
  });

/** A name of a table as a data set has it, which leaves out that a name is the common one. */
export const nameOf = ({ value, lang, kind }: Row): GivenName => ({
  ...{ value: value!, lang: lang! },
  ...(kind === 'COMMON' ? {} : { kind: kind as GivenName['kind'] }),
});
