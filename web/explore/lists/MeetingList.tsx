import type { MeetingFilter, MeetingOrder } from '../api/documents.generated.ts';
import { MeetingFacetsDocument, MeetingListDocument } from '../api/documents.generated.ts';
import { Ask, useAsk } from '../parts/Ask.tsx';
import { ThingLink } from '../parts/Link.tsx';
import { StandingMark, StatusMark } from '../parts/Marks.tsx';
import { When } from '../parts/When.tsx';
import { capitalised, inWords } from '../words.ts';
import { type Conditions, argumentsOf } from './conditions.ts';
import { EntityCondition } from './EntityCondition.tsx';
import { Facet } from './Facet.tsx';
import { facetVariables } from './facets.ts';
import { type SetConditions, ListFrame, useConditions } from './ListFrame.tsx';
import { Paged } from './Paged.tsx';
import { Table } from './Table.tsx';

const COLUMNS = [
  { heading: 'When', orderBy: 'TIME' },
  { heading: 'Meeting', orderBy: 'NAME' },
  { heading: 'Where' },
  { heading: 'Status' },
];

/** Meetings, by body, year, kind, status, country, rank of who was there, and who was there. */
export default function MeetingList() {
  const { conditions, set, after, search } = useConditions();
  const order = {
    field: search.get('orderBy.field') ?? 'TIME',
    direction: search.get('orderBy.direction') ?? 'DESC',
  };
  const variables = {
    filter: argumentsOf(conditions) as MeetingFilter,
    orderBy: order as MeetingOrder,
    after,
  };
  return (
    <ListFrame
      list="meetings"
      title="Meetings"
      asked={{ question: MeetingListDocument, variables }}
      conditions={conditions}
      onChange={set}
      facets={<Facets conditions={conditions} onChange={set} />}
    >
      <Ask question={MeetingListDocument} variables={variables} keep>
        {({ list }) => (
          <Paged list={list} one="meeting" search={search}>
            <Table
              caption="Meetings"
              columns={COLUMNS}
              order={order}
              onSort={(field, direction) => set({ 'orderBy.field': [field], 'orderBy.direction': [direction] })}
            >
              {list.nodes.map((meeting) => (
                <tr key={meeting.key}>
                  <td>
                    <When time={meeting.time} />
                  </td>
                  <th scope="row" className="row-what">
                    <ThingLink to={meeting} />
                    <span className="aside">
                      {capitalised(inWords(meeting.kind))}
                      {meeting.body && (
                        <>
                          {' of '}
                          <ThingLink to={meeting.body} />
                        </>
                      )}
                    </span>
                  </th>
                  <td>{meeting.place && <ThingLink to={meeting.place} />}</td>
                  <td>
                    <StatusMark status={meeting.status} overdue={meeting.overdue} />{' '}
                    <StandingMark standing={meeting.standing} conflicts={meeting.conflicts} />
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

function Facets({ conditions, onChange }: { conditions: Conditions; onChange: SetConditions }) {
  const { data } = useAsk(MeetingFacetsDocument, facetVariables(conditions), { keep: true });
  const chosen = (name: string) => conditions[name] ?? [];
  return (
    <>
      <Facet
        title="Year"
        rows={(data?.year.counts ?? []).toReversed()}
        chosen={chosen('beginsIn')}
        many
        onChoose={(beginsIn) => onChange({ beginsIn })}
      />
      <Period conditions={conditions} onChange={onChange} />
      <Facet
        title="Kind"
        rows={data?.kind.counts ?? []}
        chosen={chosen('kinds')}
        many
        onChoose={(kinds) => onChange({ kinds })}
      />
      <Facet
        title="Body"
        rows={data?.body.counts ?? []}
        chosen={chosen('body')}
        onChoose={(body) => onChange({ body })}
      />
      <Facet
        title="Where"
        rows={data?.country.counts ?? []}
        chosen={chosen('country')}
        onChoose={(country) => onChange({ country })}
      />
      <Facet
        title="Status"
        rows={data?.status.counts ?? []}
        chosen={chosen('statuses')}
        many
        onChoose={(statuses) => onChange({ statuses })}
      />
      <label className="choice overdue">
        <input
          type="checkbox"
          checked={chosen('overdue')[0] === 'true'}
          onChange={({ currentTarget }) => onChange({ overdue: currentTarget.checked ? ['true'] : [] })}
        />{' '}
        Only overdue plans
      </label>
      <Facet
        title="Rank of somebody there"
        rows={data?.level.counts ?? []}
        chosen={chosen('participation.levels')}
        many
        onChoose={(levels) => onChange({ 'participation.levels': levels })}
      />
      <EntityCondition
        title="Who was there"
        types={['OFFICIAL', 'COUNTRY', 'ORGANIZATION']}
        chosen={chosen('actors')}
        many
        onChoose={(actors) => onChange({ actors })}
      />
    </>
  );
}

/** From when until when they lie, or may lie where their time is not exact. */
function Period({ conditions, onChange }: { conditions: Conditions; onChange: SetConditions }) {
  return (
    <fieldset className="facet period">
      <legend>Between</legend>
      {(['time.from', 'time.to'] as const).map((name) => (
        <label key={name} className="choice">
          {name === 'time.from' ? 'from' : 'to'}
          <input
            type="date"
            value={conditions[name]?.[0] ?? ''}
            onChange={({ currentTarget: { value } }) => onChange({ [name]: value === '' ? [] : [value] })}
          />
        </label>
      ))}
    </fieldset>
  );
}
