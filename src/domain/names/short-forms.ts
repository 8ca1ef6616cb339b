/**
 * Given names and the short forms by which their bearers are known. From rigour 2.6.1 (MIT licence, OpenSanctions), person_nick; the last
 * line is of this field.
 */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  ...{
    alex: 'alexander alexandra',
    andy: 'andrew',
    beccy: 'rebecca',
    ben: 'benjamin benedict',
    bill: 'william',
    bob: 'robert',
  },
  ...{
    chris: 'christopher christoph',
    chuck: 'charles',
    dan: 'daniel',
    danny: 'daniel',
    dave: 'david',
    debbie: 'deborah',
  },
  ...{
    dick: 'richard',
    doug: 'douglas',
    drew: 'andrew',
    ed: 'edward',
    ellie: 'eleanor',
    fred: 'frederick',
    greg: 'gregory',
  },
  ...{ jack: 'john', jess: 'jessica', jim: 'james', jon: 'jonathan', josh: 'joshua', ken: 'kenneth', kenny: 'kenneth' },
  ...{
    larry: 'lawrence',
    liz: 'elizabeth',
    maggie: 'margaret',
    matt: 'matthew mathew',
    max: 'maximilian',
    mike: 'michael',
  },
  ...{
    nick: 'nicholas',
    paddy: 'patrick',
    pete: 'peter',
    ray: 'raymond',
    rick: 'richard',
    rob: 'robert',
    robbie: 'robert',
  },
  ...{
    ron: 'ronald',
    sam: 'samuel samantha',
    sammy: 'samuel',
    steve: 'stephen steven',
    sue: 'susan',
    ted: 'edward theodore',
  },
  ...{ theo: 'theodore', tim: 'timothy', tom: 'thomas', tony: 'anthony antony', wes: 'wesley', will: 'william' },
  ...{
    bibi: 'benjamin binyamin',
    joe: 'joseph',
    pat: 'patrick patricia',
    radek: 'radoslaw',
    sasha: 'alexander oleksandr',
    vlad: 'vladimir',
  },
};

const fullNames = new Map(Object.entries(SHORT_FORMS).map(([short, names]) => [short, new Set(names.split(' '))]));

/** Whether one of two given names, normalized, is a short form of the other. */
export const isShortForm = (a: string, b: string): boolean =>
  (fullNames.get(a)?.has(b) ?? false) || (fullNames.get(b)?.has(a) ?? false);
