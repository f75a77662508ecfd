import { expect, it } from "vitest";
import { explain } from "../../../generator/changes/explain.js";
import { viewOf, modelOf } from "../../contract/view/spec-of.js";
import lives from "./lives.json" with { type: "json" };

it.each([
  ["Ping.id", [["other", "ping"], false, ["provenance", "question"]]],
  ["OtherPing.id", [["other"], false, ["provenance", "question"]]],
])("explains %s, which one event may omit and another requires", (path, told) => {
  const model = modelOf(lives);
  const found = explain(path, viewOf(model, "..").fleet, model);
  expect(
    found.ok &&
      found.value.matches.map(({ events, required, doubts }) => [
        events,
        required,
        doubts.map(({ doubt }) => doubt.kind),
      ]),
  ).toEqual([told]);
});
