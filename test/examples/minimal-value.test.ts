import { expect, it } from "vitest";
import { minimalObject } from "../../generator/examples/fill.js";
import { createAjv } from "../../generator/spec/ajv.js";
import { toJsonSchema } from "../workbench/json-schema.js";
import { findObject, findProperty } from "../../generator/view/walk.js";
import { modelOf, viewOf } from "../view/spec-of.js";
import { object } from "../workbench/small-spec.js";

it.each<readonly [object, unknown]>([
  [{ type: "boolean" }, false],
  [{ type: "number" }, 0],
  [{ type: "integer", minimum: 3 }, 3],
  [{ type: "number", maximum: -2 }, -2],
  [{ type: "string" }, ""],
  [{ type: "string", minLength: 2 }, "--"],
  [{ type: "string", format: "date" }, "2000-01-01"],
  [{ type: "string", format: "date-time" }, "2000-01-01T00:00:00Z"],
  [{ type: "string", format: "uuid" }, "00000000-0000-0000-0000-000000000000"],
  [{ type: "string", format: "uri" }, "https://example.com/"],
  [{ type: "string", enum: ["b", "a"] }, "b"],
  [{ type: "array", items: { type: "string" } }, []],
  [{ type: "array", items: { type: "boolean" }, minItems: 2 }, [false, false]],
  [object("Inner", { text: { type: "string" }, more: { type: "string" } }, ["text"]), { text: "" }],
])("the smallest value with %j is one that the spec takes", (given, want) => {
  const model = modelOf({ ping: { value: given, other: { type: "string" } }, pingRequired: ["value"] });
  const [event] = viewOf(model, "..").events;
  const ping = findObject(findProperty(event?.request, "ping")?.type ?? []);
  if (!ping) throw new Error("there is no ping");
  const smallest = minimalObject(ping);
  const validate = createAjv({}).compile(toJsonSchema(ping, "response"));
  expect([validate(smallest), validate.errors]).toEqual([true, null]);
  expect(smallest).toEqual({ value: want });
});
