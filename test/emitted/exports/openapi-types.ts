import { capitalize } from "../../../generator/base/text/words.js";

/**
 * One of two differences between our types and those of openapi-typescript. A definition accepts null if null is documented in any of its
 * places, since many generators cannot handle a union of null and a reference. Our types allow null only where it is documented.
 */
export const withNull = (types: string): string =>
  types.replace(
    "export interface Relation {",
    "export type Relation = OnlyRelation | null;\nexport interface OnlyRelation {",
  );

/**
 * The other difference. Our answers may be read-only, and accept undefined for what is left out; JSON, which tools describe, has
 * no undefined.
 */
export const asPlain = (types: string): string =>
  types.replaceAll(" | undefined", "").replaceAll("readonly ", "");

/** Assigns each body of each event to the other's type, in both directions. */
export function printAssignments(folder: string, events: readonly string[]): string {
  const both = events.flatMap((event) =>
    (["Request", "Response"] as const).flatMap((side) => {
      const [ours, theirs] = [`Webhook${side}s["${event}"]`, `Schemas["${capitalize(event)}${side}"]`];
      return [
        `export const to${event}${side} = (body: ${ours}): ${theirs} => body;`,
        `export const from${event}${side} = (body: ${theirs}): ${ours} => body;`,
      ];
    }),
  );
  return `import type { components } from "./${folder}/types.js";
import type { WebhookRequests, WebhookResponses } from "../types/index.js";
type Schemas = components["schemas"];
${both.join("\n")}`;
}
