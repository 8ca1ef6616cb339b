import { type Migration } from './migration.ts';

/** Sort order of the lists of all posts and all tenures. */
export const postsAndTenuresInOrder: Migration = {
  number: 14,
  name: 'posts and tenures in order',
  schema: [
    'CREATE INDEX post_sort_name IF NOT EXISTS FOR (n:Post) ON (n.sortName)',
    'CREATE INDEX tenure_sort_time IF NOT EXISTS FOR (n:Tenure) ON (n.sortTime)',
  ],
};
