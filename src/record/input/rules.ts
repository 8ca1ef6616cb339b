import { type z } from 'zod';

type Fields = Readonly<Record<string, unknown>>;
type Rule = (fields: Fields, context: z.RefinementCtx) => void;

/** Of two fields, one and only one says it. */
export const exactlyOneOf =
  (one: string, other: string): Rule =>
  (fields, context) => {
    if (fields[one] === undefined && fields[other] === undefined)
      context.addIssue({ code: 'custom', message: `has neither ${one} nor ${other}; give one of them` });
    notBoth(one, other)(fields, context);
  };

/** Where `field` is given, none of the others may be: they would say the same thing twice. */
export const notBoth =
  (field: string, ...others: string[]): Rule =>
  (fields, context) => {
    if (fields[field] === undefined) return;
    for (const other of others.filter((name) => fields[name] !== undefined))
      context.addIssue({
        code: 'custom',
        path: [other],
        message: `stands beside ${field}, which already says it; give one of the two`,
      });
  };
