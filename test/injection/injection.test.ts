import { expect, it } from "vitest";
import { hostileStrings } from "./hostile-strings.js";
import { inject, turn } from "./injected.js";
import { places } from "./marked-spec.js";

it("every hostile text of a spec stays a text in what each target writes, where all of them meet", async () => {
  expect(places.length).toBeGreaterThanOrEqual(hostileStrings.length);
  expect(await inject(turn(hostileStrings, 0))).toEqual([]);
});
