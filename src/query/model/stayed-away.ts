/** Who stayed away did not take part, also not as planned. */
export const ABSENT_STATUSES = `['ABSENT', 'DECLINED']`;
