import { expect, it } from "vitest";
import { formatDuration, parseDuration } from "../../../generator/till/scenario/scenario.js";
import { fillReferences, listReferences } from "../../../generator/till/scenario/references.js";
import type { Json, JsonObject } from "../../../generator/base/json.js";

const values: JsonObject = { n: 12, t: "x", o: { list: [{ a: true }], "b-c": null }, money: "$5" };
const answer: readonly Json[] = [{ y: null, z: null }, { z: 1 }, { request: { y: null } }];
const memory = new Map([
  ...Object.entries(values).map(([name, value]) => [name, [value]] as const),
  ["answer", answer],
]);
const fill = (value: Json) => fillReferences(value, memory);

it.each<readonly [Json, Json]>([
  ["${n}", 12],
  ["${ n }", 12],
  ["no. ${n}", "no. 12"],
  ["${t}${n}", "x12"],
  ["${o.list.0.a}", true],
  ["${o.b-c}", null],
  ["${o}", { list: [{ a: true }], "b-c": null }],
  ["a ${o.list}", 'a [{"a":true}]'],
  ["${money}, ${t}", "$5, x"],
  ["$${n}", "${n}"],
  ["$n {n} $ {n} ${", "$n {n} $ {n} ${"],
  [{ a: ["${n}", 1] }, { a: [12, 1] }],
  ["${answer.z}", 1],
  ["${answer.request.y}", null],
])("%j becomes %j", (given, want) => {
  expect(fill(given)).toEqual({ value: want, missing: [] });
});

it.each(["no", "o.no", "o.list.1", "t.length", "constructor", "o.__proto__", "", "answer.y"])(
  "${%s} stands for nothing",
  (name) => {
    expect(fill(`\${${name}}`).missing).toEqual([name]);
  },
);

it("references are found wherever they are, with their names", () => {
  expect(listReferences({ a: ["${x.y}", { "b/c": "1 ${z} $${no} ${z}" }] }, "/steps/0")).toEqual([
    { name: "x", pointer: "/steps/0/a/0" },
    { name: "z", pointer: "/steps/0/a/1/b~1c" },
    { name: "z", pointer: "/steps/0/a/1/b~1c" },
  ]);
});

it.each([
  ["500ms", 500],
  ["30s", 30_000],
  ["1.5m", 90_000],
  ["1h", 3_600_000],
] as const)("%s is %d milliseconds", (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
  expect(parseDuration(formatDuration(milliseconds))).toBe(milliseconds);
});
