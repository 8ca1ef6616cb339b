/// <reference lib="dom" />

/** Where GraphiQL keeps the queries that were asked; it would keep their headers with them. */
const HISTORY = /:(queries|favorites)$/;

/** The browser's storage for GraphiQL, which lets everything through but headers: a key stays in the page and goes with it. */
export const storage = {
  getItem: (name: string) => localStorage.getItem(name),
  setItem: (name: string, value: string) =>
    localStorage.setItem(name, HISTORY.test(name) ? withoutHeaders(value) : value),
  removeItem: (name: string) => localStorage.removeItem(name),
  get length() {
    return ourNames().length;
  },
  clear: () => ourNames().forEach((name) => localStorage.removeItem(name)),
};

function ourNames(): string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith('graphiql:'));
}

/** Only GraphiQL's own `headers` are fields here: variables are texts within the JSON. */
function withoutHeaders(history: string): string {
  return JSON.stringify(JSON.parse(history), (name, value: unknown) => (name === 'headers' ? undefined : value));
}
