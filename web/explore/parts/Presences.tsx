import { useState } from 'react';
import { DelegationsDocument, type PresenceFragment } from '../api/documents.generated.ts';
import { capitalised, inWords } from '../words.ts';
import { Ask } from './Ask.tsx';
import { ThingLink, ThingLinks, titleOf } from './Link.tsx';
import { StandingMark, StatusMark } from './Marks.tsx';
import { type Person, countActors, groupPresences } from './presence-groups.ts';
import { useSaysWho } from './SaysWho.tsx';

/** Which presences to show: `was there` is what happened, `planned` what is or was only announced. */
const KINDS = {
  all: () => true,
  'was there': (status: string) => status === 'ATTENDED',
  planned: (status: string) => ['INVITED', 'PLANNED', 'CONFIRMED'].includes(status),
  'stayed away': (status: string) => ['ABSENT', 'DECLINED'].includes(status),
};

type Kind = keyof typeof KINDS;

/** Who was, was to be, or was not there, by role, chairs first. */
export function Presences({
  presences,
  of,
  knownAt,
}: {
  presences: readonly PresenceFragment[];
  /** The meeting, as known then. */
  of: string;
  knownAt: string | null;
}) {
  const [kind, setKind] = useState<Kind>('all');
  const [isByDelegation, setByDelegation] = useState(false);
  const counts = Object.entries(KINDS).map(
    ([name, isOfIt]) => [name as Kind, countActors(presences.filter(({ status }) => isOfIt(status)))] as const,
  );
  const shown = presences.filter(({ status }) => KINDS[kind](status));
  return (
    <>
      {counts.filter(([, count]) => count > 0).length > 2 && (
        <div className="choices" role="group" aria-label="Show">
          {counts.map(
            ([name, count]) =>
              count > 0 && (
                <button key={name} type="button" aria-pressed={name === kind} onClick={() => setKind(name)}>
                  {capitalised(name)} {count}
                </button>
              ),
          )}
        </div>
      )}
      <label className="by-delegation">
        <input
          type="checkbox"
          checked={isByDelegation}
          onChange={({ currentTarget }) => setByDelegation(currentTarget.checked)}
        />{' '}
        By country or organization
      </label>
      {isByDelegation && <ByDelegation {...{ of, knownAt, kind }} />}
      {!isByDelegation && <ByRole presences={shown} />}
    </>
  );
}

function ByRole({ presences }: { presences: readonly PresenceFragment[] }) {
  const { byRole, carriedOut } = groupPresences(presences);
  return (
    <>
      {byRole.map(([role, people]) => (
        <div key={role} className="role">
          <h3>
            {headingOf(role, people.length)} <span className="count">{people.length}</span>
          </h3>
          <ul className="people">
            {people.map((person) => (
              <PersonRow key={person.actor.key} person={person} />
            ))}
          </ul>
        </div>
      ))}
      {carriedOut.length > 0 && (
        <div className="role">
          <h3>Planned of a country or organization, and done by who came for it</h3>
          <ul className="people">
            {carriedOut.map((presence) => (
              <PersonRow key={presence.key} person={{ actor: presence.actor, presences: [presence] }} withRole />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Those who were there, by whom they were there for; the highest rank first, as the record has it. */
function ByDelegation({ of, knownAt, kind }: { of: string; knownAt: string | null; kind: Kind }) {
  return (
    <Ask question={DelegationsDocument} variables={{ ref: of, knownAt }}>
      {({ meeting }) =>
        meeting?.delegations.map(({ of: represented, level, participations }) => {
          const shown = participations.filter(({ status }) => KINDS[kind](status));
          return (
            shown.length > 0 && (
              <div key={represented.key} className="role">
                <h3>
                  <ThingLink to={represented} />{' '}
                  {level !== 'UNKNOWN' && <span className="count">at the rank of {inWords(level)}</span>}
                </h3>
                <ul className="people">
                  {shown.map((presence) => (
                    <PersonRow key={presence.key} person={{ actor: presence.actor, presences: [presence] }} withRole />
                  ))}
                </ul>
              </div>
            )
          );
        })
      }
    </Ask>
  );
}

const headingOf = (role: string, count: number) =>
  role === 'DELEGATION_HEAD'
    ? count === 1
      ? 'Head of delegation'
      : 'Heads of delegation'
    : capitalised(inWords(role)) + (count === 1 ? '' : 's');

/** A person, with a line for each role; what happened has a solid edge, what did not a dashed one. */
function PersonRow({ person: { presences }, withRole = false }: { person: Person; withRole?: boolean }) {
  const hasCome = presences.some(({ status }) => status === 'ATTENDED');
  return (
    <li className={hasCome ? 'did' : 'not-yet'}>
      {presences.map((presence, index) => (
        <RoleLine
          key={presence.key}
          presence={presence}
          isNamed={index === 0}
          withRole={withRole || presences.length > 1}
        />
      ))}
    </li>
  );
}

function RoleLine({
  presence,
  isNamed,
  withRole,
}: {
  presence: PresenceFragment;
  isNamed: boolean;
  withRole: boolean;
}) {
  const { id, actor, role, status, standing, level, mode, capacity, onBehalfOf, standsInFor, inferred } = presence;
  const { button, panel } = useSaysWho({ fact: id, note: presence.note }, `${titleOf(actor)}, ${inWords(role)}`);
  const came = presence.actedBy.filter((each) => each.status === 'ATTENDED').map((each) => each.actor);
  return (
    <div className="row presence">
      <span className="row-what">
        {isNamed && <ThingLink to={actor} />}
        <span className="aside">
          {withRole && `${capitalised(inWords(role))}${capacity ? ' as ' : ''}`}
          {capacity ? <ThingLink to={capacity} /> : !withRole && level !== 'UNKNOWN' && capitalised(inWords(level))}
          {onBehalfOf && (
            <>
              {' for '}
              <ThingLink to={onBehalfOf} />
            </>
          )}
          {standsInFor && (
            <>
              {' in place of '}
              <ThingLink to={standsInFor} />
            </>
          )}
          {came.length > 0 && (
            <>
              {', done by '}
              <ThingLinks to={came} />
            </>
          )}
        </span>
      </span>
      <span className="row-marks">
        <StatusMark status={status} /> {mode === 'REMOTE' && <span className="mark">remote</span>}{' '}
        {inferred && (
          <span className="mark" title="No source says so in as many words">
            inferred
          </span>
        )}{' '}
        <StandingMark standing={standing} conflicts={presence.conflicts} />
      </span>
      {button}
      {panel}
    </div>
  );
}
