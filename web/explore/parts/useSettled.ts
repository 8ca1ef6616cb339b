import { useEffect, useState } from 'react';

/** Fast enough to seem at once, slow enough that a word is not searched letter by letter. */
const SETTLED_AFTER_MS = 120;

/** A value that changes as somebody types, once it has not changed for a moment. */
export function useSettled<T>(value: T, afterMs = SETTLED_AFTER_MS): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return settled;
}
