import { parseRelease, type Release } from "../time/release.js";

/** A value that an earlier phase guarantees; throws an error that names the guarantee if it is missing after all. */
export function promised<T>(value: T | undefined, promise: string): T {
  if (value === undefined) throw new Error(`A promise was broken: ${promise}.`);
  return value;
}

/** The release that a text of a checked file names. */
export const toRelease = (text: string): Release =>
  promised(parseRelease(text), `the dialect accepts no text as a release that names none (${text})`);

/** The release that a text of a checked file names; undefined without a text. */
export const optionalRelease = (text: string | undefined): Release | undefined =>
  text === undefined ? undefined : toRelease(text);
