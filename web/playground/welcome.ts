/** The first tab of someone who has never been here: what this is, what is in it, and a query that is run at once. */
export const WELCOME = `# Welcome to Chancery: who met whom in defence diplomacy, in what role, on whose word.
#
# The record has the meetings of the Ukraine Defense Contact Group, the Munich Security Conferences since 2022, summits, ministers' meetings, visits and calls about defence, with those whom pages name; who held high office in 38 countries, NATO and the EU; and one news article of February 2025, read claim by claim. Nothing in it is complete: the first example shows what is in here, and what is not.
#
# The query below shows the latest meetings, who chaired them, and how many there were each year. Pick a question under Examples, or write your own and press the arrow (Ctrl-Enter). The book on the left explains every type and field.
query Welcome {
  meetings(filter: { statuses: [HELD] }, orderBy: { field: TIME, direction: DESC }, first: 10) {
    totalCount
    nodes {
      name
      time {
        edtf
      }
      place {
        name
      }
      chairs {
        actor {
          name
        }
        onBehalfOf {
          name
        }
        standing
      }
      participations {
        totalCount
      }
    }
    counts(by: [YEAR]) {
      values
      count
    }
  }
}
`;
