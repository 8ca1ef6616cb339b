/** Thrown inside a worker when whoever asked no longer wants the answer. */
export class Stopped extends Error {}

/** Thrown inside a worker by work that is not done, and lets others have a turn. */
export class Paused extends Error {}

/** Throws `Stopped` if so. Called so often that work ends within milliseconds of being no longer wanted. */
export type StopCheck = () => void;
