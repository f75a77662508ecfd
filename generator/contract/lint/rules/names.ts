import { report } from "../../../base/problem/catalogue.js";
import type { SourceLocation, Problem } from "../../../base/problem/problem.js";
import { hasType, variantTitle, listVariantEvents, type Shape, toList } from "../../read/dialect.js";
import { eventPath, listObjectEntries } from "../../read/files.js";
import { type LinkedSpec, type Visit, type VisitedSpec } from "../../read/link-spec.js";
import { placeIn, placeInside, toLocationKey } from "../../read/pointer.js";
import { ownEntry, collectReachable } from "../../read/values.js";
import { findRepeated, findUnknown } from "../check-names.js";

export const checkOwnNames = (spec: VisitedSpec): Problem[] => [
  ...spec.visits.flatMap((visit) => [
    ...objectHasTitle(visit, spec),
    ...propertiesAreOwn(visit),
    ...requiredExist(visit),
    ...isDescribed(visit),
  ]),
  ...titlesAreUnique(spec),
  ...filesAreUnique(spec),
  ...sidesAreApart(spec),
  ...legacyNamesAreFree(spec),
];

/** Names that the output or the language already uses. */
/** Code has other types of these names. */
export const reservedTitles: ReadonlySet<string> = new Set(
  `WebhookEventName WebhookRequests WebhookResponses CommonRequest CommonResponse ForeignAnswers ForbiddenReasons
  OldestShop Result Problem Handlers StandardSchemaV1 MplusOptions Subscription Contract Fleet
  Array ArrayBuffer Boolean Date Error Function JSON Map Math Number Object Promise Proxy Record
  RegExp Set String Symbol Uint8Array WeakMap WeakSet Readonly Partial Required Pick Omit Exclude Extract`.split(
    /\s+/,
  ),
);

/** Files generated beside those named after events. */
const reservedEvents = new Set(["index", "formats", "release", "result", "omit", "own", "suggest", "fault"]);

/** Windows reserves these for devices, with any extension. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Every object has a title. A file that is only included does not become a type, so it needs no title. */
function objectHasTitle({ part, place }: Visit, spec: VisitedSpec): Problem[] {
  const isOnlyIncluded = place.pointer === "" && spec.included.has(place.file) && !isType(place.file, spec);
  return hasType(part, "object") && part.title === undefined && !isOnlyIncluded
    ? [report("missing-title", {}, place)]
    : [];
}

const isType = (path: string, { usedAsType }: LinkedSpec): boolean =>
  usedAsType.requests.has(path) || usedAsType.responses.has(path);

function titlesAreUnique(spec: VisitedSpec): Problem[] {
  const all = [...listTitleUses(spec), ...listVariantTitles(spec)];
  const titles = new Set(all.map(({ name }) => name.toLowerCase()));
  const isReserved = ({ name }: TitleUse): boolean =>
    reservedTitles.has(name) || namesSeveral(name.toLowerCase(), titles);
  const ofEvents = [...spec.events.keys()].flatMap((event) =>
    ["Request", "Response"].map((side) => ({ name: `${event}${side}`, by: `the event ${event}` })),
  );
  const taken: readonly TitleUse[] = [...ofEvents, ...all.filter((titled) => !isReserved(titled))];
  return [
    ...all.filter(isReserved).map(({ name, place }) => report("reserved-name", { name }, place)),
    ...findRepeated(taken, ({ name }) => name.toLowerCase())
      .filter(([{ place }]) => place !== undefined)
      .map(([{ name, place }, { by: other }]) => report("duplicate-name", { name, other }, place)),
  ];
}

/** True if a combined object could get this title, such as `LineOrOldLine`. */
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

interface TitleUse {
  readonly name: string;
  readonly by: string;
  readonly place?: SourceLocation;
}

function listTitleUses({ visits }: VisitedSpec): TitleUse[] {
  const titled = visits.flatMap(({ part: { title: name }, place }) =>
    name === undefined
      ? []
      : [[toLocationKey(place), { name, by: place.file, place: placeInside(place, "title") }] as const],
  );
  return [...new Map(titled).values()];
}

