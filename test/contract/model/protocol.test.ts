import { describe, expect, it } from "vitest";
import { buildModel } from "../../../generator/contract/model/build.js";
import type { Model } from "../../../generator/contract/model/model.js";
import { linkSmallSpec, type Changes } from "../read/small-spec.js";

const build = (changes: Changes = {}): Model => buildModel(linkSmallSpec(changes));

describe("the model of the protocol", () => {
  it("knows which events alone take an answer", () => {
    expect(build().answers.map(({ property, onlyFor }) => [property.name, onlyFor])).toEqual([
      ["billFooter", ["printBill"]],
      ["scanCode", ["scanCode"]],
      ["message", undefined],
      ["polling", undefined],
    ]);
  });

  it("knows what an event says nothing without, its context apart", () => {
    const model = build({
      "events/scanCode.json#/carries/session": { required: true },
      "events/scanCode.json#/carries/bill": {},
      "requests/session.json": {
        title: "Session",
        description: "A sale.",
        type: "object",
        "x-context": true,
        properties: {},
      },
    });
    expect(model.events.map(({ ownObjects }) => ownObjects)).toEqual([["bill"], ["scanCode"]]);
  });

  it("knows which properties an answer repeats", () => {
    const model = build({
      "responses/scanCode.json#/properties/scannedCode": {
        description: "The code again.",
        type: "string",
        "x-echo": true,
      },
    });
    expect(model.events.map(({ echoes }) => echoes)).toEqual([
      [],
      [{ object: "scanCode", property: "scannedCode" }],
    ]);
  });

  it("knows how the POS polls, if it does", () => {
    expect(build().polling).toEqual({
      asks: { object: "event", property: "eventPolling" },
      ends: { object: "polling", property: "finished" },
    });
    expect(build({ "envelope.json#/polling": undefined }).polling).toBeUndefined();
  });

  it("knows which events need no polling", () => {
    expect(build().events.map(({ name, pollingOptional }) => [name, pollingOptional])).toEqual([
      ["printBill", true],
      ["scanCode", false],
    ]);
  });
});
