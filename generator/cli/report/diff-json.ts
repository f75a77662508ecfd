import type { Change } from "../../diff/change.js";
import { formatRelease } from "../../time/release.js";

/** A change as JSON; `release` is null if the sides differ from the first release on. */
export const changeToJson = ({ code, verdict, direction, pointer, release, advice, events }: Change) => ({
  code,
  verdict,
  direction,
  pointer,
  release: release === undefined ? null : formatRelease(release),
  advice,
  events,
});

/** Formats a diff as JSON. */
export const diffToJson = ({ changes }: { readonly changes: readonly Change[] }): string =>
  `${JSON.stringify({ changes: changes.map(changeToJson) }, null, 2)}\n`;
