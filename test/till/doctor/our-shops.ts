import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { createMemoryStore } from "../../../generated/receiver/index.js";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import { probes } from "../../../generator/till/doctor/examine.js";
import type { ProbeFinding } from "../../../generator/till/doctor/probe.js";
import type { Target } from "../../conformance/targets/target.js";
import { examineServer } from "./examination.js";
import { secret, subscription } from "./servers/receiver.js";
import { http } from "./servers/serve.js";

const other = { subscription: "shop-13", secret: Buffer.alloc(32, 7).toString("base64") };

/** Each call of a handler has another effect, so that only `dedupe` makes a repeat harmless. */
const createHandlers = (): MplusOptions["handlers"] => {
  const cancelled = new Set<string>();
  return {
    scanCode: () => ({ scanCode: { recognized: true, relationNumber: 20517 } }),
    addSessionLine: ({ request: { addSessionLine } }) => ({
      lineChanges: [
        {
          lineId: addSessionLine.line.lineId,
          externalDiscount: { discountId: randomUUID(), discountPercentage: 5, discountDescription: "5%" },
        },
      ],
    }),
    completeSession: () => ({ receiptFooter: { textBefore: randomUUID() } }),
    startExternalPayment: () => ({ externalPayment: { started: true } }),
    pollExternalPayment: ({ request: { externalPayment } }) => ({
      externalPayment: cancelled.has(externalPayment.externalPaymentId)
        ? { cancelled: true }
        : { message: "Waiting" },
    }),
    requestCancelExternalPayment: ({ request: { externalPayment } }) => {
      cancelled.add(externalPayment.externalPaymentId);
      return { externalPayment: { cancelled: true } };
    },
  };
};

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Runs the doctor on a generated receiver with two shops. */
export async function examineTarget({ open }: Target) {
  const opened = await open({
    subscriptions: { [subscription]: { secret }, [other.subscription]: { secret: other.secret } },
    handlers: createHandlers(),
    dedupe: { store: createMemoryStore() },
    log: silent,
  });
  // Some targets have no server of their own.
  const start = http(async ({ method, path, headers, body }) => {
    const lines = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
    return opened.send({ method, path, headers: lines, body, framing: "length" });
  });
  return examineServer(start, { other }).finally(() => opened.end());
}

/** Without TLS, there is no certificate. With the right signature, there is no other. */
const notAsked = ["certificate", "way-of-signing"];

/** Each probe by name. Whether answers are fast depends on the machine, but the verdict must fit the time. */
export function expectAllWell(findings: readonly ProbeFinding[]): void {
  const pace = findings.find(({ probe }) => probe.id === "pace");
  const slowest = Number(/took (\d+) ms/.exec(pace?.saw ?? "")?.[1]);
  const ids = probes.map(({ id }) => id).filter((id) => !notAsked.includes(id));
  expect(Object.fromEntries(findings.map(({ probe, state }) => [probe.id, state]))).toEqual({
    ...Object.fromEntries(ids.map((id) => [id, "well"])),
    pace: slowest < 1000 ? "well" : "advice",
  });
}
