import { z } from 'zod';

/**
 * A rule across the fields of one object. It also runs where single fields are invalid, so that all problems of an input are
 * reported at once.
 */
const crossFieldRule = (path: string, message: string, holds: (fields: Readonly<Record<string, unknown>>) => boolean) =>
  z.refine<Readonly<Record<string, unknown>>>(holds, {
    path: path === '' ? [] : [path],
    message,
    when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
  });

/** Where `field` is given, none of the others may be: they state the same thing. */
export const notBoth = (field: string, ...others: string[]) =>
  others.map((other) =>
    crossFieldRule(
      other,
      `cannot be combined with ${field}; give only one of them`,
      (fields) => fields[field] === undefined || fields[other] === undefined,
    ),
  );

/** Exactly one of the two fields is given. */
export const exactlyOneOf = (one: string, other: string) => [
  crossFieldRule(
    '',
    `has neither ${one} nor ${other}; give one of them`,
    (fields) => fields[one] !== undefined || fields[other] !== undefined,
  ),
  ...notBoth(one, other),
];
