/** The first tab of someone who has never been here: what this is, what is in it, and a query that is run at once. */
export const WELCOME = `# Welcome to Chancery: who met whom in defence diplomacy, in what role, on whose word.
#
# It begins with one news article of February 2025 about the Ukraine Defense Contact Group, read claim by claim, and the record around it:
# all meetings of the group, who held high office from 2021 to 2026, countries and alliances. The query below shows a little of each.
#
# Pick a question under Examples, or write your own and press the play button (Ctrl-Enter). The book on the left explains every type and field.
query Welcome {
  article: document(ref: "doc:article") {
    title
    publisher {
      name
    }
    published {
      edtf
    }
    counts {
      typeName
      count
    }
  }
  officials {
    nodes {
      name
      country {
        name
      }
    }
  }
  meetings {
    nodes {
      name
      status
      time {
        edtf
      }
    }
  }
}
`;
