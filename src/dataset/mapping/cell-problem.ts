/** Why a row of a table cannot be mapped, in words for the person who has the table. */
export class CellProblem extends Error {
  /** The column whose cell it is; null for the row as a whole. */
  readonly column: string | null;

  constructor(column: string | null, message: string) {
    super(message);
    this.column = column;
  }
}
