import { expect, it } from "vitest";
import { listRows } from "../cases/broken-specs/links.js";
import { changeSpec, lint } from "./small-spec.js";

it.each(listRows("ten thousand files", 10_000))("lint bears $name, and refuses them", ({ given, want }) => {
  const linted = lint(changeSpec(given));
  const said = linted.ok
    ? []
    : linted.problems.map(({ code, message, place }) => ({
        ...{ code, message },
        at: `${place?.file ?? ""}#${place?.pointer ?? ""}`,
      }));
  expect(said).toEqual([want].flat());
});
