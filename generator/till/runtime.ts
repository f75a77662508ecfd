import type { Exchange } from "./api.js";
import type { Callback } from "./callback.js";
import type { Clock } from "./clock.js";
import type { Course } from "./course.js";
import type { Line } from "./deliver.js";
import type { Order, TillSetUp } from "./request.js";
import type { Sales } from "./sale.js";
import type { Question } from "./screen.js";

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
export interface TillState {
  readonly sales: Sales;
  readonly counter: number;
  readonly courses: readonly Course[];
  readonly pending: readonly Pending[];
  readonly asked?: Asked;
  /** What a fault holds back until the next request was sent. */
  readonly heldBack: readonly (() => Promise<Exchange>)[];
  readonly callback?: Callback;
}

/** Something that the till will send by itself. */
export interface Pending {
  /** What it goes on with: a flow, or an event that polls. */
  readonly key: string;
  readonly order: Order;
  /** In milliseconds of the till's clock. */
  readonly at: number;
  readonly canEnd: boolean;
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
