import { expect, it } from "vitest";
import { enumsIn } from "../../../generator/contract/view/walk.js";
import { modelOf, viewOf } from "./spec-of.js";

const choice = { type: "string", enum: ["a", "b"], "x-enum-added-in": { b: "20" } };

/** The values that an enum of the fleet ..10 is said to lack. */
function listMissing(side: "ping" | "pong", shape: object): readonly string[] {
  const view = viewOf(modelOf({ [side]: { x: shape } }), "..10");
  const [event] = view.events;
  const types = [...(event?.request.properties ?? []), ...(event?.response.properties ?? [])].flatMap(
    ({ type }) =>
      type === "unknown"
        ? []
        : type.flatMap((kind) => (kind.kind === "object" ? kind.object.properties : [])),
  );
  return types.flatMap(({ name, type }) =>
    name === "x" ? enumsIn(type).flatMap(({ forbidden }) => forbidden.map(({ value }) => value)) : [],
  );
}

it.each([
  ["a closed enum of an answer lacks what the shops do not take", "pong", choice, ["b"]],
  ["an open enum of an answer lacks nothing", "pong", { ...choice, "x-open": true }, []],
  ["an enum of a request lacks nothing", "ping", choice, []],
] as const)("%s", (_name, side, shape, want) => {
  expect(listMissing(side, shape)).toEqual(want);
});
