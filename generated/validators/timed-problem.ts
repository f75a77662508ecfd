// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CheckContext } from "./compiled-check.js";
import type { Fault } from "./fault.js";
import { formatRelease } from "./release.js";
import type { Problem } from "./result.js";

/** Something that the release of the shop does not have yet, has no more, or needs. */
export function toTimedProblem(
  { path: place, kind, name = "", spans = [] }: Fault,
  context: CheckContext,
): Problem {
  const path = kind === "required there" ? `${place}/${name}` : place;
  const runs =
    context.release === undefined
      ? "the shop's release is not known"
      : `this shop runs v${withoutV(context.release)}`;
  if (kind === "required there") {
    return {
      path,
      code: "missing-property",
      message: `"${name}" is missing, and ${runs}, which requires it.`,
    };
  }
  const code = kind === "property not there" ? "unsupported-property" : "unsupported-value";
  const came = spans.map(([from]) => from).find((from) => from !== null && from > (context.version ?? -1));
  if (came !== undefined && came !== null) {
    const addedIn = formatRelease(came);
    return { path, code, message: `\`${name}\` was added in v${addedIn}; ${runs}.`, addedIn };
  }
  const gone = spans.flatMap(([, until]) => until ?? []).at(-1);
  return { path, code, message: `\`${name}\` was removed in v${formatRelease(gone ?? 0)}; ${runs}.` };
}

const withoutV = (release: string): string => release.replace(/^v/, "");
