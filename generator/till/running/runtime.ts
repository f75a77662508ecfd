import type { Exchange } from "../api/till.js";
import type { Callback } from "../wire/callback.js";
import type { Clock } from "../values/clock.js";
import type { Plans } from "../answer/plans.js";
import type { Line } from "../wire/deliver.js";
import type { Order, TillSetUp } from "../request/request.js";
import type { Sales } from "../sale/sale.js";
import type { Question } from "../sale/screen.js";

/** A till that runs. */
export interface Runtime {
  readonly setUp: TillSetUp;
  readonly line: Line;
  readonly clock: Clock;
  /** When it was started, in milliseconds of the wall clock. */
  readonly started: number;
  /** Ends everything. */
  readonly ending: AbortController;
  /** Tells of `news`: that something is due sooner than it was. */
  readonly news: EventTarget;
  readonly transcript: Exchange[];
  /** The only thing that changes while it runs. */
  state: TillState;
}

/** What a till knows of what goes on. */
export interface TillState extends Plans {
  readonly sales: Sales;
  readonly counter: number;
  readonly asked?: Asked;
  /** What a fault holds back until the next request was sent. */
  readonly heldBack: readonly (() => Promise<Exchange>)[];
  readonly callback?: Callback;
  /** How often the receiver called; undefined: it has got no address. */
  readonly calledBack?: number;
  /** Whether the receiver has told of news since the last answer. */
  readonly hasNews: boolean;
}

/** A question on the screen, and the request whose answer asked it. */
export interface Asked extends Question {
  readonly order: Order;
}

/** The state with some of it changed; `undefined` leaves a part out. */
export function changeState(
  runtime: Runtime,
  change: { [K in keyof TillState]?: TillState[K] | undefined },
): void {
  const entries = Object.entries({ ...runtime.state, ...change }).filter(([, value]) => value !== undefined);
  runtime.state = Object.fromEntries(entries) as unknown as TillState;
}
