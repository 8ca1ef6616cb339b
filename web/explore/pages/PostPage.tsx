import { useSearchParams } from 'wouter';
import { exportAddress } from '../address.ts';
import { HeldOnDocument, PostPageDocument } from '../api/documents.generated.ts';
import { Ask } from '../parts/Ask.tsx';
import { EntityFrame } from '../parts/EntityFrame.tsx';
import { ThingLink } from '../parts/Link.tsx';
import { Section } from '../parts/Page.tsx';
import { Terms } from '../parts/Terms.tsx';
import { today } from '../parts/today.ts';
import { inWords } from '../words.ts';
import { NotFound } from './NotFound.tsx';

/** A post: its holders on a line of time, and who held it on a day. */
export default function PostPage({ of }: { of: string }) {
  const variables = { ref: of };
  return (
    <Ask question={PostPageDocument} variables={variables}>
      {({ post }) => {
        if (!post) return <NotFound what="post" sought={of} />;
        const owner = post.country ?? post.organization;
        return (
          <EntityFrame
            entity={post}
            kicker={
              <>
                Post
                {owner && (
                  <>
                    {' '}
                    of <ThingLink to={owner} />
                  </>
                )}
              </>
            }
            lead={[inWords(post.level), post.portfolio !== null && inWords(post.portfolio)].filter(Boolean).join(', ')}
            asked={{ question: PostPageDocument, variables }}
            downloads={{ 'Holders (CSV)': exportAddress('tenures', 'csv', { post: of }) }}
          >
            <Section title="Holders" count={post.holders.length}>
              <Terms terms={post.holders} by="official" />
              {post.holders.length === 0 && <p>No holder is recorded.</p>}
            </Section>
            <HeldOn of={of} />
          </EntityFrame>
        );
      }}
    </Ask>
  );
}

const CERTAINTIES: Readonly<Record<string, string>> = {
  CERTAIN: 'It is certain.',
  OBSERVED: 'Seen in office on that day, or before and after it.',
  PRESUMED: 'Presumed: within the term as far as it is known, though no source says so of that day.',
  UNKNOWN: 'The record does not say.',
};

function HeldOn({ of }: { of: string }) {
  const [search, setSearch] = useSearchParams();
  const date = search.get('on') ?? today();
  const setDate = (on: string) => setSearch({ on }, { replace: true });
  return (
    <Section title="Who held it on a day">
      <label>
        Day <input type="date" value={date} onChange={({ currentTarget }) => setDate(currentTarget.value)} />
      </label>
      {date !== '' && (
        <Ask question={HeldOnDocument} variables={{ ref: of, date }} keep>
          {({ post }) => (
            <>
              <p>{CERTAINTIES[post?.heldOn.certainty ?? 'UNKNOWN']}</p>
              <Terms terms={post?.heldOn.tenures ?? []} by="official" />
            </>
          )}
        </Ask>
      )}
    </Section>
  );
}
