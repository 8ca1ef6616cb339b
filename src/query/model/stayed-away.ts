/** Who stayed away did not take part, also not as planned. */
export const STAYED_AWAY = `['ABSENT', 'DECLINED']`;
