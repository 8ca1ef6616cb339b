/** The main values of a thing, by what they are called, for the eye of somebody who says whether two are one. */
export type Values = Readonly<Record<string, string>>;

/** What tells two things apart even if they are one. */
const NEVER_SAME = new Set(['Key', 'Other names']);

/** The values of two things beside one another, in the order of the first; what both have is marked as the same or not. */
export function besideOneAnother(
  a: Values,
  b: Values,
): { name: string; a: string; b: string; isSame: boolean | null }[] {
  const names = [...new Set([...Object.keys(b), ...Object.keys(a)])];
  return names.map((name) => {
    const [left, right] = [a[name] ?? '', b[name] ?? ''];
    return {
      name,
      a: left,
      b: right,
      isSame: left === '' || right === '' || NEVER_SAME.has(name) ? null : left === right,
    };
  });
}
