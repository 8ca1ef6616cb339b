/// <reference lib="dom" />
import { createContext, use } from 'react';

/** The languages in which names can be read here, by BCP 47 tag, with their own names. */
export const readersLanguages = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
  uk: 'Українська',
} as const;

export type ReadersLanguage = keyof typeof readersLanguages;

const STORED_AS = 'chancery:names-in';

/** What the reader chose here before, else what the browser says that he or she reads. */
export function preferredLanguage(): ReadersLanguage {
  const stored = localStorage.getItem(STORED_AS);
  if (stored !== null && stored in readersLanguages) return stored as ReadersLanguage;
  return navigator.languages.map(ofBrowser).find((tag) => tag !== undefined) ?? 'en';
}

export const rememberLanguage = (tag: ReadersLanguage): void => localStorage.setItem(STORED_AS, tag);

function ofBrowser(tag: string): ReadersLanguage | undefined {
  const { language, script } = new Intl.Locale(tag).maximize();
  const wanted = language === 'zh' ? `zh-${script}` : language;
  return wanted !== undefined && wanted in readersLanguages ? (wanted as ReadersLanguage) : undefined;
}

export const LanguageContext = createContext<ReadersLanguage>('en');

/** The variable `lang` of every question: the reader's language, then English. */
export function useLang(): string[] {
  const tag = use(LanguageContext);
  return tag === 'en' ? ['en'] : [tag, 'en'];
}

const SCRIPTS: readonly (readonly [RegExp, ReadersLanguage | 'zh'])[] = [
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Cyrillic}/u, 'uk'],
];

/** The language to mark a name with, so that screen readers and fonts treat it well; undefined for that of the page. */
export function languageOf(text: string, [preferred]: readonly string[]): string | undefined {
  const found = SCRIPTS.find(([letters]) => letters.test(text))?.[1];
  return found !== undefined && preferred?.startsWith(found) ? preferred : found;
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether a text is the tag of a language that has a name: `zh-Hant-TW`, but not `english`. */
export function isLanguage(tag: string): boolean {
  try {
    return languageNames.of(tag) !== undefined;
  } catch {
    return false;
  }
}
