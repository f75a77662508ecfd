import { expect, it } from "vitest";
import { stripStyles } from "../../generator/text/style.js";
import { explanationsToJson, formatExplanations } from "../../generator/cli/report/explain-text.js";
import { explain } from "../../generator/explain/explain.js";
import { parseFleet } from "../../generator/time/fleet.js";
import { modelOf } from "../view/spec-of.js";

const doubt = { kind: "assumed", of: ["release"], basis: "No source names its release." };
const question = { id: "since-when", question: "Since when?", findOut: "Ask.", about: ["ping", "Pong.part"] };

const model = modelOf({
  event: { "x-provenance": doubt },
  events: { other: { description: "Other.", carries: { ping: { required: true } }, answers: {} } },
  pong: { part: { type: "string" } },
  files: { "open-questions.json": { questions: [question] } },
});

function explained(path: string): { text: string; json: object } {
  const fleet = parseFleet({}, model);
  const found = fleet.ok ? explain(path, fleet.value, model) : fleet;
  if (!found.ok || !fleet.ok) throw new Error("nothing to explain");
  const first = found.value.slice(0, 1);
  return {
    text: stripStyles(formatExplanations(first, fleet.value)),
    json: explanationsToJson(first, fleet.value, []),
  };
}

it("explain does not date what no source dates, and says what is open about it", () => {
  const { text, json } = explained("ping");
  expect(text).toContain("No release is known to have brought it.\n  All your shops are thought to know it.");
  expect(text).toContain("Open: Since when? (since-when)");
  expect(json).toMatchObject({
    matches: [{ undated: true, open: [{ id: "since-when", question: "Since when?" }] }],
  });
});

it("explain says what is open about a property of a type", () => {
  expect(explained("pong.part").text).toContain("Open: Since when? (since-when)");
});

it("explain says nothing of what is neither open nor in doubt", () => {
  expect(JSON.stringify(explained("other").json)).not.toMatch(/"(open|undated)"/);
});