/** Reported at the keyword that creates the variant. */
const listVariantTitles = (spec: VisitedSpec): TitleUse[] =>
  listObjectEntries(spec).flatMap(({ event, role, path }) => {
    const { title = "", properties = {} } = spec.shapes.get(path) ?? {};
    const variant = Object.keys(properties).find((name) =>
      listVariantEvents(properties[name] ?? {}, role).includes(event ?? ""),
    );
    if (event === undefined || variant === undefined) return [];
    const keyword = role === "answers" ? "x-only-for" : "x-optional-for";
    const place = placeIn(path, "properties", variant, keyword);
    return [{ name: variantTitle(event, role, title), by: path, place }];
  });

function filesAreUnique({ shapes, events }: LinkedSpec): Problem[] {
  const files = [...shapes.keys(), ...[...events.keys()].map(eventPath)];
  const unfit = files.flatMap((file) => {
    const name = /\/(\w+)\.json$/.exec(file)?.[1] ?? "";
    const isReserved = file.startsWith("events/") && (reservedEvents.has(name) || deviceName.test(name));
    const isInherited = name in Object.prototype && !file.startsWith("common/");
    const code = isReserved ? "reserved-name" : isInherited ? "inherited-name" : undefined;
    return code === undefined ? [] : [report(code, { name }, placeIn(file))];
  });
  const repeated = findRepeated(files, (file) => file.toLowerCase());
  return [
    ...unfit,
    ...repeated.map(([name, other]) => report("duplicate-name", { name, other }, placeIn(name))),
  ];
}

const propertiesAreOwn = ({ part, place }: Visit): Problem[] =>
  Object.entries(part.properties ?? {}).flatMap(([property, { "x-legacy-names": legacy = [] }]) =>
    [property, ...legacy]
      .filter((name) => name in Object.prototype)
      .map((name) => report("inherited-name", { name }, placeInside(place, "properties", property))),
  );

const requiredExist = ({ part: { required = [], properties = {} }, place }: Visit): Problem[] =>
  findUnknown(required, Object.keys(properties)).map((params) =>
    report("unknown-required", params, placeInside(place, "required")),
  );

function isDescribed({ part, place, role }: Visit): Problem[] {
  const needed = role === "file" || (role === "property" && part.$ref === undefined);
  const text = (part.description ?? "").trim();
  return needed && text === "" ? [report("missing-description", {}, place)] : [];
}

/** Somebody probably forgot to refer to an unreferenced file in an event, or to delete a handler without a task. */
export function everyFileIsUsed(spec: LinkedSpec): Problem[] {
  const { shapes, included, tasks, handlers, broken } = spec;
  const files = [...shapes.keys()].filter((path) => !isType(path, spec) && !included.has(path));
  const strays = [...handlers.keys()].filter((name) => !tasks.has(name)).map(handlerPath);
  // The reference may be in a broken file.
  return (broken.size > 0 ? [] : [...files, ...strays]).map((path) =>
    report("unreachable-file", { path }, placeIn(path)),
  );
}

export const handlersAreThere = ({ tasks, handlers, broken }: LinkedSpec): Problem[] =>
  [...tasks.keys()]
    .filter((name) => broken.size === 0 && !handlers.has(name))
    .map((name) => report("missing-file", { path: handlerPath(name) }, placeIn(`tasks/${name}.json`)));

const handlerPath = (name: string): string => `tasks/${name}.ts`;

/**
 * Requests are joined and answers are met. If both used one object or one closed named enum, a single name would
 * have two types.
 */
function sidesAreApart({ visits, usedAsType }: VisitedSpec): Problem[] {
  const received = visits.filter(({ file }) => usedAsType.requests.has(file));
  // Both sides may include the same file.
  const places = new Set(received.map(({ place }) => toLocationKey(place)));
  return visits
    .filter(({ file, place }) => usedAsType.responses.has(file) && places.has(toLocationKey(place)))
    .flatMap(({ part, place }) => {
      const kind = findUnsharedKind(part);
      if (kind === undefined) return [];
      return [report("shared-by-both-sides", { title: part.title ?? `This ${kind}`, kind }, place)];
    });
}

