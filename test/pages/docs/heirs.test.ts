import { beforeAll, describe, expect, it } from "vitest";
import { explain } from "../../../generator/changes/explain.js";
import { parseFleet } from "../../../generator/base/time/fleet.js";
import { loadRange } from "../../workbench/real-spec.js";
import { modelOf } from "../../contract/view/spec-of.js";
import { pageAt, pagesOf } from "../pages.js";

const text = { type: "string" };

/** Two events carry `ping`. One may omit a property that the other requires. */
const model = modelOf({
  ping: { id: { ...text, "x-optional-for": { other: "A note says so." } }, more: text },
  pingRequired: ["id"],
  events: { other: { description: "Other.", carries: { ping: { required: true } } } },
  files: {
    "open-questions.json": {
      questions: [{ id: "which", question: "Which releases?", findOut: "Ask.", about: ["Ping.id"] }],
    },
  },
});

let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  pages = await pagesOf(loadRange("..", model), model);
});

const rowOf = (page: string, property: string) =>
  page.split("\n").find((line) => line.startsWith(`| \`${property}\``)) ?? "";

describe("an object that one event may have without a part", () => {
  it("has a page beside that of the others, and each leads to the other", () => {
    const [mine, others] = ["OtherPing", "Ping"].map((name) => pageAt(pages, `objects/${name}.md`));
    expect(mine).toContain("In `other`, `id` may be missing.");
    expect(mine).toContain("Other events have [Ping](Ping.md) instead.");
    expect(others).toContain("One event has [OtherPing](OtherPing.md) instead.");
    expect(rowOf(mine ?? "", "id")).toMatch(/\| no +\|.*Not documented: whether the property is required\./);
    expect(rowOf(others ?? "", "id")).toMatch(/\| yes +\|/);
    expect(mine).toContain("Whether the property is required is inferred, not documented: A note says so.");
    expect(others).not.toContain("A note says so.");
    for (const page of [mine, others]) expect(page).toContain("Which releases?");
  });

  it("is explained by its own name, and by that of the others", () => {
    const told = ["Ping.id", "OtherPing.id"].map((path) => {
      const fleet = parseFleet({}, model);
      const found = fleet.ok ? explain(path, fleet.value, model) : fleet;
      return (
        found.ok && found.value.map(({ events, required, questions }) => [events, required, questions.length])
      );
    });
    expect(told).toEqual([[[["other", "ping"], false, 1]], [[["other"], false, 1]]]);
  });
});
