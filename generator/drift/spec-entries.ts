import { getOwn, isObject, merge, type Json, type JsonObject } from "../base/json.js";
import { capitalize, listWords } from "../base/text/words.js";
import type { SourceLocation } from "../base/problem/problem.js";
import { byRelease, formatRelease, parseRelease, sortReleases, type Release } from "../base/time/release.js";
import { reservedTitles } from "../contract/lint/rules/names.js";
import type { CheckedSpec } from "../contract/read/checked-spec.js";
import { eventPath, examplePath, objectPath } from "../contract/read/files.js";
import { splitPointer } from "../contract/read/pointer.js";
import { groupBy, readPath } from "../contract/read/values.js";
import type { DriftFinding } from "./source-content.js";
import { toTypeName } from "./value-kinds.js";
import type { SeenShape, Sighting, ValueKind } from "./seen-shape.js";

/** New parts for a file of the spec, in the form of that file. The texts that a person writes are empty. */
export interface SpecEntry {
  readonly file: string;
  readonly entry: JsonObject;
}

type Spec = Pick<CheckedSpec, "shapes" | "examples" | "releases">;

/** What the requests of recordings add to the spec. Answers prove nothing about a shop. */
export function listSpecEntries(findings: readonly DriftFinding[], spec: Spec): readonly SpecEntry[] {
  const titles = new Set([...spec.shapes.values()].flatMap(listTitles));
  const entries = findings
    .filter(({ subject, isAlike }) => {
      const isEvent = subject?.side === "event" && !(subject.path in Object.prototype);
      // Two files whose names differ by case are one on some systems.
      return subject?.side === "request" || (isEvent && !isAlike);
    })
    .flatMap((finding) => toEntries(finding, spec, titles));
  const files = [...groupBy(entries, ({ file }) => file)];
  const parts = files.map(([file, all]) => ({ file, entry: all.map(({ entry }) => entry).reduce(merge) }));
  const releases = listNewReleases(findings, spec).map((release) => ({
    release,
    summary: "",
    observed: true,
  }));
  return releases.length > 0 ? [{ file: "releases.json", entry: { releases } }, ...parts] : parts;
}

const listNewReleases = (findings: readonly DriftFinding[], { releases }: Spec): readonly string[] =>
  sortReleases(
    findings.flatMap(({ subject, seen }) =>
      subject?.side === "response" || !seen ? [] : (findRelease(seen) ?? []),
    ),
  )
    .filter((release) => !releases.some((each) => each.release === release))
    .map(formatRelease);

function toEntries(finding: DriftFinding, spec: Spec, titles: Set<string>): readonly SpecEntry[] {
  const { subject, shapes = [], home, seen, seenValues, carries, isInOpen } = finding;
  const [shape, ...rest] = shapes;
  if (!seen || !subject || (!shape && !seenValues && !carries)) return [];
  const release = findRelease(seen);
  const origin = {
    // An open object may have had it before, so its release is not known.
    ...(release === undefined || isInOpen ? {} : { "x-added-in": formatRelease(release) }),
    "x-provenance": { kind: "observed", basis: describeBasis(seen) },
  };
  return [
    ...(carries ? toEventEntries(finding, origin, spec) : []),
    ...(seenValues && home ? [toValuesEntry(seenValues, home, release, spec)] : []),
    ...(shape && home ? [[shape, ...rest] as const] : shapes.map((each) => [each] as const)).flatMap(
      (same) => {
        const name = getName(same[0]);
        const schema = toSchema(combine(same), capitalize(name), titles);
        if (!schema || name in Object.prototype) return [];
        const part = { ...schema, ...origin };
        if (home) return [toFileEntry(home, { properties: { [name]: part } }, spec)];
        const events = carries ? [] : seen.events.map(({ event }) => event);
        return [
          ...events.map((event) => ({ file: eventPath(event), entry: { carries: { [name]: {} } } })),
          { file: objectPath("carries", name), entry: part },
        ];
      },
    ),
  ];
}

