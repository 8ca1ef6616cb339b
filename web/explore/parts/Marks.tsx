import { capitalised, inWords } from '../words.ts';
import { slotInWords } from './slots.ts';

/** How sure it is that something happens or happened. Each has a shape of its own, so that it does not rest on colour. */
type Certainty = 'happened' | 'over' | 'planned' | 'off' | 'unknown';

const CERTAINTY: Readonly<Record<string, Certainty>> = {
  HELD: 'happened',
  ONGOING: 'happened',
  ATTENDED: 'happened',
  OCCURRED: 'happened',
  CURRENT: 'happened',
  ENDED: 'over',
  SCHEDULED: 'planned',
  PROPOSED: 'planned',
  RESCHEDULED: 'planned',
  PLANNED: 'planned',
  EXPECTED: 'planned',
  INVITED: 'planned',
  CONFIRMED: 'planned',
  NOMINATED: 'planned',
  CANCELLED: 'off',
  POSTPONED: 'off',
  ABSENT: 'off',
  DECLINED: 'off',
  NOT_TAKEN_UP: 'off',
};

const SHAPE: Readonly<Record<Certainty, string>> = { happened: '●', over: '■', planned: '○', off: '✕', unknown: '?' };

/** The status of a meeting, a participation, a tenure or a claim: a filled mark for what happened, a hollow one for a plan. */
export function StatusMark({ status, overdue = false }: { status: string; overdue?: boolean }) {
  const certainty = CERTAINTY[status] ?? 'unknown';
  return (
    <span className={`mark ${certainty}`}>
      <span aria-hidden="true">{SHAPE[certainty]}</span> {inWords(status)}
      {overdue && ', overdue'}
    </span>
  );
}

const STANDINGS: Readonly<Record<string, string>> = {
  ALLEGED: 'Only unnamed or unreliable sources say so',
  DISPUTED: 'Sources disagree, and no rule decides',
  WITHDRAWN: 'No source says so any longer',
};

/** Shown only where a fact is not established, or sources disagree about something of it. */
export function StandingMark({
  standing,
  conflicts = [],
}: {
  standing: string;
  /** Where sources disagree about it. */
  conflicts?: readonly { slot: string }[];
}) {
  if (standing === 'ESTABLISHED') return conflicts.length === 0 ? null : <ConflictMark conflicts={conflicts} />;
  return (
    <span className={`mark ${standing.toLowerCase()}`} title={STANDINGS[standing]}>
      <span aria-hidden="true">{standing === 'DISPUTED' ? '≠' : standing === 'WITHDRAWN' ? '✕' : '“'}</span>{' '}
      {capitalised(inWords(standing))}
    </span>
  );
}

/** Sources disagree, and a rule or an analyst decides which of them the record follows. */
function ConflictMark({ conflicts }: { conflicts: readonly { slot: string }[] }) {
  const slots = new Set(conflicts.map(({ slot }) => slotInWords(slot)));
  return (
    <span className="mark contested" title={slots.size > 0 ? `About ${[...slots].join(', ')}` : undefined}>
      <span aria-hidden="true">≠</span> sources disagree
    </span>
  );
}

/** What the marks mean, for those who ask. */
export function Legend() {
  return (
    <details className="legend">
      <summary>What the marks mean</summary>
      <ul>
        <li>
          <StatusMark status="HELD" /> happened, as sources say who could know it by then
        </li>
        <li>
          <StatusMark status="PLANNED" /> is or was only announced, asked or invited; overdue where its day is past and
          no source says what became of it
        </li>
        <li>
          <StatusMark status="CANCELLED" /> did not happen, or not then
        </li>
        <li>
          <StandingMark standing="ALLEGED" /> only unnamed or unreliable sources say so
        </li>
        <li>
          <StandingMark standing="DISPUTED" /> sources disagree, and no rule decides
        </li>
        <li>
          <ConflictMark conflicts={[]} /> about something of it; a rule, or an analyst, decides what the record follows
        </li>
      </ul>
    </details>
  );
}
