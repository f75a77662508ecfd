import { isDeepStrictEqual } from "node:util";
import { getAt, isArray, isObject, type Json, type JsonObject } from "../../base/json.js";
import { report } from "../../base/problem/catalogue.js";
import type { Problem, SourceLocation } from "../../base/problem/problem.js";
import { truncate } from "../../base/text/quote.js";
import { byRelease, formatRelease, parseRelease, type Release } from "../../base/time/release.js";
import { hasType, toList, toRelease, type ReleaseEntry } from "./dialect.js";
import { findFileKind } from "./files.js";
import { locateProblems, type ParsedFile } from "./json-text.js";
import { listParentPaths, placeIn, placeInside, toLocationKey } from "./pointer.js";
import type { SourceFile } from "./read-spec.js";
import { collectReachable, ownEntry } from "./values.js";

/** Parsed additions. `sources` name the user's own paths. */
interface ParsedAdditions {
  readonly sources: readonly SourceFile[];
  readonly files: readonly ParsedFile[];
  readonly problems: readonly Problem[];
}

/** By the key of a place in the merged spec, the place where the user wrote the part. */
export type Additions = ReadonlyMap<string, SourceLocation>;

export const noAdditions: Additions = new Map();

/** On each part of the user. No file can contain a symbol. */
const mark = Symbol("addition");

export const isAddition = (part: object): boolean => mark in part;

export const additionSentence = "Your addition, not in mplus-codegen's spec.";

/** The place where the user wrote a part of the merged spec; undefined for a part of the spec. */
export function findAddition({ file, pointer }: SourceLocation, additions: Additions) {
  const parents = [pointer, ...listParentPaths(pointer).reverse()];
  const [found] = parents.flatMap((parent): SourceLocation[] => {
    const place = additions.get(toLocationKey({ file, pointer: parent }));
    return place ? [{ ...place, pointer: place.pointer + pointer.slice(parent.length) }] : [];
  });
  return found;
}

/** Problems of the merged spec, at the lines where people wrote their causes. */
export const locateInSpec = (
  problems: readonly Problem[],
  sources: readonly SourceFile[],
  additions: Additions,
): readonly Problem[] =>
  locateProblems(
    problems.map(({ place, ...problem }) =>
      place ? { ...problem, place: findAddition(place, additions) ?? place } : problem,
    ),
    sources,
  );

interface Merge {
  readonly spec: ReadonlyMap<string, JsonObject>;
  /** Files whose parts may be in answers. */
  readonly answered: ReadonlySet<string>;
  /** The newest release of the spec. */
  readonly latest: Release;
  readonly additions: Map<string, SourceLocation>;
  readonly problems: Problem[];
}

/**
 * Adds the user's parts to a spec without problems. A file of the user has the path of the file that it adds to, or is
 * a new file.
 */
export function mergeAdditions(spec: readonly ParsedFile[], own: ParsedAdditions) {
  const known = new Map(spec.map(({ path, value }) => [path, value as JsonObject]));
  // An addition need not repeat what its file in the spec has.
  const problems = own.problems.filter(
    ({ code, place }) => code !== "missing-keyword" || place?.pointer !== "" || !known.has(place.file),
  );
  const answers = [...known.keys()].filter((path) => path.startsWith("responses/"));
  const merge: Merge = {
    spec: known,
    answered: collectReachable(answers, (path) =>
      listTexts(known.get(path)).filter((text) => known.has(text)),
    ),
    latest: toRelease(listReleases(known.get(releasesPath)).at(-1)?.release ?? "0"),
    additions: new Map(),
    problems,
  };
  const broken = new Set(problems.map(({ place }) => place?.file));
  const merged = own.files
    .filter(({ path }) => !broken.has(path))
    .map(({ path, value }) => [path, mergeFile(path, value as JsonObject, merge)] as const);
  const files = [...new Map([...known, ...merged])].map(([path, value]) => ({ path, value }));
  const paths = new Map(own.sources.map(({ path, addition = path }) => [path, addition]));
  const toOwn = (place: SourceLocation): SourceLocation => ({
    ...place,
    file: paths.get(place.file) ?? place.file,
  });
  return {
    files,
    additions: new Map([...merge.additions].map(([key, place]) => [key, toOwn(place)])),
    problems: problems.map((problem) =>
      problem.place ? { ...problem, place: toOwn(problem.place) } : problem,
    ),
  };
}

const listTexts = (value: unknown): readonly string[] =>
  typeof value === "string" ? [value] : Object.values(Object(value) as object).flatMap(listTexts);

const newKinds: readonly unknown[] = ["shape", "event", "example"];

