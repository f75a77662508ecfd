import { expect, it } from "vitest";
import { code, headingAnchor, text } from "../../../generator/pages/blocks/text.js";
import { heading, table } from "../../../generator/pages/blocks/builders.js";
import { listAnchors, toFragment } from "../../../generator/pages/blocks/html.js";

it.each([
  ["What it’s for, and when", "what-its-for-and-when"],
  ["a_b-c d2", "a_b-c-d2"],
  ["Crème (brûlée)!", "crème-brûlée"],
  ["a  b", "a--b"],
])("the heading %s has the anchor that GitHub gives it", (given, want) => {
  expect(headingAnchor(given)).toBe(want);
});

it.each([
  ["form.fields[].x-y_1", "property-form.fields-.x-y_1"],
  ['"><script>', "property--script-"],
  ["é 2", "property-é-2"],
  ["x".repeat(90), `property-${"x".repeat(80)}`],
])("the row %s has an anchor that can be typed", (given, want) => {
  expect([...listAnchors([table(["Name"], [[code(given)]], "property")]).values()]).toEqual([want]);
});

it("a page has an anchor once", () => {
  const headings = ["a", "a", "a-1", "b", "a"].map((title) => heading(2, text`${title}`));
  expect([...listAnchors(headings, "b").values()]).toEqual(["a", "a-1", "a-1-1", "b-1", "a-2"]);
});

it("an anchor is encoded in a link", () => {
  expect(toFragment('a"b é')).toBe("#a%22b%20%C3%A9");
});