/** The earliest release of a shop that sent it. What its requests prove is only a lower bound. */
function findRelease({ shops }: Sighting): Release | undefined {
  const releases = shops.flatMap(({ some, release }) => (some > 0 ? (parseRelease(release) ?? []) : []));
  return sortReleases(releases)[0];
}

function describeBasis({ shops }: Sighting): string {
  const own = shops.filter(({ some }) => some > 0);
  const releases = own.map(({ release, proved }) => {
    if (release !== undefined) return `v${release}`;
    return proved === undefined ? unknownRelease : `v${proved} or later`;
  });
  const who = own.length === 1 ? "a shop" : `${own.length} shops`;
  const named = [...new Set(releases)].sort();
  const isUnknown = named.every((release) => release === unknownRelease);
  return `Seen in recorded requests of ${who}${isUnknown ? "" : ` with ${listWords(named, "and")}`}.`;
}

const unknownRelease = "an unknown release";

/** Wraps parts of an object in what is around them in its file. */
function toFileEntry({ file, pointer }: SourceLocation, inner: JsonObject, { shapes }: Spec): SpecEntry {
  const title = shapes.get(file)?.title;
  const entry = splitPointer(pointer).reduceRight<JsonObject>((part, name) => ({ [name]: part }), inner);
  return { file, entry: title === undefined ? entry : { title, ...entry } };
}

function toValuesEntry(
  values: readonly string[],
  { file, pointer }: SourceLocation,
  release: Release | undefined,
  spec: Spec,
): SpecEntry {
  const shape = readPath(spec.shapes.get(file), splitPointer(pointer));
  const ref = getOwn(shape, "$ref");
  const place = typeof ref === "string" ? { file: ref, pointer: "" } : { file, pointer };
  const dated = release === undefined ? [] : values.map((value) => [value, formatRelease(release)]);
  const dates = dated.length > 0 ? { "x-enum-added-in": Object.fromEntries(dated) as JsonObject } : {};
  return toFileEntry(place, { enum: values, ...dates }, spec);
}

/** An event with what it carries, and an example with values that are made up. */
function toEventEntries(
  { subject, carries = [], shapes = [], seen }: DriftFinding,
  origin: JsonObject,
  { examples, releases }: Spec,
): readonly SpecEntry[] {
  const event = subject?.path ?? "";
  const own = shapes.map(({ path }) => path);
  // The latest fits the release best.
  const [shared] = examples
    .filter(({ request }) => request && carries.every((name) => name in request))
    .sort((a, b) => byRelease(b.release, a.release));
  const known = carries.map((name) => [name, getOwn(shared?.request, name) ?? {}] as const);
  const request = Object.fromEntries([
    ...known,
    ...shapes.map((shape) => [shape.path, toSample(shape)] as const),
  ]);
  const release = (seen && findRelease(seen)) ?? releases.at(-1)?.release;
  const objects = [...carries.filter((name) => !["event", "sender"].includes(name)), ...own];
  return [
    {
      file: eventPath(event),
      entry: {
        description: "",
        ...origin,
        carries: Object.fromEntries(objects.map((name) => [name, {}])),
      },
    },
    {
      file: examplePath(`${event}/observed`),
      entry: { description: "", release: release === undefined ? "" : formatRelease(release), request },
    },
  ];
}

const samples: Readonly<Record<ValueKind, Json>> = {
  boolean: true,
  integer: 1,
  number: 1.5,
  object: {},
  array: [],
  null: null,
  string: "text",
  empty: "",
  uuid: "5a6c8d1e-3f2b-4c7a-9e4d-0b1f2a3c4d5e",
  date: "2026-02-03",
  "date-time": "2026-02-03T10:15:42.107+01:00",
  uri: "https://example.com/",
  digits: "0012",
};

function toSample({ kinds, parts, items, values }: SeenShape): Json {
  const kind = (kinds.find((each) => each.kind !== "null") ?? kinds[0])?.kind ?? "null";
  if (values) return values[0] ?? "";
  if (kind === "array") return items && items.kinds.length > 0 ? [toSample(items)] : [];
  if (kind !== "object") return samples[kind];
  return Object.fromEntries(parts.map((part) => [getName(part), toSample(part)]));
}

