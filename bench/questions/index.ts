import { type Question } from './question.ts';
import { q1 } from './q1-meeting.ts';
import { q2 } from './q2-series.ts';
import { q3 } from './q3-officials.ts';
import { q4 } from './q4-period.ts';
import { q5 } from './q5-country.ts';

/** Q1 to Q5, whose targets are in targets.ts. */
export const questions: readonly Question[] = [q1, q2, q3, q4, q5];
