import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import { describe, expect, it } from "vitest";
import type { Model } from "../../../generator/contract/model/model.js";
import { buildView } from "../../../generator/contract/view/build-view.js";
import { collectTypes, withoutShared } from "../../../generator/contract/view/walk.js";
import { parseFleet } from "../../../generator/base/time/fleet.js";
import { formatReason } from "../../../generator/contract/view/reasons.js";
import type { ObjectView, View } from "../../../generator/contract/view/view.js";
import { loadRealView } from "../../workbench/real-spec.js";
import { modelOf, viewOf } from "./spec-of.js";
import { object } from "../../workbench/small-spec.js";

const reasonsOf = ({ forbidden }: Pick<ObjectView, "forbidden">, { fleet }: View): Record<string, string> =>
  Object.fromEntries(forbidden.map(({ name, reason }) => [name, formatReason(reason, fleet)]));

const forbiddenIn = (view: View, event: string): Record<string, string> =>
  reasonsOf(view.events.find(({ name }) => name === event)?.response ?? { forbidden: [] }, view);

function buildFrom10(small: Model) {
  const fleet = parseFleet({ minVersion: "10" }, small);
  return fleet.ok ? buildView(createSnapshots(small), fleet.value) : fleet;
}

describe("what an answer may not carry", () => {
  it("says whose it is, or since when", () => {
    const view = loadRealView({ minVersion: "48" });
    expect(reasonsOf(view.foreignAnswers, view)).toEqual({
      scanCode: "only for scanCode",
      receiptFooter: "only for completeSession",
      billFooter: "only for printBill",
      externalPayment:
        "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment",
    });
    expect(forbiddenIn(view, "scanCode")).toEqual({ form: "requires v59; your oldest shop runs v48" });
  });

  it("is told inside objects as well", () => {
    const view = loadRealView({ minVersion: "43" });
    const dialog = collectTypes([view.commonResponse]).objects.find(({ name }) => name === "DialogAnswer");
    expect(dialog?.forbidden.map(({ name, reason }) => [name, formatReason(reason, view.fleet)])).toEqual([
      ["requireConfirmation", "requires v46; your oldest shop runs v43"],
      ["dialogId", "seen in the SOAP API of v67.1.3, not documented for the POS"],
      ["dialogIdAsString", "seen in the SOAP API of v67.1.3, not documented for the POS"],
    ]);
  });

  it("says when a part was removed", () => {
    const small = modelOf({ pong: { x: { type: "string", "x-removed-in": "20" }, y: { type: "string" } } });
    expect(viewOf(small, "10..").omissions.map(({ what, reason }) => [what, reason.kind])).toEqual([
      ["Pong.x", "removed"],
    ]);
    expect(viewOf(small, "..10").omissions).toEqual([]);
  });

  it.each([
    ["..", "added", "requires v20; your oldest shop may be older"],
    ["..10", "added", "requires v20; your newest shop runs v10"],
    ["10..10", "added", "requires v20; your shops run v10"],
    ["..", "removed", "removed in v20; your newest shop may run v20 or later"],
    ["10..30", "removed", "removed in v20; your newest shop runs v30"],
    ["20..", "removed", "removed in v20; your oldest shop runs v20"],
    ["20,30", "removed", "removed in v20; your oldest shop runs v20"],
  ])("says whether some shops of %s have what was %s, or none", (range, change, want) => {
    const view = viewOf(modelOf({ pong: { x: { type: "string", [`x-${change}-in`]: "20" } } }), range);
    expect(view.omissions.map(({ reason }) => formatReason(reason, view.fleet))).toEqual([want]);
  });

  it("says that a part existed only between the releases of a list", () => {
    const x = { type: "string", "x-added-in": "20", "x-removed-in": "30" };
    const view = viewOf(modelOf({ pong: { x } }), "10,30");
    expect(view.omissions.map(({ reason }) => formatReason(reason, view.fleet))).toEqual([
      "added in v20; none of your shops has it",
    ]);
  });

  it("names the values of enums, with a title and without", () => {
    const values = { type: "string", enum: ["a", "b"], "x-enum-added-in": { b: "20" } };
    const list = { type: "array", items: values };
    const small = modelOf({ pong: { x: values, y: { ...values, title: "Kind" }, z: list } });
    expect(viewOf(small, "10..").omissions.map(({ what }) => what)).toEqual([
      'Pong.x "b"',
      'Kind "b"',
      'Pong.z "b"',
    ]);
    expect(viewOf(small, "20..").omissions).toEqual([]);
  });
});

