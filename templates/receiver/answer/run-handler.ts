import type { Problem } from "../../validators/results.js";
import type { Ask } from "../api/ask.js";
import type { AnyHandler } from "../api/handlers.js";
import { silentLog } from "../api/log.js";
import type { Observation } from "../api/observer.js";
import { createRound, type Round } from "../ask/round.js";
import type { Delivery, VerifiedEvent } from "../settings/delivery.js";
import type { Settings } from "../settings/settings.js";
import { isThenable, type Awaitable } from "../values/awaitable.js";
import { withSignal } from "../values/lazy-signal.js";
import { callWithTimeout } from "./call-with-timeout.js";
import { validateAnswer } from "./check-answer.js";

/** A request for a handler. */
export interface Call<D extends VerifiedEvent = Delivery> {
  readonly delivery: D;
  readonly request: unknown;
  readonly requestProblems: readonly Problem[];
  /** Whether the POS waits for the answer; if it does not, no user can be asked. */
  readonly isAwaited: boolean;
}

/**
 * Calls the handler of an event, with its timeout. A question to the user ends the round.
 * @returns Its answer; undefined if it timed out and no `onTimeout` handler stands in for it.
 */
export function runHandler(settings: Settings, call: Call): Awaitable<unknown> {
  const { handlers, handlerTimeout } = settings;
  const { event, observation, source } = call.delivery;
  const handler = handlers.get(event);
  if (handler === undefined) return {};
  const run = (): Awaitable<unknown> =>
    handlerTimeout === undefined
      ? callHandler(settings, call, handler, source)
      : runWithTimeout(settings, call, handler, handlerTimeout);
  return observation ? measure(observation, run) : run();
}

/** Notes how long a handler took that is waited for. */
export async function measure(observation: Observation, run: () => unknown): Promise<unknown> {
  const started = performance.now();
  try {
    return await run();
  } finally {
    observation.handlerDuration = performance.now() - started;
  }
}

/** Calls the handler; if it times out, its `onTimeout` handler, with the same timeout. */
async function runWithTimeout(
  settings: Settings,
  call: Call,
  handler: AnyHandler,
  milliseconds: number,
): Promise<unknown> {
  const { delivery } = call;
  for (const each of [handler, settings.onTimeout.get(delivery.event)]) {
    if (each === undefined) break;
    const timed = await callWithTimeout(
      settings,
      delivery,
      milliseconds,
      async (signal) => await callHandler(settings, call, each, { signal, isOver: () => signal.aborted }),
    );
    if (!timed.isLate) return timed.value;
  }
  return undefined;
}

/** What may end a handler early. */
interface Limits {
  readonly signal?: AbortSignal | undefined;
  readonly isOver?: () => boolean;
}

/** Calls a handler; returns its answer, or its question to the user. */
export function callHandler(
  settings: Settings,
  call: Call<VerifiedEvent>,
  handler: AnyHandler,
  limits: Limits,
): Awaitable<unknown> {
  let round: Round | undefined;
  const start = (): Ask<unknown, unknown> =>
    (round ??= startRound(settings, call, limits.isOver ?? never)).ask;
  const conclude = (answer: unknown): Awaitable<unknown> =>
    round ? round.conclude(answer ?? {}) : (answer ?? {});
  const { delivery, request, requestProblems } = call;
  const { id: subscriptionId, name: subscriptionName, version } = delivery.subscription;
  const context = {
    request,
    requestProblems,
    eventName: delivery.event,
    subscriptionId,
    subscriptionName,
    version,
    ask: {
      dialog: (dialog, beside) => start().dialog(dialog, beside),
      form: (form, beside) => start().form(form, beside),
    } satisfies Ask<unknown, unknown>,
    log: settings.givenLog,
  };
  const given = handler(withSignal(context, () => limits.signal ?? new AbortController().signal));
  if (!isThenable(given)) return conclude(given);
  return Promise.resolve(given)
    .then(conclude)
    .catch((fault: unknown) => {
      if (round === undefined) throw fault;
      return round.recover(fault);
    });
}

function startRound(settings: Settings, call: Call<VerifiedEvent>, isOver: () => boolean): Round {
  const { event, subscription } = call.delivery;
  return createRound({
    event,
    version: subscription.version,
    conversation: settings.findConversation(call),
    isAwaited: call.isAwaited,
    // Silent, because the question is checked again as an answer, which logs.
    validate: (answer) => validateAnswer({ ...settings, log: silentLog }, call.delivery, answer),
    isOver,
    log: settings.log,
  });
}

const never = (): boolean => false;
