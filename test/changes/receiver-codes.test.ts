import { expect, it } from "vitest";
import { receiverCodes } from "../../generator/changes/receiver-codes.js";
import { refusals } from "../../templates/copied/receiver/base/refusals.js";
import { loadRealModel } from "../workbench/real-spec.js";

it("explain knows exactly the codes of the receiver that the vendor does not have", () => {
  const ofVendor = loadRealModel().errorCodes?.values.map(({ value }) => value) ?? [];
  const own = Object.values(refusals).map(({ code }) => code);
  expect(Object.keys(receiverCodes).sort()).toEqual(
    [...new Set(own)].filter((code) => !ofVendor.includes(code)).sort(),
  );
});
