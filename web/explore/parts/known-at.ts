import { createContext } from 'react';

/** The moment as of which a page shows what was known; null where it shows what is known now. */
export const KnownAtContext = createContext<string | null>(null);
