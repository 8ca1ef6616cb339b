/** What tables and forms say where there is no name, in lower case and without punctuation around it. */
const placeholders: ReadonlySet<string> = new Set([
  ...['n/a', 'n.a', 'not available', 'not applicable', 'none', 'null', 'nan', 'nil', 'undefined', 'no name', 'unnamed'],
  ...[
    'unknown',
    'not known',
    'name unknown',
    'tbd',
    'tba',
    'tbc',
    'to be determined',
    'to be announced',
    'to be confirmed',
  ],
  ...[
    'inconnu',
    'inconnue',
    'unbekannt',
    'desconocido',
    'desconocida',
    'невідомо',
    'невідомий',
    'неизвестно',
    'неизвестный',
  ],
  ...['غير معروف', '未知', '不详', '不詳', '不明', '无', '無'],
]);

/** True for text that stands where a name is missing: punctuation alone, what cannot be seen, `N/A`, `unknown`. */
export function isPlaceholderName(text: string): boolean {
  const word = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return word === '' || placeholders.has(word);
}
