import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatRelease, parseRelease, type Release } from "../../generator/base/time/release.js";
import type { View } from "../../generator/contract/view/view.js";

/** A body that a source shows or does not rule out. */
export interface AlternativeBody {
  /** The erratum or section in our notes on the protocol. */
  readonly statement: string;
  readonly name: string;
  /** `errorRequest` for a report. */
  readonly event: string;
  /** The release that introduced the shape, if later than the event. */
  readonly since?: string;
  /** The release that removed or changed the shape. */
  readonly until?: string;
  /** Properties in addition to `event` and `sender`, or replacements for them. */
  readonly body: Body;
  /** As the handler sees them. Default: as sent. */
  readonly read?: Body;
  readonly leftOut?: readonly { readonly path: string; readonly code: string }[];
  /** Changes that make a documented part invalid: the body is rejected because of the value at this pointer. */
  readonly refused?: readonly { readonly at: string; readonly body: Body }[];
}

export type Body = Readonly<Record<string, unknown>>;

export const alternativeBodies = JSON.parse(
  readFileSync(join(import.meta.dirname, "alternative-bodies.json"), "utf8"),
) as readonly AlternativeBody[];

export const isKnown = ({ event, since, until }: AlternativeBody, { events, fleet }: View): boolean =>
  (event === "errorRequest" || events.some(({ name }) => name === event)) &&
  (since === undefined || (parseRelease(since) ?? 0) <= (fleet.releases.at(-1) ?? 0)) &&
  (until === undefined || (parseRelease(until) ?? 0) > (fleet.releases[0] ?? 0));

/**
 * The message of a failed test, with the entry to change. A new release can have ended a body only for shops that
 * all run it.
 */
export function adviseOn(
  { statement, name, event }: AlternativeBody,
  { fleet }: View,
  newest: Release,
): string {
  const entry = JSON.stringify({ statement, name, event });
  const release = formatRelease(newest);
  const todo =
    fleet.releases[0] === newest
      ? `Has v${release}, or a release shortly before it, ended this, and is that right? Then add "until": "${release}", or that release, to`
      : 'Has the spec changed for older shops, and is that right? Then change "since", "read", "leftOut" or "refused" of';
  return `${todo} ${entry} in test/spec/alternative-bodies.json.`;
}

const every: Body = {
  event: {
    eventBlocking: true,
    eventPolling: false,
    eventCounter: 7,
    eventTimestamp: "2017-08-09T16:07:33.964+02:00",
  },
  sender: { branchNumber: 1, workplaceNumber: 2 },
};

export const wholeBody = ({ event }: AlternativeBody, body: Body): Body =>
  event === "errorRequest" ? body : { ...every, ...body };

export const spoiltBodies = (given: AlternativeBody): readonly { at: string; body: Body }[] =>
  (given.refused ?? []).map(({ at, body }) => ({ at, body: wholeBody(given, { ...given.body, ...body }) }));
