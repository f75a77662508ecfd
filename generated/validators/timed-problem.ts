// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CheckContext, Fault } from "./compiled-check.js";
import { formatRelease } from "./release.js";
import type { Problem } from "./result.js";

/** Something that the release of the shop does not have yet, has no more, or needs. */
export function toTimedProblem({ instancePath, keyword, params }: Fault, context: CheckContext): Problem {
  const { name = "", spans = [] } = params;
  const path = keyword === "valueExistsWhen" ? instancePath : `${instancePath}/${name}`;
  const runs =
    context.shop === undefined
      ? "the shop's release is not known"
      : `this shop runs v${withoutV(context.shop)}`;
  if (keyword === "requiredWhen") {
    return {
      path,
      code: "missing-property",
      message: `"${name}" is missing, and ${runs}, which requires it.`,
    };
  }
  const code = keyword === "existsWhen" ? "unsupported-property" : "unsupported-value";
  const came = spans.map(([from]) => from).find((from) => from !== null && from > (context.version ?? -1));
  if (came !== undefined && came !== null) {
    const addedIn = formatRelease(came);
    return { path, code, message: `\`${name}\` was added in v${addedIn}; ${runs}.`, addedIn };
  }
  const gone = spans.flatMap(([, until]) => until ?? []).at(-1);
  return { path, code, message: `\`${name}\` was removed in v${formatRelease(gone ?? 0)}; ${runs}.` };
}

const withoutV = (release: string): string => release.replace(/^v/, "");
