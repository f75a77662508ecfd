import type { InboxSettings } from "./options.js";

type Delays = Pick<InboxSettings, "retryDelay" | "longestDelay">;

export const toSeconds = (milliseconds: number): number => Math.ceil(milliseconds / 1000);

/** In milliseconds. First pause after a shortage of the database. */
const shortPause = 5000;

/** In milliseconds. */
const findLongest = ({ retryDelay, longestDelay }: Delays, first: number): number =>
  Math.max(first, retryDelay, longestDelay);

/** In seconds. No pause is longer. */
export const findLongestPause = (delays: Delays): number => toSeconds(1.25 * findLongest(delays, shortPause));

/** In seconds: the pause after a failure, which doubles with each earlier one. */
export const pauseAfterFailure = (delays: Delays, earlier: number): number =>
  toSeconds(Math.min(delays.retryDelay * 2 ** earlier, findLongest(delays, 0)));

/**
 * In seconds: the pause after a shortage, which doubles with each earlier one that counts. Varies by a quarter, so that
 * events that were interrupted at once, perhaps by one of them, do not meet again.
 */
export const pauseAfterShortage = (delays: Delays, earlier: number): number =>
  toSeconds(
    Math.min(shortPause * 2 ** earlier, findLongest(delays, shortPause)) * (0.75 + Math.random() / 2),
  );
