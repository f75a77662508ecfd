import type { Order } from "../request/request.js";
import type { Course } from "./course.js";

/** How far the till is in every flow, and what it will send by itself. */
export interface Plans {
  readonly courses: readonly Course[];
  readonly pending: readonly Pending[];
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
