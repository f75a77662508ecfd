import { expect, it } from "vitest";
import { loadRealModel } from "../workbench/real-spec.js";
import { listMissingMarks } from "./doubt-marks.js";

it("explain, --json and the types have each doubt that is on a page", async () => {
  expect(await listMissingMarks(loadRealModel())).toEqual([]);
});
