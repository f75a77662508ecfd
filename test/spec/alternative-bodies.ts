import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatRelease, parseRelease, type Release } from "../../generator/base/time/release.js";
import type { View } from "../../generator/contract/view/view.js";

/** A body that some source shows, or does not rule out, and what a handler sees of it. */
export interface AlternativeBody {
  /** The erratum, or the section, of our notes on the protocol. */
  readonly statement: string;
  readonly name: string;
  /** The event; `errorRequest` for a report. */
  readonly event: string;
  /** The release that brought what it is about, if that came later than the event. */
  readonly since?: string;
  /** The release that ended it: shops from then on send it no more, or send it otherwise. */
  readonly until?: string;
  /** What the body has besides `event` and `sender`, or in their place. */
  readonly body: Body;
  /** The same as the handler sees it; left out: as it came. */
  readonly read?: Body;
  readonly leftOut?: readonly { readonly path: string; readonly code: string }[];
  /** Changes that spoil a documented part: the body is refused, for what is at this pointer. */
  readonly refused?: readonly { readonly at: string; readonly body: Body }[];
}

export type Body = Readonly<Record<string, unknown>>;

export const alternativeBodies = JSON.parse(
  readFileSync(join(import.meta.dirname, "alternative-bodies.json"), "utf8"),
) as readonly AlternativeBody[];

/** Whether some shop of a fleet may send it. */
export const isKnown = ({ event, since, until }: AlternativeBody, { events, fleet }: View): boolean =>
  (event === "errorRequest" || events.some(({ name }) => name === event)) &&
  (since === undefined || (parseRelease(since) ?? 0) <= (fleet.releases.at(-1) ?? 0)) &&
  (until === undefined || (parseRelease(until) ?? 0) > (fleet.releases[0] ?? 0));

/**
 * What a test says of a body that the spec no longer takes like that: what to change in its entry. Only shops that all run the newest
 * release can have lost it by a new one.
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

/** The whole body that a till sends, with these properties. */
export const wholeBody = ({ event }: AlternativeBody, body: Body): Body =>
  event === "errorRequest" ? body : { ...every, ...body };

/** The whole body, spoilt. */
export const spoiltBodies = (given: AlternativeBody): readonly { at: string; body: Body }[] =>
  (given.refused ?? []).map(({ at, body }) => ({ at, body: wholeBody(given, { ...given.body, ...body }) }));
