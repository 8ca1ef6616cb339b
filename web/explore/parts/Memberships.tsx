import type { MembershipRowFragment } from '../api/documents.generated.ts';
import { capitalised, inWords } from '../words.ts';
import { ThingLink, titleOf } from './Link.tsx';
import { StandingMark } from './Marks.tsx';
import { useSaysWho } from './SaysWho.tsx';
import { whenInWords } from './time.ts';

/** Members of an organization, or the organizations that somebody belongs to. */
export function Memberships({ of, by }: { of: readonly MembershipRowFragment[]; by: 'member' | 'organization' }) {
  return (
    <ul className="rows columns">
      {of.map((membership) => (
        <Membership key={membership.key} {...{ membership, by }} />
      ))}
    </ul>
  );
}

function Membership({ membership, by }: { membership: MembershipRowFragment; by: 'member' | 'organization' }) {
  const { id, role, standing, start, end, member, organization } = membership;
  const { button, panel } = useSaysWho({ fact: id }, `${titleOf(member)} in ${titleOf(organization)}`);
  const times = [
    start.edtf !== null && `from ${whenInWords(start)}`,
    end.edtf !== null && `until ${whenInWords(end)}`,
  ].filter(Boolean);
  return (
    <li className="row membership">
      <span className="row-what">
        <ThingLink to={membership[by]} />{' '}
        <span className="aside inline">
          {[role !== 'MEMBER' && capitalised(inWords(role)), ...times].filter(Boolean).join(', ')}
        </span>
      </span>
      <StandingMark standing={standing} conflicts={membership.conflicts} />
      {button}
      {panel}
    </li>
  );
}
