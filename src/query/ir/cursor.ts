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
    throw notACursor(argument);
  }
  if (cursorOrder !== order) {
    throw new ClientError(
      'BAD_USER_INPUT',
      `\`${argument}\` is a cursor for the order ${cursorOrder}, and this list is ordered by ${order}. Cursors are valid only within ` +
        'one list and order: start again without it.',
    );
  }
  return value;
}

export const notACursor = (argument: string): ClientError =>
  new ClientError(
    'BAD_USER_INPUT',
    `\`${argument}\` is not a cursor of this API. Pass an unchanged \`endCursor\`, \`startCursor\` or \`cursor\` of an earlier page.`,
  );
