// Our spec at --min-version 48 as the one bundled JSON Schema that a user would write by hand: the input of the
// chain that `generation.mjs` compares with.
import { writeFileSync } from "node:fs";
import { buildModel } from "../../dist/generator/model/build.js";
import { loadSpec } from "../../dist/generator/package/load-spec.js";
import { createAlbum } from "../../dist/generator/lattice/album.js";
import { buildView } from "../../dist/generator/view/build-view.js";
import { parseFleet } from "../../dist/generator/time/fleet.js";
import { collectTypes } from "../../dist/generator/view/walk.js";
import { toJsonSchema } from "../../dist/generator/view/json-schema.js";

/** Writes the schema and returns the names of its roots: each event's request and response. */
export function writeBundledSchema(path, minVersion = "48") {
  const model = buildModel(loadSpec().value);
  const view = buildView(createAlbum(model), parseFleet({ minVersion }, model).value).value;
  const requests = [...view.events.map(({ request }) => request), view.errorRequest];
  const responses = view.events.map(({ response }) => response);
  const definitions = { ...describe(requests, "request"), ...describe(responses, "response") };
  const roots = [...requests, ...responses].map(({ name }) => name);
  const properties = Object.fromEntries(roots.map((name) => [name, { $ref: `#/definitions/${name}` }]));
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Webhooks",
    type: "object",
    properties,
    definitions,
  };
  writeFileSync(path, JSON.stringify(schema, null, 2));
  return { roots, definitions: Object.keys(definitions).length };
}

function describe(objects, side) {
  const all = collectTypes(objects).objects;
  return Object.fromEntries(
    all.map((object) => {
      const schema = toJsonSchema(object, side).definitions[object.name];
      for (const { name, prose } of object.properties) {
        const property = schema.properties[name];
        // What is not documented may be anything: `true`.
        if (property.$ref === undefined)
          schema.properties[name] = { ...(property !== true && property), description: prose.description };
      }
      return [object.name, { title: object.name, description: object.prose.description, ...schema }];
    }),
  );
}
