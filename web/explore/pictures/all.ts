import { withParameters } from '../address.ts';

/** The pictures by the last part of their address: what each is called, and what it answers. */
export const PICTURES = {
  'meetings-per-year': {
    title: 'Meetings per year, by kind',
    answers: 'How often do they meet, and how: face to face, by telephone, at summits?',
  },
  levels: {
    title: 'Levels of attendance',
    answers: 'Who is sent to the meetings of a body: ministers, deputies, ambassadors?',
  },
  matrix: {
    title: 'Who met whom, as a matrix',
    answers: 'How often did each pair of countries, organizations or officials meet?',
  },
  network: {
    title: 'Who met whom, as a network',
    answers: 'Who stands between whom, who belongs together, and why is there a tie?',
  },
  way: {
    title: 'The way between two',
    answers: 'Through whom are two people, countries or organizations tied, and by which meetings?',
  },
  most: {
    title: 'Who was at most meetings',
    answers: 'Which officials, countries or organizations are recorded at most meetings of a body, a kind, some years?',
  },
  map: {
    title: 'Where they met',
    answers: 'In which cities and places are meetings held?',
  },
} as const;

export type PictureName = keyof typeof PICTURES;

/** The address of a picture with its settings. */
export const pictureAddress = (name: PictureName, settings: Record<string, string> = {}): string =>
  withParameters(`/explore/pictures/${name}`, settings);
