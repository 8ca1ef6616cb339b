import type { ComparedFragment } from '../api/documents.generated.ts';
import { titleOf } from '../parts/Link.tsx';
import { timeByItself, whenInWords } from '../parts/time.ts';
import { capitalised, inWords } from '../words.ts';
import type { Values } from './beside.ts';
import { edtfOf } from './built-time.ts';
import type { Added, Draft } from './draft.ts';

const NAMES_SHOWN = 6;

/** Values of a thing of the record. */
export function valuesOf(thing: ComparedFragment): Values {
  const names = [...new Set(thing.names.map(({ value }) => value))].filter((name) => name !== thing.name);
  return filled({
    Name: thing.name,
    'Other names': names.slice(0, NAMES_SHOWN).join(', '),
    ...ofType(thing),
    Codes: thing.externalIds.map(({ scheme, value }) => `${scheme} ${value}`).join(', '),
    Key: thing.key,
  });
}

function ofType(thing: ComparedFragment): Values {
  switch (thing.__typename) {
    case 'Meeting': {
      const { kind, status, time, places, body, ordinal, participations } = thing;
      const who = [...new Set(participations.nodes.map(({ actor }) => titleOf(actor)))].toSorted();
      return {
        When: whenInWords(time),
        Where: places.map(titleOf).join(', '),
        Kind: capitalised(inWords(kind)),
        Status: capitalised(inWords(status)),
        Body: body === null ? '' : numbered(titleOf(body), ordinal),
        Who: who.join(', ') + (participations.totalCount > participations.nodes.length ? ' and others' : ''),
      };
    }
    case 'Official':
      return {
        Country: thing.country === null ? '' : titleOf(thing.country),
        Posts: [...new Set(thing.tenures.map(({ post }) => titleOf(post)))].join(', '),
      };
    case 'Post':
      return {
        Country: thing.country === null ? '' : titleOf(thing.country),
        Level: capitalised(inWords(thing.level)),
      };
    case 'Organization':
      return {
        Country: thing.country === null ? '' : titleOf(thing.country),
        Kind: capitalised(inWords(thing.organizationKind)),
      };
    case 'Place':
      return {
        Country: thing.country === null ? '' : titleOf(thing.country),
        Kind: capitalised(inWords(thing.placeKind)),
      };
    default:
      return {};
  }
}

const numbered = (body: string, ordinal: number | string | null) =>
  ordinal === null || ordinal === '' ? body : `${body}, no. ${ordinal}`;

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** The same values of the meeting in the form. */
export function valuesOfDraft({ names, time, places, kind, status, body, ordinal, participants }: Draft): Values {
  const [name = '', ...others] = names.map(({ value }) => value.trim()).filter((value) => value !== '');
  const built = edtfOf(time);
  return filled({
    Name: name,
    'Other names': others.join(', '),
    When: 'edtf' in built && built.edtf !== null ? timeByItself(built.edtf) : 'date unknown',
    Where: places.map((place) => place.name).join(', '),
    Kind: capitalised(inWords(kind)),
    Status: capitalised(inWords(status)),
    Body: body === null ? '' : numbered(body.name, ordinal),
    Who: participants
      .flatMap(({ actor }) => actor?.name ?? [])
      .toSorted()
      .join(', '),
  });
}

/** The same values of something that is added. */
export const valuesOfAdded = ({ name, country, post, level, organizationKind, placeKind }: Added): Values =>
  filled({
    Name: name,
    Country: country?.name ?? '',
    Posts: post?.name ?? '',
    Level: capitalised(inWords(level)),
    Kind: capitalised(inWords(organizationKind || placeKind)),
  });