function mergeFile(path: string, own: JsonObject, merge: Merge): JsonObject {
  const [kind, spec, place] = [findFileKind(path), merge.spec.get(path), placeIn(path)];
  if (!spec && newKinds.includes(kind)) return addPart(own, place, merge);
  if (!spec) merge.problems.push(report("addition-misplaced", { path }, place));
  else if (isSame(spec, own)) merge.problems.push(report("addition-known", {}, place));
  else if (kind === "releases") return mergeReleases(listReleases(spec), listReleases(own), merge);
  else if (kind === "shape" || kind === "event" || kind === "envelope")
    return mergeRoot(spec, own, place, merge);
  else merge.problems.push(report("addition-exists", {}, place));
  return spec ?? own;
}

function mergeRoot(spec: JsonObject, own: JsonObject, place: SourceLocation, merge: Merge): JsonObject {
  const [added, found] = [merge.additions.size, merge.problems.length];
  if (own["title"] === undefined && spec["title"] !== undefined)
    merge.problems.push(report("addition-title", { title: show(spec["title"]) }, place));
  const merged = mergePart(spec, own, place, merge);
  if (merge.additions.size === added && merge.problems.length === found)
    merge.problems.push(report("addition-empty", {}, place));
  return merged;
}

const releasesPath = "releases.json";

const listReleases = (file: JsonObject | undefined) =>
  (file?.["releases"] ?? []) as unknown as readonly ReleaseEntry[];

/** A release of the user may come before one of the spec. */
function mergeReleases(
  spec: readonly ReleaseEntry[],
  own: readonly ReleaseEntry[],
  merge: Merge,
): JsonObject {
  const known = spec.map(({ release }) => toRelease(release));
  const rows = own.map((entry, index) => ({ entry, place: placeIn(releasesPath, "releases", index) }));
  const added = rows.filter(({ entry, place }) => {
    const isKnown = known.includes(toRelease(entry.release));
    if (isKnown) merge.problems.push(report("addition-known", {}, place));
    return !isKnown;
  });
  const all = [...spec.map((entry) => ({ entry, place: undefined })), ...added].sort((a, b) =>
    byRelease(toRelease(a.entry.release), toRelease(b.entry.release)),
  );
  const releases = all.map(({ entry, place }, index) => {
    if (place) merge.additions.set(toLocationKey(placeIn(releasesPath, "releases", index)), place);
    return place ? { ...entry, summary: `${entry.summary} ${additionSentence}`, [mark]: true } : entry;
  });
  return { releases };
}

function addPart(part: JsonObject, place: SourceLocation, merge: Merge): JsonObject {
  merge.additions.set(toLocationKey(place), place);
  checkRelease(part["x-added-in"], place, merge);
  if (part["required"] === true)
    merge.problems.push(report("addition-required", {}, placeInside(place, "required")));
  return { ...part, [mark]: true };
}

/** Otherwise, a shop could be sent what it does not have. */
function checkRelease(
  release: Json | undefined,
  place: SourceLocation,
  { answered, latest, problems }: Merge,
): void {
  const { file, pointer } = place;
  const isAnswer = answered.has(file) || file.startsWith("responses/") || pointer.startsWith("/answers/");
  if (isAnswer && (parseRelease(release as string | undefined) ?? 0) <= latest)
    problems.push(report("addition-undated", { latest: formatRelease(latest) }, place));
}

/** Prose does not affect data, so the user's may differ from the spec's. */
const prose = ["$schema", "description", "x-provenance", "x-notes", "x-erratum", "x-setting"];
const valueProse = ["x-enum-descriptions", "x-enum-advice"];
const valueKeywords = ["x-enum-added-in", "x-enum-removed-in", ...valueProse];
const nameKeywords = ["properties", "carries", "answers"];

const isSame = (spec: Json, own: Json): boolean => isDeepStrictEqual(withoutProse(spec), withoutProse(own));

function withoutProse(part: Json, areNames = false): unknown {
  if (isArray(part)) return part.map((item) => withoutProse(item));
  if (!isObject(part)) return part;
  const entries = Object.entries(part).filter(
    ([key]) => areNames || ![...prose, ...valueProse].includes(key),
  );
  return Object.fromEntries(
    entries.map(([key, value]) => [key, withoutProse(value, !areNames && nameKeywords.includes(key))]),
  );
}

/** Adds to a part of the spec. A part that repeats the spec's type may have prose of its own. */
function mergePart(spec: JsonObject, own: JsonObject, at: SourceLocation, merge: Merge): JsonObject {
  const added = Object.entries(markValues(spec, own)).flatMap(([keyword, value]): [string, Json][] => {
    const [place, theirs] = [placeInside(at, keyword), ownEntry(spec, keyword)];
    const isPlain = keyword === "properties" && !hasType(spec, "object");
    if (isObject(value) && nameKeywords.includes(keyword) && !isPlain)
      return [[keyword, mergeNames([spec, keyword], value, place, merge)]];
    if (isObject(value) && isObject(theirs) && keyword === "items")
      return [[keyword, mergeKnown(theirs, value, place, merge)]];
    if (isArray(theirs) && keyword === "enum") return [[keyword, mergeValues(spec, own, place, merge)]];
    if (isObject(value) && isArray(spec["enum"]) && valueKeywords.includes(keyword))
      return [[keyword, mergeOfValues([spec, keyword], value, place, merge)]];
    const isFree = own["type"] !== undefined && prose.includes(keyword);
    if (!isFree && !isDeepStrictEqual(value, theirs)) refuseChange(keyword, theirs, place, merge);
    return [];
  });
  return { ...spec, ...Object.fromEntries(added) };
}

