import { describe, expect, it } from "vitest";
import { minimalObject } from "../../generator/examples/minimal-value.js";
import { createAjv } from "../../generator/spec/ajv.js";
import { toJsonSchema } from "../../generator/view/json-schema.js";
import type { ObjectView } from "../../generator/view/view.js";
import { emit, toSpec } from "../workbench/emit.js";
import { changeSpec, toSources } from "../spec/small-spec.js";

/** The response of scanCode where its answer `label` has one required property. */
async function responseWith(property: object): Promise<ObjectView> {
  const spec = toSpec(
    toSources(
      changeSpec({
        "responses/tag.json": {
          title: "Tag",
          description: "A tag.",
          type: "object",
          required: ["value"],
          properties: {
            value: { description: "A value.", ...property },
            other: { description: "Another.", type: "string" },
          },
        },
        "events/scanCode.json#/answers/tag": {},
      }),
    ),
  );
  const { view } = await emit(spec, "..", { targets: ["types"] });
  const response = view.events.find(({ name }) => name === "scanCode")?.response;
  const type = response?.properties.find(({ name }) => name === "tag")?.type;
  const [kind] = type === undefined || type === "unknown" ? [] : type;
  if (kind?.kind !== "object") throw new Error("there is no tag");
  return kind.object;
}

describe("the smallest answer", () => {
  it.each([
    { name: "a boolean", given: { type: "boolean" }, want: false },
    { name: "a number", given: { type: "number" }, want: 0 },
    { name: "a number from 3 on", given: { type: "integer", minimum: 3 }, want: 3 },
    { name: "a number up to -2", given: { type: "number", maximum: -2 }, want: -2 },
    { name: "a text", given: { type: "string" }, want: "" },
    { name: "a text of some length", given: { type: "string", minLength: 2 }, want: "--" },
    { name: "a day", given: { type: "string", format: "date" }, want: "2000-01-01" },
    { name: "a moment", given: { type: "string", format: "date-time" }, want: "2000-01-01T00:00:00Z" },
    {
      name: "an id",
      given: { type: "string", format: "uuid" },
      want: "00000000-0000-0000-0000-000000000000",
    },
    { name: "an address", given: { type: "string", format: "uri" }, want: "https://example.com/" },
    { name: "a choice", given: { type: "string", enum: ["b", "a"] }, want: "b" },
    { name: "a list", given: { type: "array", items: { type: "string" } }, want: [] },
    {
      name: "a list of two",
      given: { type: "array", items: { type: "boolean" }, minItems: 2 },
      want: [false, false],
    },
    { name: "an object", given: { $ref: "responses/message.json" }, want: { text: "" } },
  ])("with $name is one that the spec takes", async ({ given, want }) => {
    const response = await responseWith(given);
    const answer = minimalObject(response);
    const validate = createAjv({}).compile(toJsonSchema(response, "response"));
    expect([validate(answer), validate.errors]).toEqual([true, null]);
    expect(answer).toEqual({ value: want });
  });
});
