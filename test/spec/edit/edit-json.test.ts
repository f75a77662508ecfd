import * as prettier from "prettier";
import { describe, expect, it } from "vitest";
import { removePart, setPart } from "../../../generator/spec/edit/edit-json.js";
import { readSpec } from "../../../generator/spec/read/read-spec.js";
import { frozenSpec } from "../../workbench/real-spec.js";

const format = (text: string): Promise<string> => prettier.format(text, { parser: "json", printWidth: 110 });

const cases = [
  {
    name: "a part of an object on one line",
    text: `{\n  "a": { "b": 1 }\n}\n`,
    set: ["a", "c"],
    value: 2,
    gives: `{\n  "a": { "b": 1, "c": 2 }\n}\n`,
  },
  {
    name: "a part behind another",
    text: `{ "a": 1, "b": 2 }\n`,
    set: ["c"],
    value: 3,
    after: ["a"],
    gives: `{ "a": 1, "c": 3, "b": 2 }\n`,
  },
  {
    name: "a part that an empty object gets",
    text: `{ "a": {} }`,
    set: ["a", "b"],
    value: [],
    gives: `{ "a": { "b": [] } }`,
  },
  {
    name: "a part behind one that is not there",
    text: `{\n  "a": 1\n}`,
    set: ["b"],
    value: true,
    after: ["x"],
    gives: `{\n  "a": 1,\n  "b": true\n}`,
  },
  {
    name: "a part between others",
    text: `{\r\n\t"a": 1,\r\n\t"c": 1\r\n}`,
    set: ["b"],
    value: { x: "y" },
    after: ["a"],
    gives: `{\r\n\t"a": 1,\r\n\t"b": { "x": "y" },\r\n\t"c": 1\r\n}`,
  },
  {
    name: "another value",
    text: `{\n  "a": [1],\n  "b": 1\n}`,
    set: ["a"],
    value: [1, 2],
    gives: `{\n  "a": [1, 2],\n  "b": 1\n}`,
  },
  {
    name: "a part of an item of a list",
    text: `[{ "a": 1 }]`,
    set: [0, "b"],
    value: null,
    gives: `[{ "a": 1, "b": null }]`,
  },
  {
    name: "what stays as somebody wrote it",
    text: `{\n  "a": [ 1,2 ],\n  "b" : 1.0\n}`,
    set: ["c"],
    value: 1,
    gives: `{\n  "a": [ 1,2 ],\n  "b" : 1.0,\n  "c": 1\n}`,
  },
] as const;

describe("a part of a JSON text is set, and no other byte changes:", () => {
  it.each(cases)("$name", ({ text, set, value, gives, ...more }) => {
    expect(setPart(text, set, value, "after" in more ? more.after : [])).toBe(gives);
  });
});

const removals = [
  { name: "the first", text: `{\n  "a": 1,\n  "b": 2\n}`, path: ["a"], gives: `{\n  "b": 2\n}` },
  { name: "the last", text: `{\n  "a": 1,\n  "b": 2\n}`, path: ["b"], gives: `{\n  "a": 1\n}` },
  {
    name: "the only one",
    text: `{\n  "a": {\n    "b": 2\n  }\n}`,
    path: ["a", "b"],
    gives: `{\n  "a": {}\n}`,
  },
  { name: "one on a line with others", text: `{ "a": 1, "b": 2 }`, path: ["a"], gives: `{ "b": 2 }` },
  { name: "one that is not there", text: `{ "a": 1 }`, path: ["b"], gives: `{ "a": 1 }` },
];

describe("a part of a JSON text is taken out:", () => {
  it.each(removals)("$name", ({ text, path, gives }) => expect(removePart(text, path)).toBe(gives));
});

const values: readonly unknown[] = [
  "x",
  { description: "Short.", type: "string" },
  { description: "Long, so long that it does not fit on one line any more".repeat(2), enum: ["a", "b"] },
  {
    a: [
      { x: 1, y: 2 },
      { x: 1, y: 2 },
    ],
    b: [[1], [2]],
    c: {},
    d: [],
  },
  [
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    "cccccccccccccccccccccc",
  ],
];

it("prettier has nothing to change in a file that it had nothing to change in before", async () => {
  const files = readSpec(frozenSpec);
  if (!files.ok) throw new Error("the fixture is unreadable");
  let count = 0;
  for (const { path, text } of files.value.filter((file) =>
    /^(?:requests|responses|common)/.test(file.path),
  )) {
    if ((await format(text)) !== text) continue;
    for (const tokens of listPlaces(JSON.parse(text))) {
      const value = values[count % values.length];
      count += 1;
      const edited = setPart(text, [...tokens, "xNew"], value, count % 2 ? [] : ["description"]);
      expect(await format(edited), `${path} ${tokens.join("/")}`).toBe(edited);
      expect(removePart(edited, [...tokens, "xNew"]).replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }
  }
  expect(count).toBeGreaterThan(200);
});

/** The objects of a value, itself among them. */
const listPlaces = (value: unknown): (string | number)[][] =>
  typeof value !== "object" || value === null
    ? []
    : [
        ...(Array.isArray(value) ? [] : [[]]),
        ...Object.entries(value).flatMap(([key, part]) =>
          listPlaces(part).map((rest) => [Array.isArray(value) ? Number(key) : key, ...rest]),
        ),
      ];
