import { describe, expect, it } from "vitest";
import { code, headingAnchor, text } from "../../../generator/pages/blocks/text.js";
import { heading, table } from "../../../generator/pages/blocks/builders.js";
import { colourJson, listAnchors, toFragment } from "../../../generator/pages/blocks/html.js";

describe("an anchor", () => {
  it.each([
    ["Answers", "answers"],
    ["What it’s for, and when", "what-its-for-and-when"],
    ["a_b-c d2", "a_b-c-d2"],
    ["Crème (brûlée)!", "crème-brûlée"],
    ["a  b", "a--b"],
  ])("of the heading %s is %s", (given, want) => {
    expect(headingAnchor(given)).toBe(want);
  });

  it.each([
    ["scanCode", "property-scanCode"],
    ["form.fields[].x-y_1", "property-form.fields-.x-y_1"],
    ['"><script>', "property--script-"],
    ["é 2", "property-é-2"],
    ["x".repeat(90), `property-${"x".repeat(80)}`],
  ])("of the row %s is %s", (given, want) => {
    const names = table(["Name"], [[code(given)]], "property");
    expect([...listAnchors([names]).values()]).toEqual([want]);
  });

  it("is given once to a page", () => {
    const titles = ["a", "a", "a-1", "b", "a"];
    const anchors = listAnchors(
      titles.map((title) => heading(2, text`${title}`)),
      "b",
    );
    expect([...anchors.values()]).toEqual(["a", "a-1", "a-1-1", "b-1", "a-2"]);
  });

  it("is encoded in a link", () => {
    expect(toFragment('a"b é')).toBe("#a%22b%20%C3%A9");
  });
});

describe("the colours of JSON", () => {
  const value = (text: string) => `<span class="value">${text}</span>`;
  const text = (inner: string) => `<span class="text">&#34;${inner}&#34;</span>`;
  const key = (inner: string) => `<span class="key">&#34;${inner}&#34;</span>`;

  it.each([
    ['{"a": 1}', `{${key("a")}: ${value("1")}}`],
    ['{"a" :2}', `{${key("a")} :${value("2")}}`],
    ['["a"]', `[${text("a")}]`],
    ['["a", "b: c"]', `[${text("a")}, ${text("b: c")}]`],
    ['["\\"\\\\"]', `[${text("\\&#34;\\\\")}]`],
    ["[-1.25e+10, 0.5E-3, 12]", `[${value("-1.25e+10")}, ${value("0.5E-3")}, ${value("12")}]`],
    ["[1e5]", `[${value("1e5")}]`],
    ["[true,false,null]", `[${value("true")},${value("false")},${value("null")}]`],
    ["nullable untrue a1", "nullable untrue a1"],
    ["<b>&", "&#60;b&#62;&#38;"],
    ['"<', '<span class="text">&#34;&#60;</span>'],
    ['"a\n"b"', `<span class="text">&#34;a</span>\n${text("b")}`],
  ])("of %s", (given, want) => {
    expect(colourJson(given)).toBe(want);
  });
});
