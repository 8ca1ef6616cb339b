/** Languages of which the names of months are known. */
const LANGUAGES = [
  'en',
  'uk',
  'ru',
  'de',
  'fr',
  'es',
  'it',
  'pl',
  'pt',
  'nl',
  'tr',
  'ro',
  'cs',
  'sv',
  'lt',
  'el',
  'ar',
  'fa',
  'he',
];

function monthWords(): Map<string, number> {
  const words = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (let month = 1; month <= 12; month += 1) {
      const day = new Date(Date.UTC(2025, month - 1, 10));
      for (const options of [
        { day: 'numeric', month: 'long' },
        { month: 'long' },
        { day: 'numeric', month: 'short' },
      ] as const) {
        const parts = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
          ...options,
          timeZone: 'UTC',
        }).formatToParts(day);
        const word = parts
          .find(({ type }) => type === 'month')
          ?.value.toLowerCase()
          .replace(/\.$/, '');
        if (word !== undefined && /^\p{L}{3,}$/u.test(word) && !words.has(word)) words.set(word, month);
      }
    }
  }
  return words;
}

/** The names of months as they stand in dates, alone and shortened, in small letters, with their numbers. No word is two months. */
export const MONTH_WORDS: ReadonlyMap<string, number> = monthWords();
