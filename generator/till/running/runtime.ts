import { setImmediate, setTimeout } from "node:timers/promises";
import type { JsonObject } from "../../json.js";
import type { EventModel } from "../../model/model.js";
import type { Exchange, TillOptions } from "../api/till.js";
import type { Plans } from "../answer/flows.js";
import { readOptions, type TillSetUp } from "../request/set-up.js";
import { openSale, type Sales } from "../sale/sale.js";
import type { Question } from "../sale/screen.js";
import type { Callback, Line } from "../wire/deliver.js";
import { maxTimeout } from "../wire/post.js";
import type { TillContract } from "./contract.js";

/** A till that runs. */
export interface Runtime {
  readonly setUp: TillSetUp;
  readonly line: Line;
  readonly clock: Clock;
  /** Ends everything. */
  readonly ending: AbortController;
  readonly transcript: Exchange[];
  readonly onExchange: TillOptions["onExchange"];
  /** The only thing that changes while it runs. */
  state: TillState;
}

/** What a till knows of what goes on. */
export interface TillState extends Plans {
  readonly sales: Sales;
  readonly counter: number;
  readonly asked: Asked | undefined;
  /** What a fault holds back until the next request was sent. */
  readonly heldBack: readonly (() => Promise<Exchange>)[];
  readonly callback: Callback | undefined;
  /** How often the receiver called; undefined: it has got no address. */
  readonly calledBack: number | undefined;
  /** Whether the receiver has told of news since the last answer. */
  readonly hasNews: boolean;
}

/** A question on the screen, and the request whose answer asked it. */
export interface Asked extends Question {
  readonly event: EventModel;
  readonly request: JsonObject;
}

/** The till's own time, in milliseconds since it was started. It only goes on while something is waited for. */
export type Clock = ReturnType<typeof createClock>;

/**
 * A till at its beginning.
 * @throws TillError if an option is at fault
 */
export function createRuntime(contract: TillContract, options: TillOptions): Runtime {
  const { url, subscription, secret, fetch, signal: given, onExchange } = options;
  const setUp = readOptions(options, contract);
  const clock = createClock(options.clock ?? "real");
  const ending = new AbortController();
  const { signal } = ending;
  signal.addEventListener("abort", () => clock.wake());
  const end = (): void => ending.abort(given?.reason);
  // A listener keeps the signal of a time-out in memory, which AbortSignal.any() does not in Node 20.
  given?.addEventListener("abort", end, { signal });
  if (given?.aborted) end();
  const line = { url, subscription, secret, fetch, deadline: setUp.settings.answerDeadline, signal };
  const sales = { current: openSale(setUp.makeId()) };
  return {
    ...{ setUp, line, clock, ending, onExchange, transcript: [] },
    state: {
      ...{ sales, courses: [], pending: [], heldBack: [], counter: 0, hasNews: false },
      ...{ asked: undefined, callback: undefined, calledBack: undefined },
    },
  };
}

/**
 * A clock whose time passes at once (`virtual`) or as on the wall (`real`). Both show the same times: what is due at a moment
 * is done at that moment, however long it took to get there. Timers and signals have their turn even where no time passes.
 */
function createClock(kind: "real" | "virtual") {
  let time = 0;
  const [started, wall] = [performance.now(), Date.now()];
  let waker = new AbortController();
  return {
    now: () => time,
    /** The time of day. It goes on whether or not somebody waits, unless time passes at once. */
    today: () => (kind === "real" ? Date.now() : wall + time),
    /** Lets time pass up to a moment, and tells whether that has come: `wake` ends it early, and the time stays as it was. */
    until: async (moment: number): Promise<boolean> => {
      const { signal } = waker;
      const left = kind === "real" ? moment - (performance.now() - started) : 0;
      const sleep =
        left > 0 ? setTimeout(Math.min(left, maxTimeout), 0, { signal }) : setImmediate(0, { signal });
      await sleep.catch(() => undefined);
      if (!signal.aborted) time = Math.max(time, moment);
      return !signal.aborted;
    },
    wake: (): void => {
      waker.abort();
      waker = new AbortController();
    },
  };
}

/** Changes some of the state. */
export function changeState(runtime: Runtime, change: Partial<TillState>): void {
  runtime.state = { ...runtime.state, ...change };
}
