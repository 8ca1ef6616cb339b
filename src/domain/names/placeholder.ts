/** What tables and forms say where there is no name, in lower case and without punctuation around it. `NA` may be a family name. */
const placeholders: ReadonlySet<string> = new Set([
  ...['n/a', 'n.a', 'n/d', 's/n', 'n.n', 'k.a', 'none', 'null', 'nan', 'nil', 'undefined'],
  ...['not available', 'not applicable', 'not known', 'not named', 'no name', 'no data', 'name unknown'],
  ...['unnamed', 'unknown', 'anonymous', 'vacant', 'tbd', 'tba', 'tbc'],
  ...['to be determined', 'to be announced', 'to be confirmed'],
  ...['inconnu', 'inconnue', 'unbekannt', 'keine angabe', 'desconocido', 'desconocida', 'sin nombre'],
  ...['невідомо', 'невідомий', 'неизвестно', 'неизвестный', 'н/д', 'не указано', 'нет данных'],
  ...['غير معروف', 'غير محدد', '未知', '不详', '不詳', '不明', '无', '無', '未公布', '待定', '佚名'],
]);

/** True for text that stands where a name is missing: punctuation alone, what cannot be seen, `N/A`, `unknown`. */
export function isPlaceholderName(text: string): boolean {
  const word = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<=[./]) | (?=[./])/g, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return word === '' || placeholders.has(word);
}
