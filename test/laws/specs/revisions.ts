import { happens, listOf, oneOf, type Draw } from "../../workbench/draw.js";
import type { Spec } from "./generators.js";
import { readAt, update, type JsonPath } from "../../workbench/json-paths.js";
import { isSwitch } from "./object-edits.js";
import { editsOf } from "./shape-edits.js";
import type { Json, Side, SpecDraft } from "./shapes.js";
import { tidyStandings } from "./standings.js";

type Files = Map<string, Json>;

/** Another state of a spec: some edits later, and it lints clean as before. */
export function revise(draw: Draw, spec: Spec): Spec {
  const files: Files = new Map(spec);
  // The titles of what is new go on where the old ones certainly ended.
  files.set("titles", { count: 1000 });
  listOf(draw, 2, 8, () => (happens(draw, 20) ? reviseEvent : reviseShape)(draw, files));
  files.delete("titles");
  tidyStandings(files);
  return reachable(files);
}

/** The enum of both sides stays as it is: only an open one may be shared. */
const isShape = (path: string): boolean =>
  /^(requests|responses|common)\//.test(path) && path !== "common/both.json";

const findSide = (path: string): Side =>
  path.startsWith("requests/") || path.startsWith("common/requests-") ? "requests" : "responses";

/** One shape of some object's file, or of one that several share, is no more what it was. */
function reviseShape(draw: Draw, files: Files): void {
  // The enum that both sides share is theirs only because it is open.
  const shapes = [...files.keys()].filter((path) => isShape(path) && path !== "common/both.json");
  const name = oneOf(draw, shapes);
  const file = files.get(name) ?? {};
  const path = oneOf(draw, shapesIn(file));
  const shape = readAt(file, path) as Json;
  const edits = editsOf(shape, path, createDraft(draw, files, findSide(name)));
  if (edits.length === 0) return;
  const edited = update(file, path, oneOf(draw, edits)) as Json;
  const isCircular = reach(referredBy(edited), files).has(name);
  if (!isCircular) files.set(name, edited);
}

/** Nothing here is dated: what an edit adds was always there. */
const createDraft = (draw: Draw, files: Files, side: Side): SpecDraft => ({
  draw,
  releases: [],
  side,
  files,
  shared: sharedIn(files, side),
});

/** The files in `common/` of one side, by the kind of JSON value they describe. */
function sharedIn(files: Files, side: Side): Map<string, string[]> {
  const shared = new Map<string, string[]>();
  for (const [path, shape] of files) {
    if (!path.startsWith(`common/${side}-`)) continue;
    const kind = shape["type"] === "integer" ? "number" : String(shape["type"]);
    shared.set(kind, [...(shared.get(kind) ?? []), path]);
  }
  return shared;
}

/** The places of every shape in a file, the whole first. */
function shapesIn(shape: Json, path: JsonPath = []): JsonPath[] {
  const within = (key: string, ...rest: string[]) =>
    Object.entries((shape[key] ?? {}) as Json).flatMap(([name, part]) => {
      const index = Array.isArray(shape[key]) ? Number(name) : name;
      return shapesIn(readAt(part, rest) as Json, [...path, key, index, ...rest]);
    });
  const items = shape["items"] ? shapesIn(shape["items"] as Json, [...path, "items"]) : [];
  return [path, ...within("properties"), ...within("anyOf"), ...within("x-was", "schema"), ...items];
}

/** One event carries or takes something else, or there is one event more or less. */
function reviseEvent(draw: Draw, files: Files): void {
  if (happens(draw, 20)) {
    if (!files.delete("events/scan.json")) files.set("events/scan.json", files.get("events/ping.json") ?? {});
    return;
  }
  const path = oneOf(
    draw,
    [...files.keys()].filter((file) => file.startsWith("events/")),
  );
  const event = files.get(path) ?? {};
  const [key, side] = oneOf(draw, [
    ["carries", "requests"],
    ["answers", "responses"],
  ] as const);
  files.set(path, { ...event, [key]: reviseParts(draw, (event[key] ?? {}) as Json, files, side) });
}

function reviseParts(draw: Draw, parts: Json, files: Files, side: Side): Json {
  const name = oneOf(draw, [...Object.keys(parts), "extraObject"]);
  const { [name]: part, ...others } = parts;
  if (part === undefined) {
    const extra = `${side}/${name}.json`;
    files.set(
      extra,
      files.get(extra) ?? { title: `Extra${side}`, description: "Extra.", type: "object", properties: {} },
    );
    return { ...parts, [name]: { required: happens(draw, 30) } };
  }
  return happens(draw, 50) ? others : { ...parts, [name]: turned(part as Json) };
}

/** What was required is optional, and the other way round, at all times. */
function turned({ required, ...part }: Json): Json {
  const kept = Object.entries(part).filter(([key]) => !isSwitch(key));
  return { ...Object.fromEntries(kept), required: required !== true };
}

/** A spec without the files that nothing refers to any more. */
function reachable(files: Files): Spec {
  const roots = [...files.keys()].filter((path) => !isShape(path));
  const found = reach(roots, files);
  return new Map([...files].filter(([path]) => found.has(path)));
}

/** The files that some files lead to, these included. */
function reach(roots: readonly string[], files: Files): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    referredBy(files.get(path) ?? {}).forEach(visit);
  };
  roots.forEach(visit);
  return found;
}

function referredBy(file: Json): string[] {
  const named = (key: string, side: Side) =>
    Object.keys((file[key] ?? {}) as Json).map((name) => `${side}/${name}.json`);
  const referred = JSON.stringify(file).match(/(?<="(\$ref|errorRequest)":")[^"]*/g) ?? [];
  return [...named("carries", "requests"), ...named("answers", "responses"), ...referred];
}
