import { capitalize } from "../../../generator/base/text/words.js";

/**
 * The one difference between our types and those that openapi-typescript makes. A definition takes null where a null is
 * documented in its place anywhere, because a union of null and a reference is what many generators break on; our types say
 * null only where it is documented.
 */
export const withNull = (types: string): string =>
  types.replace(
    "export interface Relation {",
    "export type Relation = OnlyRelation | null;\nexport interface OnlyRelation {",
  );

/** Each body of each event, taken for the other's, in both directions, in a file beside the folder of the types that were made. */
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
  const imports = [
    `import type { components } from "./${folder}/types.js";`,
    `import type { WebhookRequests, WebhookResponses } from "../types/index.js";`,
    `type Schemas = components["schemas"];`,
  ];
  return [...imports, ...both].join("\n");
}
