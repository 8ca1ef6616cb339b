/// <reference lib="dom" />
import { ask } from '../api/ask.ts';
import { NamesOfDocument } from '../api/documents.generated.ts';
import { languageOf } from '../languages.ts';
import { keyPrefix } from '../../../src/domain/node-types.ts';
import { type Added, type AddedType, type Chosen } from './draft.ts';
import { useForm } from './form.ts';
import { slugOf } from './input.ts';
import { newId } from './new-id.ts';

const TRIED = 9;

/** Adds somebody or something that the record does not have, under a key that is free; of a country, if one is known already. */
export function useAdd(country: Chosen | null): (type: AddedType, name: string) => Promise<Chosen> {
  const { draft, change } = useForm();
  return async (type, name) => {
    const added: Added = {
      __typename: type,
      key: await freeKey(type, name, new Set(draft.added.map(({ key }) => key))),
      name,
      lang: LANGUAGES[languageOf(name, []) ?? ''] ?? 'en',
      country: type === 'Topic' ? null : country,
      post: null,
      level: '',
      organizationKind: '',
      placeKind: '',
    };
    change((now) => ({ ...now, added: [...now.added, added] }));
    return { __typename: type, key: added.key, name };
  };
}

/** Of a name in Chinese letters, the traditional ones are as good a guess as any; it can be changed beside the name. */
const LANGUAGES: Readonly<Record<string, string>> = { zh: 'zh-Hant', uk: 'uk' };

/**
 * `official:john-smith`, or with a number if the record or the form has that. The API takes a key that exists for what has it,
 * so that of an unanswered question one is made that cannot exist.
 */
async function freeKey(type: AddedType, name: string, inForm: ReadonlySet<string>): Promise<string> {
  const base = `${keyPrefix[type]}:${slugOf(name)}`;
  const random = `${base}${base.endsWith(':') ? '' : '-'}${newId().slice(0, 8)}`;
  if (base.endsWith(':')) return random;
  const candidates = [base, ...Array.from({ length: TRIED }, (_, index) => `${base}-${index + 2}`)];
  try {
    const { entities } = await ask(NamesOfDocument, { refs: candidates, lang: ['en'] });
    const taken = new Set([...inForm, ...entities.nodes.map(({ key }) => key)]);
    return candidates.find((key) => !taken.has(key)) ?? random;
  } catch {
    return random;
  }
}
