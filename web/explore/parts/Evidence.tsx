import type { ClaimEvidenceFragment } from '../api/documents.generated.ts';
import { capitalised, counted, inWords } from '../words.ts';
import { StatusMark } from './Marks.tsx';
import { ThingLink, titleOf } from './Link.tsx';
import { When } from './When.tsx';

/** One claim: what it says, the chain of those who say so from the first on, and where it stands, down to the paragraph. */
export function Evidence({ claim }: { claim: ClaimEvidenceFragment }) {
  const { status, polarity, reviewState, attribution, evidence, relations, independentSources, note } = claim;
  return (
    <article className="claim">
      <p className="claim-text">
        <ThingLink to={claim} />
      </p>
      {attribution.length > 0 && (
        <ol className="chain" aria-label="Who says so, from the first source on">
          {attribution.map(({ agent, how }) => (
            <li key={`${agent.key} ${how}`}>
              <ThingLink to={agent} /> <span className="how">{inWords(how)}</span>
            </li>
          ))}
        </ol>
      )}
      <ul className="places-in-documents">
        {[...Map.groupBy(evidence, ({ document }) => document.key).values()].map((inDocument) => (
          <InDocument key={inDocument[0]!.document.key} evidence={inDocument} />
        ))}
      </ul>
      <p className="claim-marks">
        <StatusMark status={status} /> · {inWords(claim.attributionKind)}
        {polarity === 'NEGATIVE' && ' · denies it'}
        {claim.attributionInferred && ' (inferred)'}
        {independentSources > 1 && <> · {counted(independentSources, 'independent source')}</>}
        {reviewState !== 'ACCEPTED' && <> · {inWords(reviewState)} by review</>}
      </p>
      {relations.length > 0 && <Relations relations={relations} />}
      {note !== null && <p className="aside">{note}</p>}
    </article>
  );
}

/** Where in one document it stands: the paragraphs, when it was published, how reliable it is, and its page elsewhere. */
function InDocument({ evidence }: Pick<ClaimEvidenceFragment, 'evidence'>) {
  const { document } = evidence[0]!;
  const paragraphs = evidence.flatMap(({ paragraph }) => paragraph ?? []);
  return (
    <li>
      <ThingLink to={document} />
      {paragraphs.length > 0 && `, ${placeInWords(paragraphs)}`}
      {document.published.edtf !== null && (
        <>
          {', published '}
          <When time={document.published} />
        </>
      )}
      {document.reliability !== 'UNKNOWN' && `, reliability ${inWords(document.reliability)}`}
      {document.url !== null && (
        <>
          {' · '}
          <a href={document.url} rel="noreferrer external">
            open the page<span className="unseen"> of {titleOf(document)}</span>
          </a>
        </>
      )}
    </li>
  );
}

/** `headline, paragraphs 1, 8` for the paragraphs H, 1 and 8. */
export function placeInWords(paragraphs: readonly string[]): string {
  const numbered = paragraphs.filter((each) => each !== 'H');
  return [
    numbered.length < paragraphs.length && 'headline',
    numbered.length > 0 && `${numbered.length === 1 ? 'paragraph' : 'paragraphs'} ${numbered.join(', ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** How it stands to other claims: those that it contradicts one by one, the others by how many there are. */
function Relations({ relations }: Pick<ClaimEvidenceFragment, 'relations'>) {
  return [...Map.groupBy(relations, ({ type }) => type)].map(([type, ofType]) => (
    <details
      key={type}
      className={`relations ${type === 'CONTRADICTS' ? 'against' : ''}`}
      open={type === 'CONTRADICTS'}
    >
      <summary>
        {capitalised(inWords(type))} {counted(ofType.length, 'other claim')}
      </summary>
      <ul>
        {ofType.map(({ claim }) => (
          <li key={claim.key}>
            <ThingLink to={claim} />
          </li>
        ))}
      </ul>
    </details>
  ));
}
