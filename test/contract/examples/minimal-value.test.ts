import { expect, it } from "vitest";
import { makeObject } from "../../../generator/contract/examples/mock.js";
import { createAjv } from "../../../generator/contract/read/ajv.js";
import { toJsonSchema } from "../../workbench/json-schema.js";
import { findObject, findProperty } from "../../../generator/contract/view/walk.js";
import { modelOf, viewOf } from "../view/spec-of.js";
import { object } from "../../workbench/small-spec.js";

it.each<object>([
  { type: "boolean" },
  { type: "number" },
  { type: "integer", minimum: 3 },
  { type: "number", maximum: -2 },
  { type: "string" },
  { type: "string", minLength: 20 },
  { type: "string", format: "date" },
  { type: "string", format: "date-time" },
  { type: "string", format: "uuid" },
  { type: "string", format: "uri" },
  { type: "string", enum: ["b", "a"] },
  { type: "array", items: { type: "string" } },
  { type: "array", items: { type: "boolean" }, minItems: 2 },
  object("Inner", { text: { type: "string" }, more: { type: "string" } }, ["text"]),
])("the smallest value with %j is one that the spec takes", (given) => {
  const model = modelOf({ ping: { value: given, other: { type: "string" } }, pingRequired: ["value"] });
  const [event] = viewOf(model, "..").events;
  const ping = findObject(findProperty(event?.request, "ping")?.type ?? []);
  if (!ping) throw new Error("there is no ping");
  const smallest = makeObject(ping, () => []);
  const validate = createAjv({}).compile(toJsonSchema(ping, "response"));
  expect([validate(smallest), validate.errors]).toEqual([true, null]);
  expect(Object.keys(smallest)).toEqual(["value"]);
});
