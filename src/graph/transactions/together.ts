/**
 * Waits for all of these, also if one fails: no statement may still run when its transaction is rolled back. The first failure is the
 * cause of the others. What is sent together in one transaction is sent at once, and takes one wait.
 */
export async function together<T extends readonly unknown[]>(
  promises: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  let failure: { cause: unknown } | null = null;
  const settled = promises.map(async (promise) => {
    try {
      return await Promise.resolve(promise);
    } catch (cause) {
      failure ??= { cause };
      return undefined;
    }
  });
  const values = await Promise.all(settled);
  if (failure !== null) throw (failure as { cause: unknown }).cause;
  return values as { -readonly [K in keyof T]: Awaited<T[K]> };
}
