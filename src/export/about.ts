import { type About } from './table.ts';

/** What a file says of itself by names, for formats that have names and values. */
export function aboutFields({ title, question, graphVersion, retrieved, citation, licence, notes }: About) {
  return { title, question, graphVersion, retrieved, citation, ...(licence === undefined ? {} : { licence }), notes };
}

/** The same as lines for people, for formats that have one text. */
export const aboutLines = ({ title, question, graphVersion, retrieved, citation, licence, notes }: About): string[] => [
  title,
  citation,
  `Graph version ${graphVersion}, retrieved ${retrieved}.`,
  `Question: ${question}`,
  ...(licence === undefined ? [] : [`Licence: ${licence}`]),
  ...notes,
];
