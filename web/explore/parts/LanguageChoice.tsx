import { type ReadersLanguage, readersLanguages } from '../languages.ts';

/** In which language names are shown, where they are recorded in it. */
export function LanguageChoice({
  language,
  onChoose,
}: {
  language: ReadersLanguage;
  onChoose: (language: ReadersLanguage) => void;
}) {
  return (
    <label className="language">
      <span>Names in</span>
      <select value={language} onChange={({ currentTarget }) => onChoose(currentTarget.value as ReadersLanguage)}>
        {Object.entries(readersLanguages).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
