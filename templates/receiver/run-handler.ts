import type { Problem } from "../validators/result.js";
import { createAsking, type Asking } from "./asking.js";
import { isThenable } from "./awaitable.js";
import type { Ask } from "./ask.js";
import type { Delivery } from "./delivery.js";
import { within, type Timed } from "./deadline.js";
import type { AnyHandler, Awaitable } from "./handlers.js";
import type { Observation } from "./observer.js";
import { withSignal } from "./lazy-signal.js";
import { logLateFault } from "./report.js";
import type { Settings } from "./settings.js";

/** A request that a handler is to answer. */
export interface Call {
  readonly delivery: Delivery;
  readonly request: unknown;
  readonly requestProblems: readonly Problem[];
  /** Whether the POS waits for the answer; else there is nobody to ask. */
  readonly isAwaited: boolean;
}

/**
 * Calls the handler of an event for as long as it may take; where it asks the user, the round ends.
 * @returns Its answer; undefined where its time was over and nothing stands in for it.
 */
export function runHandler(settings: Settings, call: Call): Awaitable<unknown> {
  const { handlers, handlerTimeout } = settings;
  const { event, observation, source } = call.delivery;
  const handler = handlers.get(event);
  if (handler === undefined) return {};
  const run = (): Awaitable<unknown> =>
    handlerTimeout === undefined
      ? callHandler(settings, call, handler, source)
      : runInTime(settings, call, handler, handlerTimeout);
  return observation ? measure(observation, run) : run();
}

async function measure(observation: Observation, run: () => Awaitable<unknown>): Promise<unknown> {
  const started = performance.now();
  try {
    return await run();
  } finally {
    observation.handlerDuration = performance.now() - started;
  }
}

/** The handler for as long as it may take, and then what stands in for it, for as long again. */
async function runInTime(
  settings: Settings,
  call: Call,
  handler: AnyHandler,
  milliseconds: number,
): Promise<unknown> {
  const { delivery } = call;
  for (const each of [handler, settings.onTimeout.get(delivery.event)]) {
    if (each === undefined) break;
    const timed = await callInTime(
      settings,
      delivery,
      milliseconds,
      async (signal) => await callHandler(settings, call, each, { signal, isOver: () => signal.aborted }),
    );
    if (!timed.isLate) return timed.value;
  }
  return undefined;
}

/** Calls something of the integrator's. It stays under way until it ends, however late: it holds the request. */
export async function callInTime<T>(
  { log }: Settings,
  { event, subscription, source, ticket }: Delivery,
  milliseconds: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<Timed<T>> {
  let running: Promise<T> | undefined;
  const timed = await within({
    milliseconds,
    signal: source.signal,
    work: (signal) => (running = call(signal)),
    onLateFault: (fault) => logLateFault(log, event, subscription, fault),
  });
  if (timed.isLate) {
    ticket.work = Promise.allSettled([ticket.work, running]);
    const fields = { eventName: event, subscriptionId: subscription.id };
    log.error(fields, `the handler of ${event} took more than ${milliseconds} ms`);
  }
  return timed;
}

/** What may end a handler before it has come to its end. */
interface Limits {
  readonly signal?: AbortSignal | undefined;
  readonly isOver?: () => boolean;
}

/** The answer of a handler, or the question that it put to the user. */
function callHandler(
  settings: Settings,
  call: Call,
  handler: AnyHandler,
  limits: Limits,
): Awaitable<unknown> {
  let asking: Asking | undefined;
  const start = (): Ask<unknown, unknown> =>
    (asking ??= createAsking(settings, call, limits.isOver ?? never)).ask;
  const conclude = (answer: unknown): Awaitable<unknown> =>
    asking ? asking.conclude(answer ?? {}) : (answer ?? {});
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
      if (asking === undefined) throw fault;
      return asking.recover(fault);
    });
}

const never = (): boolean => false;
