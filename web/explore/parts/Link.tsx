import { Link as RouterLink } from 'wouter';
import { addressOf } from '../address.ts';
import { languageOf, useLang } from '../languages.ts';
import { type Linked, titleOf } from './linked.ts';
import { usePrefetch } from './prefetch.ts';

export { type Linked, titleOf };

/** The name of a thing, which leads to its page if it has one. */
export function ThingLink({ to }: { to: Linked }) {
  const lang = useLang();
  const prefetch = usePrefetch(to);
  const title = titleOf(to);
  const address = addressOf(to);
  const language = languageOf(title, lang);
  if (address === null) return <span lang={language}>{title}</span>;
  return (
    // On a press too: the page itself would only ask once it has been drawn.
    <RouterLink href={address} lang={language} onPointerEnter={prefetch} onFocus={prefetch} onClick={prefetch}>
      {title}
    </RouterLink>
  );
}

/** Several things, with commas. */
export function ThingLinks({ to }: { to: readonly Linked[] }) {
  return to.map((each, index) => (
    <span key={each.key}>
      {index > 0 && ', '}
      <ThingLink to={each} />
    </span>
  ));
}
