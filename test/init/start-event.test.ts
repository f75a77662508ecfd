import { expect, it } from "vitest";
import { createStartEvent } from "../../generator/init/start-event.js";
import { modelOf, viewOf } from "../contract/view/spec-of.js";

it.each([
  ["the newest in the fleet", "10,30", ["10", "20"], "10"],
  ["the newest in the fleet, though its end is open", "20..", ["10", "20", "30"], "30"],
  ["the newest before its end, if none is in it", "30,40", ["10", "20"], "20"],
  ["the first, if all came later", "10", ["20", "30"], "20"],
])("a project shows a look-up by a sample of %s: fleet %s, samples %j", (_what, fleet, releases, want) => {
  const toSample = (release: string) => [
    `examples/ping/of-${release}.json`,
    { description: "A ping.", release, request: { ping: { code: release } } },
  ];
  const text = { type: "string" };
  const model = modelOf({
    releases: ["10", "20", "30", "40"],
    // Without a difference, releases are as good as one.
    ping: { code: text, b: { ...text, "x-added-in": "20" }, c: { ...text, "x-added-in": "30" } },
    pong: { name: text },
    event: { start: { answer: { pong: { name: "x" } }, lookUp: { by: "/ping/code", finds: "/pong/name" } } },
    files: Object.fromEntries(releases.map(toSample)) as Record<string, unknown>,
  });
  const view = viewOf(model, fleet.includes(",") || fleet.includes("..") ? fleet : `${fleet}..${fleet}`);
  const [ping] = view.events;
  expect(ping && createStartEvent(ping, view, model).lookUp?.by).toBe(want);
});
