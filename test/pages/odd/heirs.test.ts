import { expect, it } from "vitest";
import { explain } from "../../../generator/changes/explain.js";
import { viewOf, modelOf } from "../../contract/view/spec-of.js";
import lives from "./lives.json" with { type: "json" };

it.each([
  ["Ping.id", [["other", "ping"], false, 1]],
  ["OtherPing.id", [["other"], false, 1]],
])("explains %s, which one event may omit and another requires", (path, told) => {
  const model = modelOf(lives);
  const found = explain(path, viewOf(model, "..").fleet, model);
  expect(
    found.ok && found.value.map(({ events, required, questions }) => [events, required, questions.length]),
  ).toEqual([told]);
});
