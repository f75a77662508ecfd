import { expect, it } from "vitest";
import { diffReleases } from "../../generator/changes/diff.js";
import { createSnapshots } from "../../generator/contract/lattice/snapshot.js";
import { baseline, type Release } from "../../generator/base/time/release.js";
import { types } from "../../generator/targets/types/types.js";
import { createTargetContext } from "../laws/judges/emitted.js";
import { pagesOf } from "../pages/pages.js";
import { readContract } from "./contracts.js";

const { model, viewIn } = readContract("validators/cases/seen.yaml", import.meta);

it("the types have no part that was only seen elsewhere, and no omission lists it", async () => {
  const files = await types.emit(viewIn("safe"), createTargetContext(model()));
  expect(files.map(({ content }) => content).join("")).not.toMatch(/extra|square|soon/);
  expect(viewIn("safe").omissions).toEqual([]);
});

it("the docs list what was only seen elsewhere in a section of its own", async () => {
  const pages = await pagesOf(viewIn("safe"), model());
  const [before, after] = (pages.get("objects/Pong.md") ?? "").split("## Seen, not documented");
  expect(before).not.toContain("extra");
  expect(after).toContain("- `extra`: The extra. Seen in the old API.");
  expect(pages.get("enums.md")).toContain("- `square`, in the old API");
});

it("no release added what was only seen elsewhere", () => {
  const range = { min: baseline, max: Infinity as Release };
  const changes = diffReleases(createSnapshots(model()), range);
  expect(changes.flatMap((release) => release.changes)).toEqual([]);
});
