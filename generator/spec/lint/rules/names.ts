import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { eventPath, objectPath } from "../../files.js";
import { placeInside } from "../../pointer.js";
import { heirTitle, listHeirs } from "../../dialect.js";
import { suggest } from "../../../text/words.js";
import type { Visit, VisitedSpec } from "../visit.js";
import { listTypes } from "./keywords.js";

/** Names that the output, or the language, has given to something else. */
const reserved = new Set(
  `WebhookEventName WebhookRequests WebhookResponses CommonRequest CommonResponse ForeignAnswers ForbiddenReasons
  Result Problem Handlers StandardSchemaV1 MplusOptions Subscription Contract Fleet
  Array ArrayBuffer Boolean Date Error Function JSON Map Math Number Object Promise Proxy Record
  RegExp Set String Symbol Uint8Array WeakMap WeakSet Readonly Partial Required Pick Omit Exclude Extract`.split(
    /\s+/,
  ),
);

/** Emitted files that lie beside the files named for events. */
const reservedEvents = new Set(["index", "formats", "release", "result", "omit", "own", "suggest", "fault"]);

/** Windows keeps these for devices, whatever their extension. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A title or a file name is taken once, whatever its case. */
export const namesAreUnique = (spec: VisitedSpec): Problem[] => [...titleClashes(spec), ...fileClashes(spec)];

/** Every object has a title. */
export const objectsHaveTitles = ({ shape, place }: Visit, spec: VisitedSpec): Problem[] =>
  listTypes(shape).includes("object") && shape.title === undefined && !isIncluded(place, spec)
    ? [report("missing-title", {}, place)]
    : [];

/** Files that become types. A file that is only included needs no name. */
const isIncluded = (place: Place, spec: VisitedSpec): boolean =>
  place.pointer === "" && spec.included.has(place.file) && !isType(place.file, spec);

function titleClashes(spec: VisitedSpec): Problem[] {
  const taken = new Map<string, string>();
  for (const event of spec.events.keys()) {
    for (const side of ["Request", "Response"])
      taken.set(`${event}${side}`.toLowerCase(), `the event ${event}`);
  }
  const shapes = [...titledShapes(spec), ...heirTitles(spec)];
  const titles = new Set(shapes.map(({ title }) => title.toLowerCase()));
  return shapes.flatMap(({ title, place }) => {
    if (reserved.has(title) || namesSeveral(title.toLowerCase(), titles))
      return [report("reserved-name", { name: title }, place)];
    const other = taken.get(title.toLowerCase());
    taken.set(title.toLowerCase(), place.file);
    return other === undefined ? [] : [report("duplicate-name", { name: title, other }, place)];
  });
}

/** Whether a combined object could get this title, such as `LineOrOldLine`. */
function namesSeveral(whole: string, titles: ReadonlySet<string>): boolean {
  const starts = new Set([0]);
  for (const start of starts) {
    for (const title of titles) {
      const end = start + title.length;
      if (title === whole || !whole.startsWith(title, start)) continue;
      if (end === whole.length) return true;
      const glue = ["or", "and"].find((word) => whole.startsWith(word, end));
      if (glue !== undefined) starts.add(end + glue.length);
    }
  }
  return false;
}

/** Titles, each once where it was written, however often it is included. */
function titledShapes(spec: VisitedSpec): { title: string; place: Place }[] {
  const seen = new Set<string>();
  return spec.visits.flatMap(({ shape, place }) => {
    const key = `${place.file}#${place.pointer}`;
    if (shape.title === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ title: shape.title, place }];
  });
}

/** The titles of objects that an event has in a way of its own, at their files. */
const heirTitles = ({ events, shapes }: LinkedSpec): { title: string; place: Place }[] =>
  [...events].flatMap(([event, lists]) =>
    (["carries", "answers"] as const).flatMap((role) =>
      Object.keys(lists[role] ?? {}).flatMap((name) => {
        const file = objectPath(role, name);
        const { title = "", properties = {} } = shapes.get(file) ?? {};
        const isHeir = Object.values(properties).some((part) => listHeirs(part, role).includes(event));
        return isHeir ? [{ title: heirTitle(event, role, title), place: { file, pointer: "" } }] : [];
      }),
    ),
  );

function fileClashes({ shapes, events }: LinkedSpec): Problem[] {
  const taken = new Map<string, string>();
  return [...shapes.keys(), ...[...events.keys()].map(eventPath)].flatMap((file) => {
    const place = { file, pointer: "" };
    const name = /\/(\w+)\.json$/.exec(file)?.[1] ?? "";
    const isReserved = file.startsWith("events/") && (reservedEvents.has(name) || deviceName.test(name));
    const isInherited = name in Object.prototype && !file.startsWith("common/");
    const code = isReserved ? "reserved-name" : isInherited ? "inherited-name" : undefined;
    const other = taken.get(file.toLowerCase());
    taken.set(file.toLowerCase(), file);
    return [
      ...(code === undefined ? [] : [report(code, { name }, place)]),
      ...(other === undefined ? [] : [report("duplicate-name", { name: file, other }, place)]),
    ];
  });
}

/** No property is named as what every object inherits. */
export const propertiesAreOwn = ({ shape, place }: Visit): Problem[] =>
  Object.entries(shape.properties ?? {}).flatMap(([property, part]) =>
    [property, ...(part["x-legacy-names"] ?? [])]
      .filter((name) => name in Object.prototype)
      .map((name) => report("inherited-name", { name }, placeInside(place, "properties", property))),
  );

/** `required` names existing properties. */
export function requiredExist({ shape, place }: Visit): Problem[] {
  const names = Object.keys(shape.properties ?? {});
  return (shape.required ?? [])
    .filter((name) => !names.includes(name))
    .map((name) => {
      const params = { name, suggestion: suggest(name, names) };
      return report("unknown-required", params, placeInside(place, "required"));
    });
}

/** Every file and every property has a description for the docs. */
export function everythingIsDescribed({ shape, place, role }: Visit): Problem[] {
  const needed = role === "file" || (role === "property" && shape.$ref === undefined);
  return needed && (shape.description ?? "").trim() === "" ? [report("missing-description", {}, place)] : [];
}

const isType = (path: string, { usedAsType }: LinkedSpec): boolean =>
  usedAsType.requests.has(path) || usedAsType.responses.has(path);

/** A file that nothing leads to is most likely forgotten in an event. */
export function everyFileIsUsed(spec: VisitedSpec): Problem[] {
  // A broken file may be the one that refers to it.
  if (spec.broken.size > 0) return [];
  return [...spec.shapes.keys()]
    .filter((path) => !isType(path, spec) && !spec.included.has(path))
    .map((path) => report("unreachable-file", { path }, { file: path, pointer: "" }));
}

/** A task has its handler beside it, and a handler its task. */
export function tasksHaveHandlers({ tasks, handlers, broken }: LinkedSpec): Problem[] {
  if (broken.size > 0) return [];
  const alone = [...tasks.keys()].filter((name) => !handlers.has(name));
  const stray = [...handlers.keys()].filter((name) => !tasks.has(name)).map((name) => `tasks/${name}.ts`);
  return [
    ...alone.map((name) =>
      report("missing-file", { path: `tasks/${name}.ts` }, { file: `tasks/${name}.json`, pointer: "" }),
    ),
    ...stray.map((path) => report("unreachable-file", { path }, { file: path, pointer: "" })),
  ];
}
