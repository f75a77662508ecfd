import { expect, it } from "vitest";
import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import { collectKnownRequests } from "../../../generator/targets/receiver/receiver.js";
import { modelOf, viewOf } from "../../contract/view/spec-of.js";

const text = { type: "string" };
const properties = {
  always: text,
  later: { ...text, "x-added-in": "30" },
  gone: { ...text, "x-removed-in": "20" },
  soon: { ...text, "x-planned": true },
  elsewhere: { ...text, "x-seen": "an old API" },
};

it.each([
  ["10..20", { later: { since: "30" }, soon: { planned: true }, elsewhere: { seen: "an old API" } }],
  ["20..", { gone: { until: "20" }, soon: { planned: true }, elsewhere: { seen: "an old API" } }],
])("the receiver of the fleet %s knows why a property is unknown to its shops", (range, want) => {
  const model = modelOf({ ping: properties });
  const { objects } = collectKnownRequests(createSnapshots(model), viewOf(model, range).fleet);
  const known = Object.entries(objects["Ping"]?.more ?? {});
  expect(
    Object.fromEntries(known.flatMap(([name, { outside }]) => (outside ? [[name, outside]] : []))),
  ).toEqual(want);
});
