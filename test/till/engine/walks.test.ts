import { afterEach, expect, it } from "vitest";
import { listWalks } from "../../workbench/flow-walks.js";
import { getAt, getOwn, merge, type JsonObject } from "../../../generator/base/json.js";
import { setUpDesk, type Desk } from "./server.js";
import { ownContract } from "../own-spec.js";

let desk: Desk | undefined;
afterEach(() => desk?.end());

/** Follows every path of the flows, with the answers that the flows show. */
const walks = ownContract()
  .model.flows.filter(({ anyEvent }) => !anyEvent)
  .flatMap((flow) =>
    listWalks(flow).map((walk, index) => ({ name: `${flow.name} ${index + 1}`, flow, walk })),
  );

it.each(walks)("goes the way that the flow shows: $name", async ({ flow, walk }) => {
  const blocking = Object.fromEntries(flow.setUp.map(({ event }) => [event, { blocking: true }]));
  let answer: JsonObject = {};
  desk = await setUpDesk((_, request) => repeatIds(answer, request), {
    events: blocking,
    settings: { answersWithoutWaiting: "used" },
  });
  const { till, got } = desk;
  for (const [index, { step, request, answer: shown }] of walk.steps.entries()) {
    answer = shown as JsonObject;
    const before = walk.steps[index - 1];
    const due = till.pending.find(({ event }) => event === step.event);
    // After an event in between, the till only continues on its own if it was about to.
    if (before?.edge.till === undefined && before?.edge.to === step.id) expect(due).toBeDefined();
    if (due) await till.wait(due.at - (till.transcript.at(-1)?.at ?? 0));
    else await till.send(step.event, toParts(request as JsonObject));
    expect(got.at(-1)?.event).toBe(step.event);
  }
});

/** Takes an example's content for an event. Its line, if it has one, becomes part of the sale. */
function toParts(request: JsonObject): JsonObject {
  const parts = Object.fromEntries(
    Object.entries(request).filter(([name]) => !["event", "sender"].includes(name)),
  );
  const lines = Object.values(parts).flatMap((part) => getOwn(part, "line") ?? []);
  return lines.length > 0 ? merge(parts, { session: { lines } }) : parts;
}

/** Uses the request's id, because the example's id belongs to another payment. */
function repeatIds(answer: JsonObject, request: JsonObject): JsonObject {
  const id = getAt(request, ["externalPayment", "externalPaymentId"]);
  const payment = answer["externalPayment"] as JsonObject | undefined;
  return payment && id !== undefined
    ? { ...answer, externalPayment: { ...payment, externalPaymentId: id } }
    : answer;
}
