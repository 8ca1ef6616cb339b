/// <reference lib="dom" />
/** 128 random bits as hexadecimal digits; `crypto.randomUUID` exists over HTTPS only. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
