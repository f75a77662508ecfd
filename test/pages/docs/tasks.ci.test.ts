import { expect, it } from "vitest";
import { listFleetOptions } from "../../../generator/pages/prose/fleet-text.js";
import { parseFleet, type FleetOptions } from "../../../generator/base/time/fleet.js";
import { docsModel, pages, parsedPage } from "../../workbench/outputs.js";
import { findAll } from "../../targets/docs/markdown-tree.js";
import { named, parseHtml, textOf as textIn } from "../../targets/site/html-tree.js";
import { pageOf, siteOfPages } from "../../targets/site/sites.js";
import { pageAt, pagesOf } from "../pages.js";
import { modelOf, viewOf } from "../hand-made.js";
import { handler } from "../with-tasks.js";

it("shows the handler of a task to the letter, for the fleet of the pages", async () => {
  const [, shown] = findAll(await parsedPage("..", "tasks/coupons.md"), "code");
  expect(`${shown?.value ?? ""}\n`).toBe(handler);
  expect(pageAt(await pages("48.."), "tasks/coupons.md")).toContain("--out mplus --min-version 48\n");
});

it.each<[FleetOptions, string]>([
  [{}, ""],
  [{ minVersion: "48" }, "--min-version 48"],
  [{ maxVersion: "58" }, "--max-version 58"],
  [{ minVersion: "48", maxVersion: "58" }, "--min-version 48 --max-version 58"],
  [{ versions: "59,48" }, "--versions 48,59"],
])("names a fleet as a call does: %j", (options, want) => {
  const fleet = parseFleet(options, docsModel());
  expect(fleet.ok && listFleetOptions(fleet.value).join(" ")).toBe(want);
});

it("lists the tasks first in the site's navigation", () => {
  const site = siteOfPages([pageOf([]), pageOf([], { path: "tasks/coupons", group: "tasks" })]);
  const [first] = named(parseHtml(site.get("index.html") ?? ""), "summary");
  expect(first && textIn(first)).toBe("I want to");
});

it("has no pages of tasks and settings if the spec says nothing of them", async () => {
  const paths = [...(await pagesOf(viewOf([]), modelOf())).keys()];
  expect(paths.filter((path) => path === "set-up.md" || path.startsWith("tasks/"))).toEqual([]);
});
