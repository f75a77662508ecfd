// A board of the kitchen's work, at http://localhost:3000/board: which courses are
// being prepared, ready, and served.
// It is kept in memory, and lost when this ends: use your database in its place.

import express from "express";
import { createMplusRouter } from "./mplus/express/index.js";
import type {
  KitchenCompleteCourseRequest,
  KitchenServeCourseRequest,
  KitchenStartCourseRequest,
} from "./mplus/types/index.js";

type KitchenRequest =
  KitchenStartCourseRequest | KitchenCompleteCourseRequest | KitchenServeCourseRequest;

/** In the order in which a course goes through them. */
const states = ["being prepared", "ready", "served"] as const;

type State = (typeof states)[number];

interface Ticket {
  readonly where: string;
  readonly course: string;
  readonly state: State;
}

const board = new Map<string, Ticket>();

/** Moves a course on. Events may come twice or late, for all we know: none goes back. */
function move(request: KitchenRequest, state: State): void {
  const key = toKey(request);
  const known = board.get(key);
  if (known && states.indexOf(known.state) >= states.indexOf(state)) return;
  board.set(key, { where: describePlace(request), course: request.course.name, state });
}

/**
 * One key for each course of an order. An event may carry a table order and a cafeteria
 * order together. Which of the two is meant is not documented: so both are in the key.
 */
function toKey({ course, table, tableOrder, cafeteriaOrder }: KitchenRequest): string {
  const place = tableOrder || cafeteriaOrder ? [] : [table?.number, table?.subNumber];
  return JSON.stringify([
    tableOrder?.orderId,
    cafeteriaOrder?.orderId,
    ...place,
    course.courseNumber,
  ]);
}

function describePlace({ table, cafeteriaOrder }: KitchenRequest): string {
  if (table) return table.tableName ?? `Table ${table.number ?? "unknown"}`;
  return cafeteriaOrder
    ? `Ticket ${cafeteriaOrder.ticketNumber ?? cafeteriaOrder.number}`
    : "Elsewhere";
}

const mplus = createMplusRouter({
  subscriptions: { "shop-12": { secret: process.env["MPLUS_SECRET"] ?? "" } },
  handlers: {
    kitchenStartCourse: ({ request }) => move(request, "being prepared"),
    kitchenCompleteCourse: ({ request }) => move(request, "ready"),
    kitchenServeCourse: ({ request }) => move(request, "served"),
  },
});

const port = Number(process.env["PORT"] ?? 3000);
express()
  .use("/mplus", mplus)
  .get("/board", (_, response) => {
    const lines = [...board.values()].map(
      ({ where, course, state }) => `${where}: ${course}, ${state}\n`,
    );
    response.type("text/plain").send(lines.join(""));
  })
  .listen(port, "localhost", () => console.log(`Listening on port ${port}`));
