// A board of the kitchen's work, at http://localhost:3000/board: the courses that are being
// prepared, ready or served.
// It is kept in memory and lost on exit: use your database instead.

import express from "express";
import { createMplusRouter } from "./mplus/express/index.js";
import type {
  KitchenCompleteCourseRequest,
  KitchenServeCourseRequest,
  KitchenStartCourseRequest,
} from "./mplus/types/index.js";

type KitchenRequest =
  KitchenStartCourseRequest | KitchenCompleteCourseRequest | KitchenServeCourseRequest;

type State = "being prepared" | "ready to be served" | "served";

interface Ticket {
  readonly courseNumber: number;
  readonly ids: readonly string[];
  readonly where: string;
  readonly course: string;
  readonly state: State;
  /** Time of the event that set the state. */
  readonly since: number;
}

const board: Ticket[] = [];

/**
 * Shows the latest state: events may arrive twice or late. No source says whether a course
 * can start twice. If it does, it is being prepared again.
 */
function move(request: KitchenRequest, state: State): void {
  const { courseNumber, name } = request.course;
  const ids = listIds(request);
  const since = Date.parse(request.event.eventTimestamp);
  const index = board.findIndex(
    (each) => each.courseNumber === courseNumber && each.ids.some((id) => ids.includes(id)),
  );
  const known = board[index];
  if (known && known.since > since) return;
  const ticket = {
    courseNumber,
    ids: [...new Set([...(known?.ids ?? []), ...ids])],
    where: known?.where ?? describePlace(request),
    course: name,
    state,
    since,
  };
  if (known) board[index] = ticket;
  else board.push(ticket);
}

/**
 * An event may carry a table order, a cafeteria order, or both. No source says which of the
 * two is meant, so either one identifies an order.
 */
function listIds({ table, tableOrder, cafeteriaOrder }: KitchenRequest): readonly string[] {
  const orders = [tableOrder, cafeteriaOrder].flatMap((order) => order?.orderId ?? []);
  return orders.length > 0 ? orders : [`table ${table?.number}/${table?.subNumber}`];
}

function describePlace({ table, tableOrder, cafeteriaOrder }: KitchenRequest): string {
  if (table) return table.tableName ?? `Table ${table.number ?? "unknown"}`;
  if (cafeteriaOrder) return `Ticket ${cafeteriaOrder.ticketNumber ?? cafeteriaOrder.number}`;
  return tableOrder ? `Order ${tableOrder.number}` : "Elsewhere";
}

const mplus = createMplusRouter({
  subscriptions: { "shop-12": { secret: process.env["MPLUS_SECRET"] ?? "" } },
  handlers: {
    kitchenStartCourse: ({ request }) => move(request, "being prepared"),
    kitchenCompleteCourse: ({ request }) => move(request, "ready to be served"),
    kitchenServeCourse: ({ request }) => move(request, "served"),
  },
});

const port = Number(process.env["PORT"] ?? 3000);
express()
  .use("/mplus", mplus)
  .get("/board", (_, response) => {
    const lines = board.map(
      ({ where, course, state }) => `${where}: ${course}, ${state}\n`,
    );
    response.type("text/plain").send(lines.join(""));
  })
  .listen(port, "localhost")
  .on("listening", () => console.log(`Listening on port ${port}`));
