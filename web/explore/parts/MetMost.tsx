import { Link, useSearchParams } from 'wouter';
import { exportAddress, withParameters } from '../address.ts';
import { MetMostDocument } from '../api/documents.generated.ts';
import { Ask } from './Ask.tsx';
import { Section } from './Page.tsx';
import { Ties } from './Ties.tsx';

/** Whom an official, a country or an organization met most, ever or in one year, and that network as a picture and as a file. */
export function MetMost({ of, years }: { of: string; years: readonly { values: readonly (string | null)[] }[] }) {
  const [search, setSearch] = useSearchParams();
  const year = search.get('year') ?? '';
  const setYear = (next: string) => setSearch(next === '' ? {} : { year: next }, { replace: true });
  const time = year === '' ? null : { from: `${year}-01-01`, to: `${year}-12-31` };
  const network = {
    ...(of.startsWith('country:') && { nodes: 'COUNTRY' }),
    ...(of.startsWith('org:') && { nodes: 'ORGANIZATION' }),
    around: of,
    ...(time && { 'time.from': time.from, 'time.to': time.to }),
  };
  return (
    <Section title="Met most">
      <p className="aside">To have met is to be recorded at the same meeting, also for one’s own side.</p>
      <label>
        In{' '}
        <select value={year} onChange={({ currentTarget }) => setYear(currentTarget.value)}>
          <option value="">any year</option>
          {years.flatMap(({ values: [each] }) => (each ? <option key={each}>{each}</option> : []))}
        </select>
      </label>
      <Ask question={MetMostDocument} variables={{ ref: of, time }} keep>
        {({ entity }) => {
          const met = entity && 'metWith' in entity ? entity.metWith : null;
          if (!met || met.nodes.length === 0) return <p>Nobody is recorded to have been at the same meetings.</p>;
          return (
            <>
              <Ties ties={met.nodes} />
              <p>
                {met.totalCount > met.nodes.length && `The first ${met.nodes.length} of ${met.totalCount}. `}
                All of them, and who of them met whom:{' '}
                <Link href={withParameters('/explore/pictures/network', network)}>as a picture</Link>
                {', '}
                <a href={exportAddress('network', 'gexf', network)} download>
                  GEXF for Gephi
                </a>
                {', '}
                <a href={exportAddress('network', 'graphml', network)} download>
                  GraphML
                </a>
                {', '}
                <a href={exportAddress('network', 'ties.csv', network)} download>
                  CSV
                </a>
              </p>
            </>
          );
        }}
      </Ask>
    </Section>
  );
}
