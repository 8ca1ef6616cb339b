import { z } from 'zod';

/**
 * Rules between the fields of one object. They run even where a field is wrong by itself, so that all problems of an input
 * are told at once.
 */
const crossFieldRule = (path: string, message: string, holds: (fields: Readonly<Record<string, unknown>>) => boolean) =>
  z.refine<Readonly<Record<string, unknown>>>(holds, {
    path: path === '' ? [] : [path],
    message,
    when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
  });

/** Where `field` is given, none of the others may be: they would say the same thing twice. */
export const notBoth = (field: string, ...others: string[]) =>
  others.map((other) =>
    crossFieldRule(
      other,
      `stands beside ${field}, which already says it; give one of the two`,
      (fields) => fields[field] === undefined || fields[other] === undefined,
    ),
  );

/** Of two fields, one and only one says it. */
export const exactlyOneOf = (one: string, other: string) => [
  crossFieldRule(
    '',
    `has neither ${one} nor ${other}; give one of them`,
    (fields) => fields[one] !== undefined || fields[other] !== undefined,
  ),
  ...notBoth(one, other),
];