/** The two sides may share an open enum, because it is the same type on both. */
function findUnsharedKind(shape: Shape): "object" | "enum" | undefined {
  if (hasType(shape, "object")) return "object";
  const isNamed = shape.enum !== undefined && shape.title !== undefined;
  return isNamed && shape["x-open"] !== true ? "enum" : undefined;
}

/**
 * A legacy name means one property. No other property of its object has that name, nor does any property of an
 * object that a fleet may merge with it.
 */
const legacyNamesAreFree = (spec: VisitedSpec): Problem[] =>
  [...spec.visits.map(({ part }): ShapePair => [part, part]), ...listJoinedPairs(spec)].flatMap(
    ([object, other]) =>
      Object.entries(object.properties ?? {}).flatMap(([own, property]) => {
        const isTaken = (name: string): boolean =>
          (object === other && name === own) ||
          listSpellings(other.properties).some(([spelling, its]) => spelling === name && its !== own);
        return (property["x-legacy-names"] ?? [])
          .filter(isTaken)
          .map((name) =>
            report("legacy-name-taken", { name, era: object !== other }, spec.origins.get(property)),
          );
      }),
  );

type ShapePair = readonly [Shape, Shape];

/**
 * Pairs of objects that a fleet may merge, in both orders. Two objects merge if one property has them in different
 * eras, alone or in equally deep lists. If two objects merge, so do the objects in their properties of the same
 * name.
 */
function listJoinedPairs(spec: VisitedSpec): readonly ShapePair[] {
  const met = new Map<Shape, Set<Shape>>();
  const isNew = ([one, other]: ShapePair): boolean => {
    const others = met.get(one) ?? new Set([one]);
    met.set(one, others);
    return !others.has(other) && others.add(other).has(other);
  };
  const findPairs = (one: Shape, other: Shape): ShapePair[] => {
    const others = objectsByDepth(other, spec);
    return objectsByDepth(one, spec)
      .flatMap((objects, depth) =>
        objects.flatMap((object) => (others[depth] ?? []).map((its): ShapePair => [object, its])),
      )
      .filter(isNew);
  };
  const pairs = spec.visits.flatMap(({ part }) => (part["x-was"] ? findPairs(part, part) : []));
  // The list grows while it is walked.
  for (const [one, other] of pairs) {
    for (const [name, part] of Object.entries(one.properties ?? {})) {
      const same = ownEntry(other.properties, name);
      if (same) pairs.push(...findPairs(part, same));
    }
  }
  return pairs;
}

/** Another rule reports deeper lists. */
const deepest = 100;

/**
 * The objects that a property has or had. The first entry contains the objects outside lists, including
 * alternatives. The second contains the objects in lists, the third the objects in lists of lists, and so on.
 */
function objectsByDepth(property: Shape, { shapes }: LinkedSpec): readonly (readonly Shape[])[] {
  const depths: Shape[][] = [];
  let layer: readonly Shape[] = [property, ...(property["x-was"] ?? []).map(({ schema }) => schema)];
  while (layer.length > 0 && depths.length < deepest) {
    const all = [
      ...collectReachable(layer, ({ $ref = "", anyOf = [] }) => [...anyOf, ...toList(shapes.get($ref))]),
    ];
    depths.push(all.filter((shape) => hasType(shape, "object")));
    layer = all.flatMap(({ items }) => items ?? []);
  }
  return depths;
}

/** Pairs each name and legacy name with its property. */
export const listSpellings = (properties: Shape["properties"] = {}) =>
  Object.entries(properties).flatMap(([property, part]) =>
    [property, ...(part["x-legacy-names"] ?? [])].map((spelling) => [spelling, property] as const),
  );
