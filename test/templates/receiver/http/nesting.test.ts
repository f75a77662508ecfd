import { expect, it } from "vitest";
import { refusals } from "../../../../templates/copied/receiver/base/refusals.js";
import { parseBody } from "../../../../templates/copied/receiver/protocol/body.js";

const nest = (levels: number, open: string, close: string): string =>
  `"in":${open.repeat(levels)}0${close.repeat(levels)}`;

it.each([
  ["no levels", ""],
  ["a thousand levels of objects", nest(1000, '{"a":', "}")],
  ["a thousand levels of lists", nest(1000, "[", "]")],
  ["a thousand empty objects side by side", `"in":[${Array(1001).fill("{}").join()}]`],
])("takes a body with %s", (_name, parts) => {
  expect(JSON.stringify(parseBody(Buffer.from(`{${parts}}`)))).toBe(`{${parts}}`);
});

it.each([
  ["one level more", nest(1001, "[", "]")],
  ["one level more beside flat parts", `"a":[],"b":{},${nest(1001, "[", "]")},"c":1`],
  ["a hundred thousand levels", nest(100_000, '{"a":', "}")],
])("refuses a body with %s", (_name, parts) => {
  expect(() => parseBody(Buffer.from(`{${parts}}`))).toThrow(refusals.nestedTooDeeply.message);
});
