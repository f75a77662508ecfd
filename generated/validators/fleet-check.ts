// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Span } from "./fault.js";

/** The releases that code was generated for. */
export interface Fleet {
  /** In words: `48 to the latest`, `48 and 59`. */
  readonly label: string;
  readonly spans: readonly Span[];
}

/** An event that not every shop of the fleet has. */
export interface PartialEvent {
  readonly name: string;
  readonly spans: readonly Span[];
}

/** Whether a release is in one of these spans. */
export const isWithin = (release: number, spans: readonly Span[]): boolean =>
  spans.some(([from, until]) => release >= (from ?? 0) && release < (until ?? Infinity));

/** @throws RangeError when a shop's release (`version` is how the user wrote it) is outside the fleet. */
export function mustBeInFleet(release: number, version: string, { label, spans }: Fleet): void {
  if (isWithin(release, spans)) return;
  throw new RangeError(
    `the version ${JSON.stringify(version)} is outside the releases that this code was generated for (${label})`,
  );
}
