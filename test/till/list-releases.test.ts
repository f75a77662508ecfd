import { expect, it } from "vitest";
import { listReleases } from "../../generator/till-api.js";
import { newestRelease } from "./desk.js";

it.each([
  [{ versions: "48,56,50" }, ["48", "56"]],
  [{ versions: "56" }, ["56"]],
  [{ minVersion: "50", maxVersion: "56" }, ["50", "56"]],
  [{ minVersion: "48" }, ["48", newestRelease]],
  [{ minVersion: "999" }, [newestRelease]],
])("of a stamp, the oldest and the newest known release are listed: %j", (fleet, want) => {
  const stamp = { targets: { express: { ...fleet, tool: "1.0.0", files: {} } } };
  expect(listReleases(stamp)).toEqual(want);
  expect(listReleases(JSON.stringify(stamp))).toEqual(want);
});

it.each(["", "{}", "src/mplus/stamp.json", { targets: { express: { versions: "none", files: {} } } }])(
  "what is no stamp is refused: %j",
  (text) => {
    expect(() => listReleases(text)).toThrow("The text is not a valid stamp");
  },
);
