import { formatRelease } from "../time/release.js";
import type { Change } from "./change.js";

/** A change as JSON; `release` is null if the sides differ from the first release on. */
export type ChangeJson = ReturnType<typeof changeToJson>;

/** A change as JSON. */
export const changeToJson = ({ code, verdict, direction, pointer, release, advice, events }: Change) => ({
  code,
  verdict,
  direction,
  pointer,
  release: release === undefined ? null : formatRelease(release),
  advice,
  events,
});
