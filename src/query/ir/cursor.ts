import { ClientError } from '../../domain/errors.ts';

/** Between the name of the order and the sort value; neither contains it. */
const SEPARATOR = '\n';

/** A cursor holds the order of the list and the node's sort value in it. */
export function encodeCursor(order: string, value: string): string {
  return Buffer.from(`${order}${SEPARATOR}${value}`).toString('base64url');
}

/** The sort value in a cursor. Throws a ClientError for a malformed cursor, or one of another order. */
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
