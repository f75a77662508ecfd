import { expect, it } from "vitest";
import { isTooDeep } from "../../../../templates/copied/receiver/http.js";

const nest = (levels: number, open: string, close: string) =>
  ({ in: JSON.parse(`${open.repeat(levels)}0${close.repeat(levels)}`) as number[] }) as const;

// Decides whether a body or a bug in a handler is to blame for a full stack.
it.each([
  ["no levels", {}, false],
  ["a thousand levels of objects", nest(1000, '{"a":', "}"), false],
  ["a thousand levels of lists", nest(1000, "[", "]"), false],
  ["one level more", nest(1001, "[", "]"), true],
  ["one level more beside flat parts", { a: [], b: {}, ...nest(1001, "[", "]"), c: 1 }, true],
])("a body with %s", (_name, body, want) => {
  expect(isTooDeep(body as never)).toBe(want);
});
