import { type HoldingWindows, bestCertainty } from '../../../domain/tenure.ts';
import { type Past } from '../past.ts';
import { type PastThing } from '../thing.ts';
import { text } from '../values.ts';
import { entity, standing } from './entities.ts';
import { type PastFields, one, own } from './fields.ts';

/** Who held a post on a day. */
interface Holding {
  post: PastThing;
  date: unknown;
}

const byTime = (fact: PastThing): string => text(fact, 'sortTime');

const tenuresOf = ({ post, date }: Holding, past: Past): PastThing[] =>
  past.sorted(standing(past.into(post, 'OF_POST'), { on: date }), byTime).reverse();

export const holding: PastFields<Holding> = {
  tenures: (held, _, past) => tenuresOf(held, past),
  certainty: (held, _, past) =>
    bestCertainty(
      tenuresOf(held, past).map(({ properties }) => properties as unknown as HoldingWindows),
      held.date as string,
    ),
};

export const post: PastFields = {
  ...entity,
  ...own('level', 'portfolio'),
  country: one('POST_OF', 'Country'),
  organization: one('POST_OF', 'Organization'),
  heldOn: (thing, { date }): Holding => ({ post: thing, date }),
  holders: (thing, held, past) => past.sorted(standing(past.into(thing, 'OF_POST'), held), byTime).reverse(),
};

export const place: PastFields = {
  ...entity,
  ...own('kind', 'latitude', 'longitude'),
  country: one('LOCATED_IN'),
  within: one('WITHIN'),
  operatedBy: one('OPERATED_BY'),
};

export const topic: PastFields = { ...entity, broader: one('BROADER') };
