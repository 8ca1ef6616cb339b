import {
  CountryListDocument,
  type DocumentKind,
  DocumentListDocument,
  type OfficialFilter,
  OfficialListDocument,
  type OrganizationKind,
  OrganizationListDocument,
  PlaceListDocument,
  type PostFilter,
  PostListDocument,
  type StatementFilter,
  StatementListDocument,
} from '../api/documents.generated.ts';
import { Ask } from '../parts/Ask.tsx';
import { ThingLink, ThingLinks } from '../parts/Link.tsx';
import { StandingMark } from '../parts/Marks.tsx';
import { today } from '../parts/today.ts';
import { When } from '../parts/When.tsx';
import { inWords } from '../words.ts';
import { argumentsOf } from './conditions.ts';
import { EntityCondition } from './EntityCondition.tsx';
import { Choice } from './Facet.tsx';
import { ListFrame, useConditions } from './ListFrame.tsx';
import { Paged } from './Paged.tsx';
import { Table } from './Table.tsx';
import { documentKinds, levels, organizationKinds, portfolios } from './values.ts';

/** People, by country, rank and portfolio of the posts that they ever held, with those that they hold today. */
export function OfficialList() {
  const { conditions, set, after, search } = useConditions();
  const variables = { filter: argumentsOf(conditions) as OfficialFilter, after, today: today() };
  return (
    <ListFrame
      list="officials"
      title="People"
      asked={{ question: OfficialListDocument, variables }}
      conditions={conditions}
      onChange={set}
      facets={
        <>
          <EntityCondition
            title="Country"
            types={['COUNTRY']}
            chosen={conditions.country ?? []}
            onChoose={(country) => set({ country })}
          />
          <Choice
            title="Ever held a post of rank"
            values={levels}
            chosen={conditions.levels?.[0]}
            onChoose={(values) => set({ levels: values })}
          />
          <Choice
            title="Portfolio"
            values={portfolios}
            chosen={conditions.portfolio?.[0]}
            onChoose={(portfolio) => set({ portfolio })}
          />
          <EntityCondition
            title="Who met"
            types={['OFFICIAL']}
            chosen={conditions.metWith ?? []}
            onChoose={(metWith) => set({ metWith })}
          />
        </>
      }
    >
      <Ask question={OfficialListDocument} variables={variables} keep>
        {({ list }) => (
          <Paged list={list} one="official" search={search}>
            <Table
              caption="Officials"
              columns={[{ heading: 'Name' }, { heading: 'Country' }, { heading: 'In office today as' }]}
            >
              {list.nodes.map((official) => (
                <tr key={official.key}>
                  <th scope="row">
                    <ThingLink to={official} />
                  </th>
                  <td>{official.country && <ThingLink to={official.country} />}</td>
                  <td>
                    <ThingLinks to={official.tenures.map(({ post }) => post)} />
                  </td>
                </tr>
              ))}
            </Table>
          </Paged>
        )}
      </Ask>
    </ListFrame>
  );
}

/** Countries, and how many meetings each was at. */
export function CountryList() {
  const { conditions, set, after, search } = useConditions();
  const variables = { ...argumentsOf(conditions), after };
  return (
    <ListFrame
      list="countries"
      title="Countries"
      asked={{ question: CountryListDocument, variables }}
      conditions={conditions}
      onChange={set}
      facets={
        <EntityCondition
          title="Member of"
          types={['ORGANIZATION']}
          chosen={conditions.memberOf ?? []}
          onChoose={(memberOf) => set({ memberOf })}
        />
      }
    >
      <Ask question={CountryListDocument} variables={variables} keep>
        {({ list }) => (
          <Paged list={list} one="country" many="countries" search={search}>
            <Table caption="Countries" columns={[{ heading: 'Name' }, { heading: 'Meetings' }]}>
              {list.nodes.map((country) => (
                <tr key={country.key}>
                  <th scope="row">
                    <ThingLink to={country} />
                  </th>
                  <td>{country.meetings.totalCount}</td>
                </tr>
              ))}
            </Table>
          </Paged>
        )}
      </Ask>
    </ListFrame>
  );
}

/** Organizations, by kind. */
export function OrganizationList() {
  const { conditions, set, after, search } = useConditions();
  const variables = { ...argumentsOf(conditions), kinds: conditions.kinds as OrganizationKind[] | undefined, after };
  return (
    <ListFrame
      list="organizations"
      title="Organizations"
      asked={{ question: OrganizationListDocument, variables }}
      conditions={conditions}
      onChange={set}
      facets={
        <Choice
          title="Kind"
          values={organizationKinds}
          chosen={conditions.kinds?.[0]}
          onChoose={(kinds) => set({ kinds })}
        />
      }
    >
      <Ask question={OrganizationListDocument} variables={variables} keep>
        {({ list }) => (
          <Paged list={list} one="organization" search={search}>
            <Table caption="Organizations" columns={[{ heading: 'Name' }, { heading: 'Kind' }, { heading: 'Country' }]}>
              {list.nodes.map((organization) => (
                <tr key={organization.key}>
                  <th scope="row">
                    <ThingLink to={organization} />
                  </th>
                  <td>{inWords(organization.kind)}</td>
                  <td>{organization.country && <ThingLink to={organization.country} />}</td>
                </tr>
              ))}
            </Table>
          </Paged>
        )}
      </Ask>
    </ListFrame>
  );
}

