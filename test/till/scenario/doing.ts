import { parseJsonOrText, type Json, type JsonObject } from "../../../generator/base/json.js";
import type { RecordedExchange } from "../../../generator/contract/traffic/recorded-exchange.js";
import { readEventName } from "../../../generator/till/engine/deliver.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import type { TillOptions } from "../../../generator/till/engine/till-types.js";
import { doAction } from "../../../generator/till/scenario/open-scenario.js";
import { fillReferences, remember } from "../../../generator/till/scenario/references.js";
import { formatDuration, type Scenario, type StepAction } from "../../../generator/till/scenario/scenario.js";
import type { DoneStep } from "../../../generator/till/scenario/write-scenario.js";
import { atShop } from "../desk.js";
import { ownContract } from "../own-spec.js";

/** Does a scenario's steps at a till, without judging them. `wire` is everything that was sent, as `listen` records it. */
export async function doScenario(
  { steps, values, events, settings, release }: Scenario,
  { fetch, ...options }: Partial<TillOptions> & Pick<TillOptions, "fetch">,
) {
  const wire: RecordedExchange[] = [];
  const recorded = fetch && record(fetch, wire);
  const till = startTill(ownContract(), {
    ...atShop,
    release,
    events,
    settings,
    ...options,
    fetch: recorded,
  });
  const memory = remember(values);
  const done: DoneStep[] = [];
  for (const { action: given, as } of steps) {
    const before = till.transcript.length;
    const action = fillReferences(given as unknown as Json, memory).value as unknown as StepAction;
    const exchange = await doAction(action, till);
    if (as !== undefined && exchange) memory.set(as, [{ request: exchange.request }]);
    done.push({ step: toStep(action), exchanges: till.transcript.slice(before), session: till.session });
  }
  await till.close();
  return { done, wire };
}

function record(fetch: NonNullable<TillOptions["fetch"]>, wire: RecordedExchange[]): typeof globalThis.fetch {
  return async (input, init) => {
    const sent = new Request(input, { ...init, duplex: "half" });
    const request = (await sent.clone().json()) as Json;
    const at = firstMoment + wire.length * 1000;
    const known = {
      at,
      event: readEventName(sent.url),
      subscription: atShop.subscription,
      duration: 1,
      request,
    };
    const reply = await fetch(sent);
    const text = await reply.clone().text();
    wire.push({ ...known, status: reply.status, answer: text === "" ? null : parseJsonOrText(text) });
    return reply;
  };
}

/** 28 November 2026, 9:00 UTC. */
const firstMoment = Date.UTC(2026, 10, 28, 9);

function toStep(action: StepAction): JsonObject {
  switch (action.kind) {
    case "event":
      return { [action.event]: action.parts, ...(action.fault && { fault: action.fault }) };
    case "choose":
      return { choose: action.options };
    case "fill":
      return { fill: action.values };
    case "scan":
      return { scan: action.codeType === undefined ? action.code : { ...action, kind: null } };
    case "cancel":
      return { cancel: null };
    case "wait":
      return { wait: formatDuration(action.duration) };
  }
}
