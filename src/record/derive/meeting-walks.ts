import { type OverlayNode } from '../overlay/overlay.ts';

/** The meeting of a participation. */
export const walkMeeting = (participation: OverlayNode): OverlayNode[] =>
  participation.out('IN_EVENT').map(({ to }) => to);

/** The participations in a meeting, with who took part. */
export const walkParticipations = (meeting: OverlayNode): { participation: OverlayNode; actor: OverlayNode }[] =>
  meeting
    .in('IN_EVENT')
    .flatMap(({ from }) => from.out('OF_ACTOR').map(({ to }) => ({ participation: from, actor: to })));

/** The meeting that a node is, or that it belongs to. */
export const walkMeetingOf = (node: OverlayNode): OverlayNode[] =>
  node.is('Meeting') ? [node] : walkMeeting(node).filter((to) => to.is('Meeting'));
