import { ClientError } from '../../../domain/errors.ts';

/** A field that revisions do not tell of. */
export const notVersioned = (what: string) => (): never => {
  throw new ClientError(
    'NOT_KNOWN_AT',
    `${what} is not kept in revisions, so it cannot be told with \`knownAt\`. Leave the field out, or ask without \`knownAt\` ` +
      'for how it is now.',
  );
};
