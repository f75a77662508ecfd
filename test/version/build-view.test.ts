import { describe, expect, it } from "vitest";
import { buildView } from "../../generator/version/build-view.js";
import { collectTypes } from "../../generator/version/collect.js";
import { beyond } from "../../generator/version/common.js";
import { parseFleet } from "../../generator/version/fleet.js";
import { formatReason } from "../../generator/version/reasons.js";
import type { ObjectView, View } from "../../generator/version/view.js";
import { loadRealModel, loadRealView } from "../real-spec.js";
import { modelOf, object, viewOf } from "./spec-of.js";

const model = loadRealModel();

const reasonsOf = ({ forbidden }: Pick<ObjectView, "forbidden">, { fleet }: View): Record<string, string> =>
  Object.fromEntries(forbidden.map(({ name, reason }) => [name, formatReason(reason, fleet)]));

const forbiddenIn = (view: View, event: string): Record<string, string> =>
  reasonsOf(view.events.find(({ name }) => name === event)?.response ?? { forbidden: [] }, view);

describe("what an answer may not carry", () => {
  it("says whose it is, or since when", () => {
    const view = loadRealView({ minVersion: "48" }, model);
    expect(reasonsOf(view.foreignAnswers, view)).toEqual({
      scanCode: "only for scanCode",
      receiptFooter: "only for completeSession",
      billFooter: "only for printBill",
      externalPayment:
        "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment",
    });
    expect(forbiddenIn(view, "scanCode")).toEqual({ form: "since v59: not in every shop of 48.." });
  });

  it("counts what lies above the range too", () => {
    const view = loadRealView({ minVersion: "43.1.1", maxVersion: "45" }, model);
    expect(forbiddenIn(view, "scanCode")["openUrl"]).toBe("since v48: not in every shop of 43.1.1..45");
  });

  it("is told inside objects as well", () => {
    const view = loadRealView({ minVersion: "43" }, model);
    const dialog = collectTypes([view.commonResponse]).objects.find(({ name }) => name === "DialogAnswer");
    expect(dialog?.forbidden.map(({ name, reason }) => [name, formatReason(reason, view.fleet)])).toEqual([
      ["requireConfirmation", "since v46: not in every shop of 43.."],
    ]);
  });

  it("says when a part was removed", () => {
    const small = modelOf({ pong: { x: { type: "string", "x-removed-in": "20" }, y: { type: "string" } } });
    expect(viewOf(small, "10..").omissions.map(({ what, reason }) => [what, reason.kind])).toEqual([
      ["Pong.x", "removed"],
    ]);
    expect(viewOf(small, "..10").omissions).toEqual([]);
  });
});

describe("an event that came later", () => {
  it("is not there before, and says since when after", () => {
    const before = loadRealView({ maxVersion: "16" }, model);
    const across = loadRealView({ minVersion: "10" }, model);
    expect(before.events.some(({ name }) => name === "printBill")).toBe(false);
    expect(before.omissions.some(({ what }) => what === "event printBill")).toBe(true);
    expect(across.events.find(({ name }) => name === "printBill")?.since).toBeDefined();
  });

  it("is judged by its own steps: what is older than it needs no care", () => {
    const view = loadRealView({}, model);
    expect(forbiddenIn(view, "startSession")["lockSession"]).toContain("since v11.1");
    expect(forbiddenIn(view, "printBill")["lockSession"]).toBeUndefined();
  });

  it("gets a type of its own for a shared object that it sees in fewer releases", () => {
    const shared = object("Shared", { y: { type: "string", "x-added-in": "20" } }, ["y"]);
    const small = modelOf({
      ping: { x: { $ref: "common/shared.json" } },
      common: { shared },
      events: { later: { description: "Later.", "x-added-in": "20", carries: { ping: { required: true } } } },
    });
    const view = viewOf(small, "10..");
    const names = collectTypes(view.events.map(({ request }) => request)).objects.map(({ name }) => name);
    expect(names).toEqual(["LaterRequest", "PingSince20", "SharedSince20", "PingRequest", "Ping", "Shared"]);
    expect(
      viewOf(small, "20..").events.flatMap(({ request }) =>
        collectTypes([request]).objects.map(({ name }) => name),
      ),
    ).not.toContain("PingSince20");
  });
});

describe("an event that cannot be answered safely", () => {
  it("is refused, with the property that stands in the way", () => {
    const small = modelOf({ event: { answers: { pong: { required: true, "x-added-in": "20" } } } });
    const fleet = parseFleet({ minVersion: "10" }, small);
    const view = fleet.ok ? buildView(small, fleet.value) : fleet;
    expect(view.ok ? [] : view.problems.map(({ message }) => message)).toEqual([
      "No answer to ping works in every shop of the fleet (`pong` is required, but since v20: not in every shop of 10..).",
    ]);
  });
});

describe("what events share", () => {
  it("is what every one of them has in the same way", () => {
    const view = loadRealView({ minVersion: "48" }, model);
    expect(view.commonRequest.properties.map(({ name }) => name)).toEqual([
      "event",
      "sender",
      "dialog",
      "form",
      "openUrl",
    ]);
    const scanCode = view.events.find(({ name }) => name === "scanCode");
    expect(
      scanCode && beyond(scanCode.request, view.commonRequest).properties.map(({ name }) => name),
    ).toEqual(["session", "scanCode"]);
  });

  it("leaves out what some event was too early for", () => {
    const common = loadRealView({}, model).commonResponse;
    expect(common.properties.map(({ name }) => name)).not.toContain("lockSession");
    expect(common.forbidden.map(({ name }) => name)).not.toContain("lockSession");
  });
});
