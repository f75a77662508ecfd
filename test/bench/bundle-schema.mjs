// Our spec at --min-version 48 as one bundled JSON Schema, as a user would write it by hand. `generation.mjs`
// measures the chain of tools that reads it.
import { writeFileSync } from "node:fs";
import { viewOfSpec } from "./emitted.mjs";
import { importSource } from "../workbench/sources.mjs";

const { collectTypes } = await importSource("contract/view/walk.ts");
const { toRefereeDefinitions } = await importSource("contract/schema/schemas.ts");

/** Writes the schema and returns the names of its roots: each event's request and response. */
export function writeBundledSchema(path) {
  const view = viewOfSpec();
  const requests = [...view.events.map(({ request }) => request), view.errorRequest];
  const responses = view.events.map(({ response }) => response);
  const roots = [...requests, ...responses].map(({ name }) => name);
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Webhooks",
    type: "object",
    properties: Object.fromEntries(roots.map((name) => [name, { $ref: `#/definitions/${name}` }])),
    definitions: { ...describe(requests, "asked"), ...describe(responses, "response") },
  };
  writeFileSync(path, JSON.stringify(schema, null, 2));
  return roots;
}

function describe(roots, side) {
  const definitions = structuredClone(toRefereeDefinitions(roots, side));
  for (const object of collectTypes(roots).objects) {
    const { properties } = definitions[object.name];
    for (const { name, prose } of object.properties) {
      const property = properties[name];
      if (property.$ref === undefined)
        properties[name] = { ...(property !== true && property), description: prose.description };
    }
    definitions[object.name] = {
      title: object.name,
      description: object.prose.description,
      ...definitions[object.name],
    };
  }
  return definitions;
}
