/** The conditions of a list, as its address has them: names of parameters of `/export`, each with its values. */
export type Conditions = Readonly<Record<string, readonly string[]>>;

/** Names in the API that take a list, also of one value. */
const LISTS = new Set([
  'refs',
  'actors',
  'kinds',
  'statuses',
  'modes',
  'standings',
  'levels',
  'speakers',
  'acts',
  'stances',
]);

/** Names in the API that are true or false. */
const FLAGS = new Set(['overdue', 'includeInferred', 'onlyAnonymous']);

/** What an address may say beside conditions. */
const OTHER = new Set(['after', 'orderBy.field', 'orderBy.direction']);

/** The conditions of an address; parameters that are empty are none. */
export function conditionsOf(search: URLSearchParams): Conditions {
  const conditions: Record<string, string[]> = {};
  for (const [name, value] of search) {
    if (!OTHER.has(name) && value !== '') (conditions[name] ??= []).push(value);
  }
  return conditions;
}

/** The arguments of the API for these conditions: `{ 'time.from': ['2024-01-01'] }` is `{ time: { from: '2024-01-01' } }`. */
export function argumentsOf(conditions: Conditions): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, values] of Object.entries(conditions)) {
    const names = path.split('.');
    const name = names.pop()!;
    let at = root;
    for (const step of names) at = (at[step] ??= {}) as Record<string, unknown>;
    at[name] = LISTS.has(name) || values.length > 1 ? values : FLAGS.has(name) ? values[0] === 'true' : values[0];
  }
  return root;
}

/** The same without those of one facet. */
export function without(conditions: Conditions, names: readonly string[]): Conditions {
  return Object.fromEntries(Object.entries(conditions).filter(([name]) => !names.includes(name)));
}
