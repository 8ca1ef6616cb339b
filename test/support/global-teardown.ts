/** Removes the databases of the run. */
export default function tearDown(): Promise<void> {
  return globalThis.removeDatabases();
}
