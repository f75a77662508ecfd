import { isDeepStrictEqual } from "node:util";
import { getAt, isArray, isObject, type Json, type JsonObject } from "../../base/json.js";
import { report } from "../../base/problem/catalogue.js";
import type { Problem, SourceLocation } from "../../base/problem/problem.js";
import { truncate } from "../../base/text/quote.js";
import { suggest } from "../../base/text/words.js";
import { formatRelease, parseRelease, type Release } from "../../base/time/release.js";
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
export function mergeAdditions(
  spec: readonly ParsedFile[],
  { sources, files, problems: all }: ParsedAdditions,
) {
  const known = new Map(spec.map(({ path, value }) => [path, value as JsonObject]));
  const misnamed = new Map(files.flatMap((file) => findMeant(file, known)));
  const problems = [
    // An addition need not repeat what its file in the spec has, and a wrong title is reported with the right one.
    ...all.filter(({ code, place: { file = "", pointer = "" } = {} }) => {
      const isOfKnown = code === "missing-keyword" ? pointer === "" : pointer === "/title";
      return !misnamed.has(file) && !(isOfKnown && known.has(file));
    }),
    ...[...misnamed].map(([path, meant]) => report("addition-misnamed", { path, meant }, placeIn(path))),
  ];
  const broken = new Set(problems.map(({ place }) => place?.file));
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
  const merged = files
    .filter(({ path }) => !broken.has(path))
    .map(({ path, value }) => [path, mergeFile(path, value as JsonObject, merge)] as const);
  const paths = new Map(sources.map(({ path, addition = path }) => [path, addition]));
  const toOwn = (place: SourceLocation) => ({ ...place, file: paths.get(place.file) ?? place.file });
  return {
    files: [...new Map([...known, ...merged])].map(([path, value]) => ({ path, value })),
    additions: new Map([...merge.additions].map(([key, place]) => [key, toOwn(place)])),
    problems: problems.map(({ place, ...problem }) =>
      place ? { ...problem, place: toOwn(place) } : problem,
    ),
  };
}

/** The user's path, and the file of the spec that it is meant to be: one with its title, or with almost its name. */
function findMeant({ path, value }: ParsedFile, spec: Merge["spec"]): [string, string][] {
  if (spec.has(path)) return [];
  const title = isObject(value) ? value["title"] : undefined;
  const paths = [...spec.keys()];
  const ofTitle = paths.find((known) => title !== undefined && spec.get(known)?.["title"] === title);
  const meant = ofTitle ?? (findFileKind(path) ? undefined : suggest(path, paths));
  return meant === undefined ? [] : [[path, meant]];
}

const listTexts = (value: unknown): readonly string[] =>
  typeof value === "string" ? [value] : Object.values(Object(value) as object).flatMap(listTexts);

