import { buildModel } from "../../../generator/contract/model/build.js";
import { addedIn, removedIn } from "../../../generator/base/time/spans.js";
import type { Model } from "../../../generator/contract/model/model.js";
import type { Shape } from "../../../generator/contract/read/dialect.js";
import { createTable } from "../../../generator/contract/table/table.js";
import { snapshotsOf } from "../../workbench/real-spec.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { buildView, type ViewOptions } from "../../../generator/contract/view/build-view.js";
import { parseFleet } from "../../../generator/base/time/fleet.js";
import type { ObjectView, View } from "../../../generator/contract/view/view.js";
import type { Contract } from "../../../templates/copied/validators/table.js";

/** A spec with one event, `ping`, which has the object `ping` in its request and `pong` in its answer. */
export interface SmallSpec {
  readonly releases?: readonly string[];
  /** Properties of `ping`, and the names of the required ones. */
  readonly ping?: Readonly<Record<string, unknown>>;
  readonly pingRequired?: readonly string[];
  readonly pong?: Readonly<Record<string, unknown>>;
  readonly pongRequired?: readonly string[];
  readonly common?: Readonly<Record<string, Shape | Record<string, unknown>>>;
  readonly event?: Readonly<Record<string, unknown>>;
  readonly events?: Readonly<Record<string, unknown>>;
  readonly files?: Readonly<Record<string, unknown>>;
}

/** The spec must have no lint errors. */
export function modelOf({ ping = {}, pong = {}, common = {}, events = {}, ...small }: SmallSpec): Model {
  const { releases = ["10", "20", "30"], event, pingRequired, pongRequired, files } = small;
  return buildModel(
    createSmallSpec({
      ping: object("Ping", ping, pingRequired),
      pong: object("Pong", pong, pongRequired),
      files: {
        "releases.json": { releases: releases.map((release) => ({ release, summary: "Something." })) },
        "requests/errorRequest.json": object("ErrorRequest", {
          error: { description: "Error.", $ref: "error-codes.json" },
        }),
        "events/ping.json": {
          description: "Ping.",
          carries: { ping: { required: true } },
          answers: { pong: {} },
          ...event,
        },
        ...mapKeys(common, (name) => `common/${name}.json`),
        ...mapKeys(events, (name) => `events/${name}.json`),
        ...files,
      },
    }),
  );
}

const mapKeys = (parts: Readonly<Record<string, unknown>>, to: (name: string) => string) =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [to(name), part]));

/** The range is written as `20..30`, `20..`, `..20` or `..`, or as a list such as `10,30`. */
export function viewOf(model: Model, range: string, options?: ViewOptions): View {
  const [min, max] = range.split("..").map((end) => (end === "" ? undefined : end));
  const fleet = parseFleet(
    range.includes(",") ? { versions: range } : { minVersion: min, maxVersion: max },
    model,
  );
  const view = fleet.ok ? buildView(snapshotsOf(model), fleet.value, options) : fleet;
  if (view.ok) return view.value;
  throw new Error(view.problems.map(({ message }) => message).join("\n"));
}

/** The table of a range or list. */
export const tableOf = (model: Model, range: string, options?: ViewOptions): Contract =>
  createTable(viewOf(model, range, options), snapshotsOf(model));

/** One line per property of the event's own object: `name?: type @since 20`. */
export function describeObject(view: View, name: "ping" | "pong"): readonly string[] {
  const [event] = view.events;
  const root = name === "ping" ? event?.request : event?.response;
  const property = root?.properties.find((candidate) => candidate.name === name);
  const kind = property && property.type !== "unknown" ? property.type[0] : undefined;
  return kind?.kind === "object" ? lines(kind.object) : ["(not there)"];
}

const lines = ({ properties }: ObjectView): string[] =>
  properties.map(({ name, required, type, exists }) => {
    const [since, until] = [addedIn(exists), removedIn(exists)];
    const marks = [since === undefined ? "" : " @since", until === undefined ? "" : " @until"].join("");
    return `${name}${required ? "" : "?"}: ${describeType(type)}${marks}`;
  });

export function describeType(type: ObjectView["properties"][number]["type"]): string {
  if (type === "unknown") return "unknown";
  return type.map(describeKind).join(" | ");
}

function describeKind(kind: Exclude<ObjectView["properties"][number]["type"], "unknown">[number]): string {
  switch (kind.kind) {
    case "number":
      return `${kind.level}${bounds(kind.minimum, kind.maximum)}`;
    case "text":
      return `${kind.formats.length > 0 ? kind.formats.join("/") : "string"}${bounds(kind.minLength, kind.maxLength)}`;
    case "enum":
      return `${kind.enum.open ? "open " : ""}{${kind.enum.values.map(({ value }) => value).join(", ")}}`;
    case "array":
      return `${kind.items.length > 0 ? describeType(kind.items) : "nothing"}[]${bounds(kind.minItems, kind.maxItems)}`;
    case "object":
      return `${kind.object.open ? "open " : ""}${kind.object.name}(${lines(kind.object).join("; ")})`;
    case "boolean":
    case "null":
      return kind.kind;
  }
}

const bounds = (low: number | undefined, high: number | undefined): string =>
  low === undefined && high === undefined ? "" : `<${low ?? ""}-${high ?? ""}>`;
