import type { Model } from "../../model/model.js";
import { getAt, isArray, isObject, type Json, type JsonObject } from "../../json.js";
import { withoutMoment } from "./without-moment.js";
import type { TraceEntry } from "./read-trace.js";

/** The step of an event: what is special in it, without what the till says of itself and of the sale. */
export function toEventStep(
  { event: name, request }: TraceEntry,
  previous: TraceEntry | undefined,
  { events, envelope }: Model,
): JsonObject {
  const event = events.find((each) => each.name === name);
  const filledIn = new Set(["session", ...envelope.request.properties.map((property) => property.name)]);
  const parts = Object.entries(request).flatMap(([key, value]) => {
    const part = filledIn.has(key) ? undefined : withoutMoment(value);
    if (part === undefined) return [];
    // The properties of the event's own object may be named directly.
    return event?.ownObjects.includes(key) && isObject(part) ? Object.entries(part) : [[key, part] as const];
  });
  const session = previous ? undefined : describeBeginning(request);
  return { [name]: { ...Object.fromEntries(parts), ...(session && { session }) } };
}

/** The sale as it is where the trace begins, if that is in the midst of it. */
function describeBeginning(request: JsonObject): JsonObject | undefined {
  const {
    sessionId: _,
    lines,
    payments,
    ...rest
  } = (isObject(request["session"]) ? request["session"] : {}) as Record<string, Json>;
  const own = new Set(Object.values(request).map((part) => getAt(part, ["line", "lineId"])));
  const before = isArray(lines) ? lines.filter((line) => !own.has(getAt(line, ["lineId"]))) : [];
  // A payment that the event itself tells of was not made before.
  const paidNow = Object.entries(request).flatMap(([name, part]) =>
    name === "session" ? [] : (getAt(part, ["payments"]) ?? []),
  );
  const paid = isArray(payments) ? payments.slice(0, Math.max(0, payments.length - paidNow.length)) : [];
  const parts = Object.entries({ lines: before, payments: paid, ...rest }).filter(
    ([, part]) => !isArray(part) || part.length > 0,
  );
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}
