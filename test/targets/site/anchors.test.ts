import { describe, expect, it } from "vitest";
import { headingAnchor } from "../../../generator/docs/blocks/anchor.js";
import { createAnchors, rowAnchor, toFragment } from "../../../generator/targets/site/anchors.js";
import { colourJson } from "../../../generator/targets/site/json-colours.js";

describe("an anchor", () => {
  it.each([
    { given: "Answers", want: "answers" },
    { given: "What it’s for, and when", want: "what-its-for-and-when" },
    { given: "a_b-c d2", want: "a_b-c-d2" },
    { given: "Crème (brûlée)!", want: "crème-brûlée" },
    { given: "a  b", want: "a--b" },
  ])("of the heading $given is $want", ({ given, want }) => {
    expect(headingAnchor(given)).toBe(want);
  });

  it.each([
    { given: "scanCode", want: "property-scanCode" },
    { given: "form.fields[].x-y_1", want: "property-form.fields-.x-y_1" },
    { given: '"><script>', want: "property--script-" },
    { given: "é 2", want: "property-é-2" },
    { given: "x".repeat(90), want: `property-${"x".repeat(80)}` },
  ])("of the row $given is $want", ({ given, want }) => {
    expect(rowAnchor("property", given)).toBe(want);
  });

  it("is given once to a page", () => {
    const take = createAnchors();
    expect(["a", "a", "a-1", "b", "a"].map(take)).toEqual(["a", "a-1", "a-1-1", "b", "a-2"]);
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
    { given: '{"a": 1}', want: `{${key("a")}: ${value("1")}}` },
    { given: '{"a" :2}', want: `{${key("a")} :${value("2")}}` },
    { given: '["a"]', want: `[${text("a")}]` },
    { given: '["a", "b: c"]', want: `[${text("a")}, ${text("b: c")}]` },
    { given: '["\\"\\\\"]', want: `[${text("\\&#34;\\\\")}]` },
    { given: "[-1.25e+10, 0.5E-3, 12]", want: `[${value("-1.25e+10")}, ${value("0.5E-3")}, ${value("12")}]` },
    { given: "[1e5]", want: `[${value("1e5")}]` },
    { given: "[true,false,null]", want: `[${value("true")},${value("false")},${value("null")}]` },
    { given: "nullable untrue a1", want: "nullable untrue a1" },
    { given: "<b>&", want: "&#60;b&#62;&#38;" },
    { given: '"<', want: '<span class="text">&#34;&#60;</span>' },
    { given: '"a\n"b"', want: `<span class="text">&#34;a</span>\n${text("b")}` },
  ])("of $given", ({ given, want }) => {
    expect(colourJson(given)).toBe(want);
  });
});