describe("an event that came later", () => {
  it("is not there before, and says since when after", () => {
    const before = loadRealView({ maxVersion: "16" });
    const across = loadRealView({ minVersion: "10" });
    expect(before.events.some(({ name }) => name === "printBill")).toBe(false);
    expect(before.omissions.some(({ what }) => what === "event printBill")).toBe(true);
    expect(across.events.find(({ name }) => name === "printBill")?.exists).toBeDefined();
  });

  it("is judged by its own releases in what it lists itself: older releases do not matter", () => {
    const later = { description: "Later.", "x-added-in": "20", answers: { pong: { required: true } } };
    const small = modelOf({ event: { answers: { pong: { "x-added-in": "20" } } }, events: { later } });
    const takes = viewOf(small, "10..").events.map(({ name, response }) => [
      name,
      response.properties.some((property) => property.name === "pong"),
    ]);
    expect(takes).toEqual([
      ["later", true],
      ["ping", false],
    ]);
  });

  it("shares each object with the others, as all shops that have it see it", () => {
    const shared = object("Shared", { y: { type: "string", "x-added-in": "20" } }, ["y"]);
    const small = modelOf({
      ping: { x: { $ref: "common/shared.json" } },
      common: { shared },
      events: { later: { description: "Later.", "x-added-in": "20", carries: { ping: { required: true } } } },
    });
    const { objects } = collectTypes(viewOf(small, "10..").events.map(({ request }) => request));
    expect(objects.map(({ name }) => name)).toEqual(["LaterRequest", "Ping", "PingRequest", "Shared"]);
    expect(objects.find(({ name }) => name === "Shared")?.properties[0]?.required).toBe(false);
  });
});

describe("an event that cannot be answered safely", () => {
  const pong = { required: true, "x-added-in": "20" };
  const message =
    "ping is left out: no answer works in all your shops (every answer must have `pong`: requires v20; your oldest shop runs v10).";

  it("is left out alone, and the warning names the property that stands in the way", () => {
    const events = { other: { description: "Another.", answers: {} } };
    const small = modelOf({ event: { answers: { pong } }, events });
    const view = buildFrom10(small);
    expect(view.ok && view.value.events.map(({ name }) => name)).toEqual(["other"]);
    expect(view.ok && view.value.omissions).toEqual([
      { what: "event ping", reason: { kind: "no-safe-response" } },
    ]);
    expect(view.ok && view.warnings).toMatchObject([{ severity: "warning", message }]);
  });

  it("is an error where no event is left", () => {
    const small = modelOf({ event: { answers: { pong } } });
    const view = buildFrom10(small);
    expect(view.ok ? [] : view.problems).toMatchObject([{ severity: "error", message }]);
  });
});

describe("what events share", () => {
  it("has one list of values where an open enum is of both sides", () => {
    const both = {
      title: "Both",
      description: "Both.",
      type: "string",
      "x-open": true,
      enum: ["a", "b"],
      "x-enum-added-in": { b: "20" },
    };
    const x = { $ref: "common/both.json" };
    const [ping] = viewOf(modelOf({ ping: { x }, pong: { x }, common: { both } }), "10..").events;
    const lists = [ping?.request, ping?.response].map((side) => {
      const found = collectTypes(side ? [side] : []).enums.find(({ name }) => name === "Both");
      return found?.values.map(({ value }) => value);
    });
    expect(lists).toEqual(Array(2).fill(["a", "b"]));
  });

  it("is what every one of them has in the same way", () => {
    const view = loadRealView({ minVersion: "48" });
    const shared = view.commonRequest.properties.map(({ name }) => name);
    expect(shared).toEqual(["event", "sender", "dialog", "form", "openUrl"]);
    const scanCode = view.events.find(({ name }) => name === "scanCode");
    expect(
      scanCode && withoutShared(scanCode.request, view.commonRequest).properties.map(({ name }) => name),
    ).toEqual(["session", "scanCode"]);
  });
});
