import { it } from "vitest";
import { listMissingMarks } from "../pages/doubt-marks.js";
import { expectNone, loadOwnModel } from "./own-spec.js";

it("explain, --json and the types have each doubt that is on a page of the contract", async () => {
  expectNone(await listMissingMarks(loadOwnModel()), "print it there, too");
});
