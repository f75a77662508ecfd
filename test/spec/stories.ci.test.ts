import { describe, expect, it } from "vitest";
import { listFlowEdges } from "../../generator/contract/model/flow-model.js";
import { once } from "../../generator/base/once.js";
import { findPaths, readPath } from "../../generator/contract/read/values.js";
import { splitPointer } from "../../generator/contract/read/pointer.js";
import { findFaults, findStrays } from "./flow-samples.js";
import { loadOwnModel, loadOwnSpec } from "./own-spec.js";

const listSamples = once(() =>
  loadOwnModel().flows.flatMap((flow) =>
    listFlowEdges(flow).flatMap(({ edge: { example } }) =>
      example ? [{ flow: flow.name, ...example }] : [],
    ),
  ),
);

const list = (value: unknown, at: string): unknown[] =>
  findPaths(value, splitPointer(at)).map((path) => readPath(value, path));

interface Line {
  readonly articleNumber?: number;
  readonly priceIncl?: number;
  readonly quantity?: number;
  readonly externalDiscount?: { readonly discountPercentage?: number };
}

/** False if a line with a discount has no price: whether it is before or after the discount is an open question. */
const isPriced = (request: unknown): boolean =>
  (list(request, "/session/lines/*") as Line[]).every(
    ({ articleNumber, priceIncl }) => articleNumber === undefined || priceIncl !== undefined,
  );

/** In cents. A text line costs nothing. */
const total = (request: unknown): number =>
  (list(request, "/session/lines/*") as Line[]).reduce(
    (sum, { priceIncl = 0, quantity, externalDiscount }) => {
      expect(quantity ?? 1).toBe(1);
      return sum + Math.round(priceIncl * (100 - (externalDiscount?.discountPercentage ?? 0)));
    },
    0,
  );

const cents = (amounts: readonly unknown[]): number =>
  amounts.reduce<number>((sum, amount) => sum + Math.round(Number(amount) * 100), 0);

describe("the samples of the flows", () => {
  it.each(loadOwnModel().flows.map((flow) => [flow.name, flow] as const))(
    "are one story in %s",
    (name, flow) => {
      const { story } = loadOwnSpec().flows.get(name) ?? {};
      expect(story).toBeDefined();
      expect(findStrays(flow, story ?? {}, loadOwnModel())).toEqual([]);
    },
  );

  it.each(loadOwnModel().flows.map((flow) => [flow.name, flow] as const))("show all of %s", (_, flow) => {
    expect(findFaults(flow, loadOwnModel())).toEqual([]);
  });

  it.each(["/session/payments/*/amount", "/completeSession/payments/*/amount", "/externalPayment/amount"])(
    "add up: what the lines cost is %s",
    (at) => {
      const paid = listSamples().filter(({ request }) => list(request, at).length > 0);
      expect(paid.length).toBeGreaterThan(2);
      for (const { path, request } of paid) {
        const amount = cents(list(request, at));
        if (isPriced(request)) expect([path, amount]).toEqual([path, total(request)]);
        else expect(amount, path).toBeGreaterThan(total(request));
      }
    },
  );

  it("have the member, the card and the percentage of the task's program in the flow with members", () => {
    const told = listSamples().filter(({ flow }) => flow === "loyalty");
    const all = (at: string): unknown[] => [...new Set(told.flatMap((sample) => list(sample, at)))];
    const handler = loadOwnSpec().handlers.get("loyalty") ?? "";
    const [card] = told.flatMap(({ request, response }) =>
      list(response, "/scanCode/relationNumber").length > 0 ? list(request, "/scanCode/scannedCode") : [],
    );
    expect(handler).toContain(`card: "${String(card)}"`);
    expect(all("/request/scanCode/scannedCode")).toHaveLength(2);
    for (const [at, want] of [
      ["/response/scanCode/relationNumber", "relationNumber: 20517"],
      ["/response/lineChanges/*/externalDiscount/discountPercentage", "discountPercentage: 5"],
      ["/request/session/lines/*/externalDiscount/discountPercentage", "discountPercentage: 5"],
    ] as const) {
      expect(all(at).map((value) => `${at.split("/").at(-1) ?? ""}: ${String(value)}`)).toEqual([want]);
      expect(handler).toContain(want);
    }
  });
});
