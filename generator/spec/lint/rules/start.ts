import type { Place, Problem } from "../../../problem/problem.js";
import type { EventFile, StartFile } from "../../dialect.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { envelopePath, eventPath, objectPath } from "../../files.js";
import { joinPointer, placeInside, splitPointer } from "../../pointer.js";
import { reportUnknown } from "../report-unknown.js";

/** `startWith` names events; `start` names answers that its event takes, and texts that it carries. */
export function startsLead(spec: LinkedSpec): Problem[] {
  // A broken file may be the one that they refer to.
  if (spec.broken.size > 0) return [];
  const names = spec.envelope?.startWith ?? [];
  return [
    ...names.flatMap((name, index) =>
      reportUnknown("event", name, [...spec.events.keys()], {
        file: envelopePath,
        pointer: joinPointer("", "startWith", index),
      }),
    ),
    ...[...spec.events].flatMap(([name, event]) =>
      event.start ? checkStart(name, event, event.start, spec) : [],
    ),
  ];
}

function checkStart(
  name: string,
  event: EventFile,
  { answer, lookUp }: StartFile,
  spec: LinkedSpec,
): Problem[] {
  const place = { file: eventPath(name), pointer: "/start" };
  const given = listProperties(answer);
  const answered = listPointers("answers", event, spec).filter(
    (pointer) => isTaken(pointer, event) && !isLimited(pointer, name, spec),
  );
  const carried = listPointers("carries", event, spec);
  return [
    ...given.flatMap((pointer) => reportUnknown("answer", pointer, answered, inAnswer(place, pointer))),
    ...(lookUp
      ? reportUnknown("part of this event", lookUp.by, carried, placeInside(place, "lookUp", "by"))
      : []),
    ...(lookUp
      ? reportUnknown("part of this answer", lookUp.finds, given, placeInside(place, "lookUp", "finds"))
      : []),
  ];
}

/** Whether the event does not refuse the answer of this pointer. */
function isTaken(pointer: string, { takes = [] }: EventFile): boolean {
  const [answer = ""] = splitPointer(pointer);
  return !takes.some(({ answers, standing }) => standing === "contradicted" && answers.includes(answer));
}

/** Whether a property of an answer is for other events only. */
function isLimited(pointer: string, event: string, { shapes }: LinkedSpec): boolean {
  const [answer = "", property = ""] = splitPointer(pointer);
  const limits = shapes.get(objectPath("answers", answer))?.properties?.[property]?.["x-only-for"];
  return limits !== undefined && !limits.includes(event);
}

const inAnswer = ({ file, pointer: start }: Place, pointer: string): Place => ({
  file,
  pointer: `${start}/answer${pointer}`,
});

/** Pointers to the properties of the objects that an event, or the envelope, lists. */
const listPointers = (
  role: "carries" | "answers",
  event: EventFile,
  { envelope, shapes }: LinkedSpec,
): string[] =>
  Object.keys({ ...event[role], ...envelope?.[role] }).flatMap((object) =>
    listProperties({ [object]: shapes.get(objectPath(role, object))?.properties ?? {} }),
  );

/** Pointers to the properties of some objects. */
const listProperties = (objects: Readonly<Record<string, object>>): string[] =>
  Object.entries(objects).flatMap(([object, properties]) =>
    Object.keys(properties).map((property) => joinPointer("", object, property)),
  );
