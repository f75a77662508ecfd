import { getAt } from "../../base/json.js";
import { getOrCreate } from "../../base/once.js";
import { findEdgeTarget, type FlowModel } from "../../contract/model/flow-model.js";
import type { EventModel, Model } from "../../contract/model/model.js";
import { advanceFlow, type FlowProgress } from "./flows.js";
import type { Exchange, OpenEvent, Verdict } from "./till-types.js";

interface PaymentExchange extends Pick<Exchange, "request" | "verdict"> {
  readonly event: EventModel;
}

/** Finds payments that an answer has begun and none has confirmed or cancelled. Events of a payment repeat its id. */
export function listOpenPayments(transcript: readonly Exchange[], model: Model): readonly OpenEvent[] {
  const payments = new Map<string, PaymentExchange[]>();
  for (const { event: name, request, verdict } of transcript) {
    const event = model.events.find((each) => each.name === name && each.echoes.length > 0);
    const ids = event?.echoes.map(({ object, property }) => getAt(request, [object, property]) ?? null);
    if (event) getOrCreate(payments, JSON.stringify(ids), () => []).push({ event, request, verdict });
  }
  return [...payments.values()].flatMap((payment) => {
    const event = model.flows.flatMap((flow) => findOpenEvent(flow, payment) ?? [])[0];
    if (event === undefined) return [];
    const sent = payment.filter((each) => each.event.name === event).length;
    return { event, sent, isAnswered: payment.some(({ verdict }) => saysAnything(verdict)) };
  });
}

const saysAnything = (verdict: Verdict): boolean =>
  verdict.kind === "taken" && Object.keys(verdict.answer).length > 0;

/** The event whose answer has to end the flow. Undefined if the flow has not begun or is over. */
function findOpenEvent(flow: FlowModel, payment: readonly PaymentExchange[]): string | undefined {
  let progress: FlowProgress | undefined;
  let open: string | undefined;
  for (const { verdict, ...turn } of payment) {
    if (verdict.kind !== "taken") continue;
    const [move] = advanceFlow(flow, { ...turn, answer: verdict.answer }, progress ? [progress] : []);
    if (!move || move.isBack) continue;
    progress = move.progress;
    // The till reports a cancelled payment, and no answer to that changes anything.
    const isOver = move.next?.next.every((edge) => findEdgeTarget(flow, edge).kind === "end");
    open = progress && isOver !== true ? (move.next ?? progress.step).event : undefined;
  }
  return open;
}
