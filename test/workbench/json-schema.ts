import { dialects, type Strictness } from "../../generator/schema/dialects.js";
import { toRefereeDefinitions } from "../../generator/schema/schemas.js";
import type { ObjectView } from "../../generator/view/view.js";

/** A standard draft-07 schema of one object and everything it holds. */
export const toJsonSchema = (
  root: ObjectView,
  strictness: Strictness,
): Readonly<Record<string, unknown>> => ({
  ...dialects.referee.refer(root.name),
  definitions: toRefereeDefinitions([root], strictness),
});
