import type { Changes } from "../spec/small-spec.js";

/** The parts of the contract that the additions build on. */
export interface Grounds {
  readonly "releases.json": { readonly releases: readonly { readonly release: string }[] };
  readonly "responses/form.json": {
    readonly properties: { readonly fields: { readonly items: Typed } };
  };
  readonly "examples/pauseSession/parked-at-table.json": { readonly request: object };
}

interface Typed {
  readonly properties: { readonly type: { readonly enum: readonly string[] } };
}

/** A release that adds an event with a session and an example, an object, an optional property and an enum value. */
export function additionsTo(spec: Grounds): Changes {
  const { releases } = spec["releases.json"];
  const release = `${parseInt(releases.at(-1)?.release ?? "", 10) + 1}`;
  const type = "properties/fields/items/properties/type";
  const types = spec["responses/form.json"].properties.fields.items.properties.type.enum;
  const { request } = spec["examples/pauseSession/parked-at-table.json"];
  return {
    [`releases.json#/releases/${releases.length}`]: { release, summary: "What a test adds." },
    "requests/grownPoints.json": {
      title: "GrownPoints",
      description: "What was saved with a purchase.",
      type: "object",
      "x-added-in": release,
      required: ["count"],
      properties: { count: { description: "How many points.", type: "integer" } },
    },
    "events/grownEvent.json": {
      description: "Points were saved.",
      freeStanding: "A test made it up.",
      "x-added-in": release,
      carries: { session: { required: true }, grownPoints: { required: true } },
    },
    "examples/grownEvent/saved.json": {
      description: "Three points are saved.",
      release,
      request: { ...request, grownPoints: { count: 3 } },
      response: {},
    },
    "responses/dialog.json#/properties/grownText": {
      description: "Text below the title.",
      type: "string",
      "x-added-in": release,
    },
    [`responses/form.json#/${type}/enum/${types.length}`]: "grownValue",
    [`responses/form.json#/${type}/x-enum-added-in/grownValue`]: release,
  };
}