function mergeFile(path: string, own: JsonObject, merge: Merge): JsonObject {
  const [kind = "", spec, place] = [findFileKind(path), merge.spec.get(path), placeIn(path)];
  if (!spec && ["shape", "event", "example"].includes(kind)) return addPart(own, place, merge);
  if (spec && kind === "releases") return mergeReleases(listReleases(spec), listReleases(own), merge);
  if (spec && ["shape", "event", "envelope"].includes(kind)) {
    const { title = own["title"] } = spec;
    if (title === undefined || own["title"] === title) return mergeKnown(spec, own, place, merge);
    const isMissing = own["title"] === undefined;
    const at = isMissing ? place : placeInside(place, "title");
    merge.problems.push(report("addition-title", { isMissing, title: show(title) }, at));
    return mergeKnown(spec, { ...own, title }, place, merge);
  }
  merge.problems.push(
    spec ? report("addition-exists", {}, place) : report("addition-misplaced", { path }, place),
  );
  return spec ?? own;
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
  const added = own.flatMap((entry, index) => {
    const place = placeIn(releasesPath, "releases", index);
    const summary = `${entry.summary} ${additionSentence}`;
    if (!known.includes(toRelease(entry.release)))
      return [{ place, entry: { ...entry, summary, [mark]: true } }];
    merge.problems.push(report("addition-known", {}, place));
    return [];
  });
  const releases = [...spec.map((entry) => ({ place: undefined, entry })), ...added]
    .sort((a, b) => toRelease(a.entry.release) - toRelease(b.entry.release))
    .map(({ place, entry }, index) => {
      if (place) merge.additions.set(toLocationKey(placeIn(releasesPath, "releases", index)), place);
      return entry;
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
function checkRelease(release: unknown, place: SourceLocation, { answered, latest, problems }: Merge): void {
  const { file, pointer } = place;
  const isAnswer = answered.has(file) || file.startsWith("responses/") || pointer.startsWith("/answers/");
  if (isAnswer && (parseRelease(release as string | undefined) ?? 0) <= latest)
    problems.push(report("addition-undated", { latest: formatRelease(latest) }, place));
}

/** Adds to a part that the spec has. */
function mergeKnown(spec: JsonObject, own: JsonObject, place: SourceLocation, merge: Merge): JsonObject {
  const [path, found, added] = [spec["$ref"], merge.problems.length, merge.additions.size];
  if (typeof path === "string" && own["properties"] !== undefined) {
    merge.problems.push(report("addition-elsewhere", { path }, place));
    return spec;
  }
  const merged = mergePart(spec, own, place, merge);
  const told = merge.problems.slice(found);
  // An object, list or enum may repeat only a part of the spec's.
  const isWhole = own["type"] !== undefined && !["properties", "items", "enum"].some((key) => key in spec);
  const lacking = Object.keys(spec).find((key) => isWhole && !(key in own) && !prose.includes(key));
  if (lacking !== undefined && told.length === 0) refuseChange(lacking, spec[lacking], place, merge);
  else if (merge.additions.size === added && told.every(({ code }) => code === "addition-known")) {
    const isEmpty = told.length === 0 && place.pointer === "" && own["type"] === undefined;
    // One warning is enough for a part of which everything is known.
    merge.problems.splice(
      found,
      told.length,
      report(isEmpty ? "addition-empty" : "addition-known", {}, place),
    );
  }
  return merged;
}

/** The user's prose may differ from the spec's where the user repeats a type or a value. */
const prose = ["$schema", "description", "x-provenance", "x-notes", "x-erratum", "x-setting"];
const valueProse = ["x-enum-descriptions", "x-enum-advice"];
const valueKeywords = ["x-enum-added-in", "x-enum-removed-in", ...valueProse];

function mergePart(spec: JsonObject, own: JsonObject, at: SourceLocation, merge: Merge): JsonObject {
  const added = Object.entries(own).flatMap(([keyword, value]): [string, Json][] => {
    const [place, theirs] = [placeInside(at, keyword), ownEntry(spec, keyword)];
    const isOfObject = keyword === "properties" && hasType(spec, "object");
    if (isObject(value) && (isOfObject || keyword === "carries" || keyword === "answers"))
      return [[keyword, mergeNames([spec, keyword], value, place, merge)]];
    if (isObject(value) && isObject(theirs) && keyword === "items")
      return [[keyword, mergeKnown(theirs, value, place, merge)]];
    if (isArray(theirs) && keyword === "enum") return mergeValues(spec, own, at, merge);
    const isOfNewValues =
      valueKeywords.includes(keyword) &&
      isObject(value) &&
      isArray(own["enum"]) &&
      (valueProse.includes(keyword) || !Object.keys(value).some((name) => isListed(name, spec)));
    const isFree = isOfNewValues || (own["type"] !== undefined && prose.includes(keyword));
    if (!isFree && !isDeepStrictEqual(value, theirs)) refuseChange(keyword, theirs, place, merge);
    return [];
  });
  return { ...spec, ...Object.fromEntries(added) };
}

const isListed = (value: string, { enum: listed }: JsonObject): boolean =>
  isArray(listed) && listed.includes(value);

function refuseChange(keyword: string, theirs: Json | undefined, place: SourceLocation, { problems }: Merge) {
  const code = keyword === "required" ? "addition-required" : "addition-changes";
  problems.push(report(code, { keyword, theirs: theirs === undefined ? theirs : show(theirs) }, place));
}

const show = (value: Json): string => truncate(JSON.stringify(value), 80);

/** The properties of an object, or the objects of an event. */
function mergeNames(
  [spec, keyword]: readonly [JsonObject, string],
  own: JsonObject,
  at: SourceLocation,
  merge: Merge,
): JsonObject {
  const includes = toList(spec["x-includes"] as readonly string[] | undefined);
  const parts = (Object.entries(own) as [string, JsonObject][]).flatMap(([name, part]) => {
    const [theirs, place] = [getAt(spec, [keyword, name]) as JsonObject | undefined, placeInside(at, name)];
    const suggestion = suggest(name, Object.keys((spec[keyword] ?? {}) as JsonObject));
    const isIncomplete = part["type"] === undefined || (part["description"] === undefined && suggestion);
    if (!theirs && isIncomplete && ["properties", "items", "enum"].some((key) => key in part)) {
      merge.problems.push(report("addition-incomplete", { name, suggestion }, place));
      return [];
    }
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

/** Adds values to an open list, with what the user says of them. */
function mergeValues(spec: JsonObject, own: JsonObject, at: SourceLocation, merge: Merge): [string, Json][] {
  const [known, listed] = [spec["enum"], own["enum"]] as [readonly string[], readonly string[]];
  const [place, added] = [placeInside(at, "enum"), listed.filter((value) => !known.includes(value))];
  if (added.length > 0 && spec["x-open"] !== true) {
    merge.problems.push(report("addition-closed", {}, place));
    return [];
  }
  listed.forEach((value, index) => {
    const from = placeInside(place, index);
    const to = placeInside(place, known.length + added.indexOf(value));
    if (known.includes(value)) merge.problems.push(report("addition-known", {}, from));
    else merge.additions.set(toLocationKey(to), from);
    if (!known.includes(value)) checkRelease(getAt(own, ["x-enum-added-in", value]), from, merge);
  });
  const told = valueKeywords.map((keyword): [string, Json] => {
    const [theirs, ours] = [spec, own].map((part) => (part[keyword] ?? {}) as JsonObject);
    const inside = placeInside(at, keyword);
    if (added.length > 0) merge.additions.set(toLocationKey(inside), inside);
    return [keyword, { ...ours, ...theirs }];
  });
  const seen = Object.entries((spec["x-enum-seen"] ?? {}) as JsonObject);
  const unseen = Object.fromEntries(seen.filter(([value]) => !added.includes(value)));
  return [["enum", [...known, ...added]], ["x-enum-seen", unseen], ...told];
}
