import { expect, it } from "vitest";
import { listRows } from "./broken-specs/huge.js";
import { changeSpec, lint } from "../read/small-spec.js";

it.each(listRows(10_000))("lint finishes on $name, and refuses them", ({ given, want }) => {
  const linted = lint(changeSpec(given));
  const problems = linted.ok ? [] : linted.problems;
  expect(problems.map(({ code, place }) => `${code} ${place?.file ?? ""}#${place?.pointer ?? ""}`)).toEqual(
    want,
  );
});

/**
 * Many faults in one file, on one line, in one file each, and in the reviews. Lint finds and locates each.
 */
const count = 5000;
const list = <T>(make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const releases = { releases: list((index) => ({ release: `nope ${index}`, summary: "x" })) };
const term = (index: number) => ({ term: `t${index}`, meaning: "x", see: [`NoSuch${index}`] });
const claim = (index: number) => ({ source: "A page", claim: `request nothing.p${index} type`, why: "x" });
const bare = { title: "A", description: "x", type: "string", bogus: 1 };

it.each([
  ["in a file", { "releases.json": releases }],
  ["in a line", { "releases.json": JSON.stringify(releases) }],
  ["of one key", { "common/table.json": `{${list(() => '"a": 1').join(",\n")}, "a": 1}` }],
  ["in as many files", Object.fromEntries(list((index) => [`common/f${index}.json`, bare]))],
  ["in names that lead nowhere", { "glossary.json": { terms: list(term) } }],
  ["in reviews", { "drift/reviewed.json": { claims: list(claim), sentences: [] } }],
])("lint bears 5,000 faults %s", (_, given) => {
  const linted = lint(changeSpec(given));
  const problems = linted.ok ? [] : linted.problems;
  expect(problems.length).toBeGreaterThanOrEqual(count);
  expect(problems.every(({ position }) => position !== undefined)).toBe(true);
});