/** Values can only be marked in their descriptions. */
function markValues(spec: JsonObject, own: JsonObject): JsonObject {
  const listed = (own["enum"] ?? []) as readonly string[];
  const added = listed.filter((value) => isArray(spec["enum"]) && !spec["enum"].includes(value));
  if (added.length === 0) return own;
  const told = own["x-enum-descriptions"] as Readonly<Record<string, string>> | undefined;
  const marked = added.map((value): [string, string] => [
    value,
    `${ownEntry(told, value) ?? ""} ${additionSentence}`.trim(),
  ]);
  return { ...own, "x-enum-descriptions": { ...told, ...Object.fromEntries(marked) } };
}

function refuseChange(keyword: string, theirs: Json | undefined, place: SourceLocation, { problems }: Merge) {
  const code = keyword === "required" ? "addition-required" : "addition-changes";
  problems.push(report(code, { keyword, theirs: theirs === undefined ? theirs : show(theirs) }, place));
}

const show = (value: Json): string => truncate(JSON.stringify(value), 80);

type Keyword = readonly [spec: JsonObject, keyword: string];

/** The properties of an object, or the objects of an event. */
function mergeNames([spec, keyword]: Keyword, own: JsonObject, at: SourceLocation, merge: Merge): JsonObject {
  const includes = toList(spec["x-includes"] as readonly string[] | undefined);
  const parts = (Object.entries(own) as [string, JsonObject][]).flatMap(([name, part]) => {
    const [theirs, place] = [getAt(spec, [keyword, name]) as JsonObject | undefined, placeInside(at, name)];
    const path = includes.find((each) => getAt(merge.spec.get(each), ["properties", name]));
    if (!theirs && path !== undefined) {
      merge.problems.push(report("addition-elsewhere", { path }, place));
      return [];
    }
    // What is announced, or was seen elsewhere, is in no release yet.
    const isNew = !theirs || theirs["x-seen"] !== undefined || theirs["x-planned"] === true;
    return [[name, isNew ? addPart(part, place, merge) : mergeKnown(theirs, part, place, merge)] as const];
  });
  return { ...(spec[keyword] as JsonObject | undefined), ...Object.fromEntries(parts) };
}

function mergeKnown(spec: JsonObject, own: JsonObject, place: SourceLocation, merge: Merge): JsonObject {
  const [path, found] = [spec["$ref"], merge.problems.length];
  if (isSame(spec, own)) merge.problems.push(report("addition-known", {}, place));
  else if (typeof path === "string" && own["properties"] !== undefined)
    merge.problems.push(report("addition-elsewhere", { path }, place));
  if (merge.problems.length > found) return spec;
  const merged = mergePart(spec, own, place, merge);
  // An object, list or enum may repeat only a part of the spec's.
  const isWhole = own["type"] !== undefined && !["properties", "items", "enum"].some((key) => key in spec);
  const lacking = Object.keys(spec).find((key) => isWhole && !(key in own) && !prose.includes(key));
  if (lacking !== undefined && merge.problems.length === found)
    refuseChange(lacking, spec[lacking], place, merge);
  return merged;
}

/** Adds values to an open list. */
function mergeValues(spec: JsonObject, own: JsonObject, at: SourceLocation, merge: Merge): Json {
  const [known, listed] = [spec["enum"], own["enum"]] as [readonly string[], readonly string[]];
  const added = listed.filter((value) => !known.includes(value));
  if (added.length > 0 && spec["x-open"] !== true) merge.problems.push(report("addition-closed", {}, at));
  else
    listed.forEach((value, index) => {
      const place = placeInside(at, index);
      if (known.includes(value)) merge.problems.push(report("addition-known", {}, place));
      else {
        const merged = placeInside(at, known.length + added.indexOf(value));
        merge.additions.set(toLocationKey(merged), place);
        checkRelease(getAt(own, ["x-enum-added-in", value]), place, merge);
      }
    });
  return [...known, ...added];
}

/** What a keyword says of values, if the spec does not have them. */
function mergeOfValues(
  [spec, keyword]: Keyword,
  own: JsonObject,
  at: SourceLocation,
  merge: Merge,
): JsonObject {
  merge.additions.set(toLocationKey(at), at);
  const added = Object.entries(own).filter(([value, said]) => {
    const [isKnown, theirs] = [(spec["enum"] as Json[]).includes(value), getAt(spec, [keyword, value])];
    if (isKnown && said !== theirs) refuseChange(value, theirs, placeInside(at, value), merge);
    return !isKnown;
  });
  return { ...(spec[keyword] as JsonObject | undefined), ...Object.fromEntries(added) };
}
