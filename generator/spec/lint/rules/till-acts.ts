import type { Problem } from "../../../problem/problem.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { eventPath, objectPath } from "../../files.js";
import { joinPointer } from "../../pointer.js";
import { reportUnknown } from "../report-unknown.js";

/** What a till does before an event is about a part of the event's own objects. */
export function tillActsPoint(spec: LinkedSpec): Problem[] {
  // A broken file may be the one that they refer to.
  if (spec.broken.size > 0) return [];
  return [...spec.events].flatMap(([name, { carries = {}, till = [] }]) => {
    const parts = Object.keys(carries).flatMap((object) =>
      Object.keys(spec.shapes.get(objectPath("carries", object))?.properties ?? {}).map((property) =>
        joinPointer("", object, property),
      ),
    );
    return till.flatMap(({ at }, index) =>
      at === undefined
        ? []
        : reportUnknown("part of this event", at, parts, {
            file: eventPath(name),
            pointer: joinPointer("", "till", index, "at"),
          }),
    );
  });
}
