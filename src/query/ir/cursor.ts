import { ClientError } from '../../domain/errors.ts';

/** Parts the name of an order from the value at which a cursor stands; in neither. */
const SEPARATOR = '\n';

/** The cursor of a thing: the order in which it was listed, and the value by which it sorts there. */
export function encodeCursor(order: string, value: string): string {
  return Buffer.from(`${order}${SEPARATOR}${value}`).toString('base64url');
}

/** The value at which a cursor stands. Throws a TellableError for a cursor of another order, or none at all. */
export function decodeCursor(cursor: string, order: string, argument: string): string {
  const [cursorOrder, value, ...rest] = Buffer.from(cursor, 'base64url').toString().split(SEPARATOR);
  if (
    cursorOrder === undefined ||
    value === undefined ||
    rest.length > 0 ||
    encodeCursor(cursorOrder, value) !== cursor
  ) {
    throw new ClientError(
      'BAD_USER_INPUT',
      `\`${argument}\` is no cursor of this API. Pass on, unchanged, an \`endCursor\`, \`startCursor\` or \`cursor\` of an earlier page.`,
    );
  }
  if (cursorOrder !== order) {
    throw new ClientError(
      'BAD_USER_INPUT',
      `\`${argument}\` is a cursor of another order (${cursorOrder}) than is asked for here (${order}). Cursors hold only within ` +
        'one list and order: begin again without it.',
    );
  }
  return value;
}
