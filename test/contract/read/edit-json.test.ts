import * as prettier from "prettier";
import { expect, it } from "vitest";
import { removePart, setPart } from "../../../generator/contract/read/edit-json.js";
import { readSpec } from "../../../generator/contract/read/read-spec.js";
import { frozenSpec } from "../../workbench/real-spec.js";

const format = (text: string): Promise<string> => prettier.format(text, { parser: "json", printWidth: 110 });

type Path = readonly (string | number)[];

it.each<[name: string, text: string, set: Path, value: unknown, gives: string, after?: readonly string[]]>([
  [
    "in an object on one line",
    `{\n  "a": { "b": 1 }\n}\n`,
    ["a", "c"],
    2,
    `{\n  "a": { "b": 1, "c": 2 }\n}\n`,
  ],
  ["behind another", `{ "a": 1, "b": 2 }\n`, ["c"], 3, `{ "a": 1, "c": 3, "b": 2 }\n`, ["a"]],
  ["in an empty object", `{ "a": {} }`, ["a", "b"], [], `{ "a": { "b": [] } }`],
  ["behind one that is not there", `{\n  "a": 1\n}`, ["b"], true, `{\n  "a": 1,\n  "b": true\n}`, ["x"]],
  [
    "between others",
    `{\r\n\t"a": 1,\r\n\t"c": 1\r\n}`,
    ["b"],
    { x: "y" },
    `{\r\n\t"a": 1,\r\n\t"b": { "x": "y" },\r\n\t"c": 1\r\n}`,
    ["a"],
  ],
  ["for another", `{\n  "a": [1],\n  "b": 1\n}`, ["a"], [1, 2], `{\n  "a": [1, 2],\n  "b": 1\n}`],
  ["in an item of a list", `[{ "a": 1 }]`, [0, "b"], null, `[{ "a": 1, "b": null }]`],
  [
    "beside what stays",
    `{\n  "a": [ 1,2 ],\n  "b" : 1.0\n}`,
    ["c"],
    1,
    `{\n  "a": [ 1,2 ],\n  "b" : 1.0,\n  "c": 1\n}`,
  ],
])("a part of a JSON text is set, and no other byte changes: %s", (...row) => {
  const [, text, path, value, gives, after] = row;
  expect(setPart(text, path, value, after ?? [])).toBe(gives);
});

it.each([
  ["the first", `{\n  "a": 1,\n  "b": 2\n}`, ["a"], `{\n  "b": 2\n}`],
  ["the last", `{\n  "a": 1,\n  "b": 2\n}`, ["b"], `{\n  "a": 1\n}`],
  ["the only one", `{\n  "a": {\n    "b": 2\n  }\n}`, ["a", "b"], `{\n  "a": {}\n}`],
  ["one on a line with others", `{ "a": 1, "b": 2 }`, ["a"], `{ "b": 2 }`],
  ["one that is not there", `{ "a": 1 }`, ["b"], `{ "a": 1 }`],
])("a part of a JSON text is taken out: %s", (_, text, path, gives) => {
  expect(removePart(text, path)).toBe(gives);
});

const values: readonly unknown[] = [
  "x",
  { description: "Short.", type: "string" },
  { description: "Long, so long that it does not fit on one line any more".repeat(2), enum: ["a", "b"] },
  { a: [{ x: 1, y: 2 }, ...[{ x: 1, y: 2 }]], b: [[1], [2]], c: {}, d: [] },
  ["a", "b", "c"].map((letter) => letter.repeat(40)),
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

const listPlaces = (value: unknown): (string | number)[][] =>
  typeof value !== "object" || value === null
    ? []
    : [
        ...(Array.isArray(value) ? [] : [[]]),
        ...Object.entries(value).flatMap(([key, part]) =>
          listPlaces(part).map((rest) => [Array.isArray(value) ? Number(key) : key, ...rest]),
        ),
      ];