/** Posts, by country, rank and portfolio, with who holds them today. */
export function PostList() {
  const { conditions, set, after, search } = useConditions();
  const variables = { filter: argumentsOf(conditions) as PostFilter, after, today: today() };
  return (
    <ListFrame
      list="posts"
      title="Posts"
      asked={{ question: PostListDocument, variables }}
      conditions={conditions}
      onChange={set}
      facets={
        <>
          <EntityCondition
            title="Country"
            types={['COUNTRY']}
            chosen={conditions.country ?? []}
            onChoose={(country) => set({ country })}
          />
          <Choice
            title="Rank"
            values={levels}
            chosen={conditions.levels?.[0]}
            onChoose={(values) => set({ levels: values })}
          />
          <Choice
            title="Portfolio"
            values={portfolios}
            chosen={conditions.portfolio?.[0]}
            onChoose={(portfolio) => set({ portfolio })}
          />
        </>
      }
    >
      <Ask question={PostListDocument} variables={variables} keep>
        {({ list }) => (
          <Paged list={list} one="post" search={search}>
            <Table
              caption="Posts"
              columns={[{ heading: 'Post' }, { heading: 'Of' }, { heading: 'Rank' }, { heading: 'In office today' }]}
            >
              {list.nodes.map((post) => {
                const owner = post.country ?? post.organization;
                return (
                  <tr key={post.key}>
                    <th scope="row">
                      <ThingLink to={post} />
                    </th>
                    <td>{owner && <ThingLink to={owner} />}</td>
                    <td>{inWords(post.level)}</td>
                    <td>
                      <ThingLinks to={post.holders.map(({ official }) => official)} />
                    </td>
                  </tr>
                );
              })}
            </Table>
          </Paged>
        )}
      </Ask>
    </ListFrame>
  );
}

/** Documents, by kind. */
export function DocumentList() {
  const { conditions, set, after, search } = useConditions();
  const variables = { ...argumentsOf(conditions), kinds: conditions.kinds as DocumentKind[] | undefined, after };
  return (
    <ListFrame
      list="documents"
      title="Documents"
      asked={{ question: DocumentListDocument, variables }}
      conditions={conditions}
      onChange={set}
      facets={
        <Choice
          title="Kind"
          values={documentKinds}
          chosen={conditions.kinds?.[0]}
          onChoose={(kinds) => set({ kinds })}
        />
      }
    >
      <Ask question={DocumentListDocument} variables={variables} keep>
        {({ list }) => (
          <Paged list={list} one="document" search={search}>
            <Table
              caption="Documents"
              columns={[{ heading: 'Title' }, { heading: 'Published' }, { heading: 'By' }, { heading: 'Reliability' }]}
            >
              {list.nodes.map((document) => (
                <tr key={document.key}>
                  <th scope="row">
                    <ThingLink to={document} />
                  </th>
                  <td>
                    <When time={document.published} />
                  </td>
                  <td>{document.publisher && <ThingLink to={document.publisher} />}</td>
                  <td>{inWords(document.reliability)}</td>
                </tr>
              ))}
            </Table>
          </Paged>
        )}
      </Ask>
    </ListFrame>
  );
}

/** What was said, by whom. */
export function StatementList() {
  const { conditions, set, after, search } = useConditions();
  const variables = { filter: argumentsOf(conditions) as StatementFilter, after };
  return (
    <ListFrame
      list="statements"
      title="Statements"
      asked={{ question: StatementListDocument, variables }}
      conditions={conditions}
      onChange={set}
    >
      <Ask question={StatementListDocument} variables={variables} keep>
        {({ list }) => (
          <Paged list={list} one="statement" search={search}>
            <Table
              caption="Statements"
              columns={[{ heading: 'When' }, { heading: 'What' }, { heading: 'As' }, { heading: 'By' }]}
            >
              {list.nodes.map((statement) => (
                <tr key={statement.key}>
                  <td>
                    <When time={statement.time} />
                  </td>
                  <th scope="row">
                    <ThingLink to={statement} />{' '}
                    <StandingMark standing={statement.standing} conflicts={statement.conflicts} />
                  </th>
                  <td>{inWords(statement.act)}</td>
                  <td>
                    <ThingLinks to={statement.speakers} />
                  </td>
                </tr>
              ))}
            </Table>
          </Paged>
        )}
      </Ask>
    </ListFrame>
  );
}

/** Places where meetings were, or are said to be. */
export function PlaceList() {
  const { set, after, search } = useConditions();
  const variables = { after };
  return (
    <ListFrame
      list="entities"
      title="Places"
      asked={{ question: PlaceListDocument, variables }}
      conditions={{ types: ['PLACE'] }}
      onChange={set}
      hasText={false}
    >
      <Ask question={PlaceListDocument} variables={variables} keep>
        {({ list }) => (
          <Paged list={list} one="place" search={search}>
            <Table caption="Places" columns={[{ heading: 'Name' }, { heading: 'Kind' }, { heading: 'Country' }]}>
              {list.nodes.map((place) => (
                <tr key={place.key}>
                  <th scope="row">
                    <ThingLink to={place} />
                  </th>
                  <td>{'placeKind' in place && inWords(place.placeKind)}</td>
                  <td>{'country' in place && place.country && <ThingLink to={place.country} />}</td>
                </tr>
              ))}
            </Table>
          </Paged>
        )}
      </Ask>
    </ListFrame>
  );
}
