import { useAsk } from '../parts/Ask.tsx';
import { SearchDocument } from '../api/documents.generated.ts';
import { ThingLink } from '../parts/Link.tsx';
import { momentInWords } from '../parts/moment.ts';
import { Page } from '../parts/Page.tsx';

/** There is nothing at this address, or there was nothing yet at that time; with what has a similar name. */
export function NotFound({
  what,
  sought,
  knownAt = null,
  again,
}: {
  what: string;
  sought: string;
  knownAt?: string | null;
  again?: () => void;
}) {
  const words = sought.replace(/^[a-z]+:/, '').replaceAll('-', ' ');
  const { data } = useAsk(SearchDocument, { text: words, first: 5 });
  const nearest = data?.search.nodes ?? [];
  return (
    <Page title={knownAt === null ? `There is no ${what} here` : 'Not known yet'}>
      <p>
        {knownAt === null
          ? `The record has nothing with the key ${sought}.`
          : `Of ${sought}, nothing was recorded on ${momentInWords(knownAt)}.`}{' '}
        {knownAt !== null && again && (
          <button type="button" onClick={again}>
            Show what is known now
          </button>
        )}
      </p>
      {nearest.length > 0 && knownAt === null && (
        <>
          <p>Perhaps you look for one of these:</p>
          <ul>
            {nearest.map((entity) => (
              <li key={entity.key}>
                <ThingLink to={entity} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