const getName = ({ path }: SeenShape): string => path.split(".").at(-1) ?? "";

/** One shape of the same part at several paths. */
function combine(shapes: readonly [SeenShape, ...SeenShape[]]): SeenShape {
  const [first, ...others] = shapes;
  if (others.length === 0) return first;
  const parts = groupBy(
    shapes.flatMap((shape) => shape.parts),
    getName,
  );
  const [firstItems, ...otherItems] = shapes.flatMap((shape) => shape.items ?? []);
  return {
    ...first,
    kinds: shapes.flatMap(({ kinds }) => kinds),
    parts: [...parts.values()].map(combine),
    items: firstItems && combine([firstItems, ...otherItems]),
  };
}

/** Undefined if nothing is known but null or an empty list. */
function toSchema(shape: SeenShape, title: string, titles: Set<string>): JsonObject | undefined {
  const kinds = new Set(shape.kinds.map(({ kind }) => kind));
  const names = new Set([...kinds].map(toTypeName));
  const isNullable = names.delete("null");
  if (names.has("number")) names.delete("integer");
  const all = [...names].map((name) => toTyped(name, { shape, kinds, title }, titles));
  const [only, ...others] = all;
  if (!only || all.includes(undefined)) return undefined;
  if (others.length > 0)
    return { description: "", anyOf: [...(all as JsonObject[]), ...(isNullable ? [{ type: "null" }] : [])] };
  const { type = "", ...more } = only;
  const { title: named, ...rest } = more;
  const start = named === undefined ? {} : { title: named };
  return { ...start, description: "", type: isNullable ? [type, "null"] : type, ...rest };
}

interface TypedShape {
  readonly shape: SeenShape;
  readonly kinds: ReadonlySet<ValueKind>;
  readonly title: string;
}

function toTyped(
  type: string,
  { shape, kinds, title }: TypedShape,
  titles: Set<string>,
): JsonObject | undefined {
  if (type === "string") return { type, ...toTextRules(shape, kinds, title, titles) };
  if (type === "array") {
    const items = shape.items && toSchema(shape.items, title, titles);
    return items && { type, items };
  }
  if (type !== "object") return { type };
  const own = claimTitle(title, titles);
  const parts = shape.parts.flatMap((part) => {
    const name = getName(part);
    const schema = name in Object.prototype ? undefined : toSchema(part, `${own}${capitalize(name)}`, titles);
    return schema ? [[name, schema] as const] : [];
  });
  const isOpen = shape.hasDataNames || parts.length < shape.parts.length || parts.length === 0;
  return { title: own, type, ...(isOpen ? { "x-open": true } : {}), properties: Object.fromEntries(parts) };
}

function toTextRules(
  { values }: SeenShape,
  kinds: ReadonlySet<ValueKind>,
  title: string,
  titles: Set<string>,
): JsonObject {
  if (values) return { title: claimTitle(title, titles), enum: values, "x-open": true };
  const forms = [...kinds].filter((kind) => toTypeName(kind) === "string");
  const [form = "string", ...others] = forms;
  return others.length === 0 && form !== "string" && form !== "digits" && form !== "empty"
    ? { format: form }
    : {};
}

/** Titles are unique in a spec. */
function claimTitle(name: string, titles: Set<string>): string {
  const wanted = reservedTitles.has(name) ? `Seen${name}` : name;
  const free = [wanted, `Seen${wanted}`, `Observed${wanted}`].find((title) => !titles.has(title)) ?? wanted;
  titles.add(free);
  return free;
}

const listTitles = (shape: unknown): readonly string[] => {
  if (!isObject(shape)) return Array.isArray(shape) ? shape.flatMap(listTitles) : [];
  const { title } = shape;
  return [...(typeof title === "string" ? [title] : []), ...Object.values(shape).flatMap(listTitles)];
};
