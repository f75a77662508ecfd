import type { Place } from "../../problem/problem.js";
import type { Carried } from "../dialect.js";
import type { LinkedSpec } from "../link/link-spec.js";
import { readObjectLists } from "../object-lists.js";
import { joinPointer } from "../pointer.js";
import { readDates, type Whole } from "./visit-shapes.js";

/** An entry of `carries` or `answers`, or an event as a whole. */
export interface EventPart {
  readonly part: Carried;
  readonly place: Place;
  readonly whole: Whole;
}

/** Every event, and every object that an event or the envelope lists. */
export function* visitEvents(spec: LinkedSpec): Generator<EventPart> {
  const outside: Whole = { label: "the spec" };
  for (const { file, event, ...lists } of readObjectLists(spec)) {
    const part = event === undefined ? undefined : spec.events.get(event);
    if (part) yield { part, place: { file, pointer: "" }, whole: outside };
    const whole = event === undefined || !part ? outside : { label: event, ...readDates(part) };
    for (const role of ["carries", "answers"] as const) {
      for (const [name, object] of Object.entries(lists[role])) {
        yield { part: object, place: { file, pointer: joinPointer("", role, name) }, whole };
      }
    }
  }
}
