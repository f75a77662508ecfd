import { propagation } from "@opentelemetry/api";
import { afterEach, expect, it } from "vitest";
import { traceStep } from "../../../templates/copied/inbox/telemetry.js";

afterEach(() => propagation.disable());

it("hands on the headers of an event that are texts, whoever wrote its row", async () => {
  let came: unknown;
  propagation.setGlobalPropagator({
    extract: (to, carrier) => ((came = carrier), to),
    inject: () => undefined,
    fields: () => [],
  });
  const trace = { traceparent: "00-1-2-03", baggage: 5, tracestate: null } as never;
  const event = {
    id: "1",
    key: "a",
    event: "scanCode",
    subscriptionId: "shop-12",
    about: "",
    body: "{}",
    seal: "",
  };
  await traceStep("process", { ...event, trace }, () => Promise.resolve("handled"));
  expect(came).toEqual({ traceparent: "00-1-2-03" });
});
