import { expect, it } from "vitest";
import { checks, faulty } from "./checks.js";
import { hostileTexts } from "./hostile-texts.js";

it.each(checks)("any text fits its place: $name", ({ check }) => {
  expect(faulty(hostileTexts, check)).toEqual({});
});
