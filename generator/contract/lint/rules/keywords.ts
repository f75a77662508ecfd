import { report } from "../../../base/problem/catalogue.js";
import type { SourceLocation, Problem } from "../../../base/problem/problem.js";
import {
  type Carried,
  type EventFile,
  hasType,
  listVariantEvents,
  listSwitches,
  type ObjectRole,
  type Shape,
} from "../../read/dialect.js";
import { envelopePath, errorCodesPath, eventPath, listObjectEntries, objectPath } from "../../read/files.js";
import type { LinkedSpec, Visit, VisitedSpec } from "../../read/link-spec.js";
import { placeIn, placeInside, splitPointer } from "../../read/pointer.js";
import { listTrue, ownEntry } from "../../read/values.js";
import { findUnknown, reportUnknown } from "../check-names.js";
import { listSpellings } from "./names.js";

export const checkKeywords = (spec: VisitedSpec): Problem[] =>
  spec.visits.flatMap((visit) => [
    ...listContradictions(visit.part, spec).map((detail) =>
      report("contradicting-keywords", { detail }, visit.place),
    ),
    ...keywordRules.flatMap((rule) => checkKeywordRule(rule, visit, spec)),
  ]);

interface KeywordRule {
  readonly keywords: readonly (keyof Shape)[];
  readonly on: string;
  readonly fits: (visit: Visit, spec: VisitedSpec) => boolean;
  readonly check?: (visit: Visit, spec: VisitedSpec, keyword: SourceLocation) => Problem[];
}

const ofKinds = (kinds: readonly string[], ...keywords: KeywordRule["keywords"]): KeywordRule => ({
  keywords,
  on: `a shape of type ${kinds.join(" or ")}`,
  fits: ({ part }) => hasType(part, ...kinds),
});

const keywordRules: readonly KeywordRule[] = [
  ofKinds(["object"], "properties", "required", "x-includes"),
  ofKinds(["array"], "items", "minItems", "maxItems"),
  ofKinds(["string"], "enum", "x-enum-added-in", "x-enum-removed-in", "x-enum-descriptions", "x-enum-advice"),
  ofKinds(["string"], "x-enum-seen", "x-format-hint", "minLength", "maxLength"),
  ofKinds(["number", "integer"], "minimum", "maximum"),
  {
    keywords: ["x-required-since", "x-optional-since", "x-was", "x-legacy-names", "x-seen"],
    on: "a property",
    fits: ({ role }) => role === "property",
  },
  {
    keywords: ["x-context"],
    on: "a file in requests/",
    fits: ({ role, place }) => role === "file" && place.file.startsWith("requests/"),
  },
  {
    keywords: ["x-echo"],
    on: "a property of an object in responses/",
    fits: (visit) => isOfObject("answers", visit),
    check: echoLeads,
  },
  {
    keywords: ["x-only-for"],
    on: "a property of a closed object in responses/",
    fits: (visit) => isOfObject("answers", visit) && isInObject(visit) && visit.holder?.["x-open"] !== true,
    check: (...at) => limitLeads("answers", ...at),
  },
  {
    keywords: ["x-optional-for"],
    on: "a required property of an object in requests/",
    fits: (visit) => isOfObject("carries", visit) && isInObject(visit) && visit.required,
    check: (...at) => limitLeads("carries", ...at),
  },
  {
    keywords: ["x-inlined"],
    on: "a property of an object in requests/ whose value is, and always was, an object",
    fits: ({ part, role, place }, spec) =>
      role === "property" && place.file.startsWith("requests/") && findHeldObject(part, spec) !== undefined,
    check: inlinedIsClear,
  },
];

const checkKeywordRule = (
  { keywords, on, fits, check }: KeywordRule,
  visit: Visit,
  spec: VisitedSpec,
): Problem[] =>
  keywords
    .filter((keyword) => Object.hasOwn(visit.part, keyword))
    .flatMap((keyword) => {
      const at = placeInside(visit.place, keyword);
      return fits(visit, spec)
        ? (check?.(visit, spec, at) ?? [])
        : [report("misplaced-keyword", { keyword, kinds: on }, at)];
    });

/** True for a property of an object that events list, in the object's own file. */
const isOfObject = (side: ObjectRole, { role, place }: Visit): boolean =>
  role === "property" &&
  place.file === objectPath(side, getObjectName(place.file)) &&
  splitPointer(place.pointer).length === 2;

const getObjectName = (file: string): string => /\/(\w+)\.json$/.exec(file)?.[1] ?? "";

const isInObject = ({ holder = {} }: Visit): boolean => hasType(holder, "object");

/** `x-echo` is on a property that the request's object also has. */
function echoLeads({ place }: Visit, { shapes }: VisitedSpec, keyword: SourceLocation): Problem[] {
  const object = getObjectName(place.file);
  const [, property = ""] = splitPointer(place.pointer);
  const echoed = Object.keys(shapes.get(objectPath("carries", object))?.properties ?? {});
  const known = echoed.map((name) => `${object}.${name}`);
  return reportUnknown({ what: "request with", name: `${object}.${property}`, known }, keyword);
}

/** A keyword for event-specific variants of an object names events that list the object. */
function limitLeads(
  role: ObjectRole,
  { part, place }: Visit,
  { events }: VisitedSpec,
  keyword: SourceLocation,
): Problem[] {
  const object = getObjectName(place.file);
  const listing = [...events].filter(([, lists]) => Object.hasOwn(lists[role] ?? {}, object));
  const known = listing.map(([name]) => name);
  return findUnknown(listVariantEvents(part, role), known).map(({ name: event, suggestion }) =>
    report("limit-astray", { role, object, event, suggestion }, keyword),
  );
}

/** An object has at most one inlined property, and the names in the two objects do not clash. */
function inlinedIsClear({ part, holder = {} }: Visit, spec: VisitedSpec, keyword: SourceLocation): Problem[] {
  const names = listSpelledNames(findHeldObject(part, spec));
  const clash = listSpelledNames(holder).find((name) => names.includes(name));
  return listTrue({
    "only one property of an object may be x-inlined": Object.values(holder.properties ?? {}).some(
      (other) => other !== part && other["x-inlined"] === true,
    ),
    "an x-open object may already use the names of the other object for anything": holder["x-open"] === true,
    [`both objects have a property ${JSON.stringify(clash)}`]: clash !== undefined,
  }).map((detail) => report("contradicting-keywords", { detail }, keyword));
}

const listSpelledNames = ({ properties }: Shape = {}): string[] =>
  listSpellings(properties).map(([spelling]) => spelling);

function findHeldObject(shape: Shape, spec: VisitedSpec): Shape | undefined {
  if (shape["x-was"]) return undefined;
  const parts = resolveReferences(shape.anyOf ?? [shape], spec);
  const isOther = (part: Shape | undefined): boolean =>
    part === undefined || listShapeTypes(part).some((type) => type !== "object" && type !== "null");
  return parts.some(isOther) ? undefined : parts.find((part) => part && hasType(part, "object"));
}

/** Undefined for a dangling reference. */
const resolveReferences = (parts: readonly Shape[], { shapes }: VisitedSpec): (Shape | undefined)[] =>
  parts.map((part) => (part.$ref === undefined ? part : shapes.get(part.$ref)));

const listShapeTypes = ({ type = [] }: Shape): readonly string[] => [type].flat();

function listContradictions(shape: Shape, spec: VisitedSpec): string[] {
  const { enum: values = [], format } = shape;
  const has = (keyword: keyof Shape): boolean => shape[keyword] !== undefined;
  return listTrue({
    [`a shape needs exactly one of ${shapeKeywords.join(", ")}`]: shapeKeywords.filter(has).length !== 1,
    "an enum cannot have a length": has("enum") && (has("minLength") || has("maxLength")),
    "an enum cannot have a format": has("enum") && has("format"),
    "a part that was only seen elsewhere is neither planned nor in a release":
      has("x-seen") && (has("x-planned") || has("x-added-in")),
    "a value cannot be in the enum and in x-enum-seen": values.some((value) =>
      Object.hasOwn(shape["x-enum-seen"] ?? {}, value),
    ),
    "an array needs items": hasType(shape, "array") && !has("items"),
    "minimum is above maximum": isAbove(shape.minimum, shape.maximum),
    "there is no integer between minimum and maximum": holdsNoInteger(shape),
    "minLength is above maxLength": isAbove(shape.minLength, shape.maxLength),
    "minItems is above maxItems": isAbove(shape.minItems, shape.maxItems),
    "int64 is a format for integers": format === "int64" && !hasType(shape, "integer"),
    "this format is for strings": has("format") && format !== "int64" && !hasType(shape, "string"),
    "only an enum or an object can be x-open":
      shape["x-open"] === true && !has("enum") && !hasType(shape, "object"),
    "a type has one kind besides null; use anyOf for several":
      listShapeTypes(shape).filter((type) => type !== "null").length > 1,
    "the alternatives of anyOf must have different kinds, or be strings with different formats":
      sameKindTwice(shape, spec),
  });
}

const shapeKeywords = ["type", "$ref", "anyOf"] as const;

const isAbove = (low = -Infinity, high = Infinity): boolean => low > high;

/** Bounds need not be integers. Reversed bounds are reported elsewhere. */
const holdsNoInteger = ({ minimum = -Infinity, maximum = Infinity, ...shape }: Shape): boolean =>
  hasType(shape, "integer") && minimum <= maximum && Math.ceil(minimum) > Math.floor(maximum);

function sameKindTwice(shape: Shape, spec: VisitedSpec): boolean {
  const known = resolveReferences(shape.anyOf ?? [], spec).filter((part) => part !== undefined);
  if (known.some((part) => part.anyOf !== undefined)) return true;
  const plainText = known.some((part) => hasType(part, "string") && !isFormatted(part));
  const kinds = known.flatMap(listShapeKinds);
  return (plainText && known.some(isFormatted)) || new Set(kinds).size < kinds.length;
}

/** Integers are numbers too. */
const listShapeKinds = (shape: Shape): string[] =>
  isFormatted(shape)
    ? [`string ${shape.format ?? ""}`]
    : listShapeTypes(shape).map((type) => (type === "integer" ? "number" : type));

const isFormatted = (shape: Shape): boolean => shape.type === "string" && shape.format !== undefined;

export const checkProtocol = (spec: LinkedSpec): Problem[] => [
  ...answersAreNoRequests(spec),
  ...errorFilesFit(spec),
  ...takesContradictNothing(spec),
];

/**
 * No answer has a name from `onlyInRequests`, so no answer looks like a request. Checking the listed names is
 * enough, because the dialect does not allow any other names at the top of a response.
 */
const answersAreNoRequests = (spec: LinkedSpec): Problem[] =>
  listObjectEntries(spec)
    .filter(({ role, name }) => role === "answers" && spec.envelope?.onlyInRequests?.includes(name))
    .map(({ name, place }) => report("answer-like-request", { name }, place));

/** The error request is an object, and the error codes are an enum. */
function errorFilesFit({ envelope, shapes }: LinkedSpec): Problem[] {
  const request = shapes.get(envelope?.errorRequest ?? "");
  const codes = shapes.get(errorCodesPath);
  const expected = "must name a file that describes an object";
  return [
    ...(request && !hasType(request, "object")
      ? [report("invalid-value", { expected }, placeIn(envelopePath, "errorRequest"))]
      : []),
    ...(codes && !codes.enum
      ? [report("missing-keyword", { keyword: "enum" }, placeIn(errorCodesPath))]
      : []),
  ];
}

function takesContradictNothing({ envelope, events }: LinkedSpec): Problem[] {
  const [ends = ""] = splitPointer(envelope?.polling?.ends ?? "");
  /** True if a receiver ends polling by itself, unless the event says otherwise. */
  const endsPolling = ({ polling }: EventFile): boolean => polling !== "optional";
  const isSilent = ({ takes = [] }: EventFile): boolean =>
    !takes.some(({ answers }) => answers.includes(ends));
  const polls = [...events.values()].some((event) => isSilent(event) && endsPolling(event));
  const lists = [
    { file: envelopePath, takes: envelope?.takes, own: {}, polls },
    ...[...events].map(([name, event]) => ({
      file: eventPath(name),
      takes: event.takes,
      own: event.answers ?? {},
      polls: endsPolling(event),
    })),
  ];
  return lists.flatMap(({ file, takes = [], own, polls: isPolled }) =>
    takes.flatMap(({ answers, standing }, group) =>
      (standing === "contradicted" ? answers : []).flatMap((name, index) =>
        listTrue({
          "an answer that the event lists cannot be contradicted": Object.hasOwn(own, name),
          "a required answer cannot be contradicted": isEverRequired(ownEntry(envelope?.answers, name)),
          'the answer that ends polling can be contradicted only if the event has `"polling": "optional"`':
            isPolled && name === ends,
        }).map((detail) =>
          report("contradicting-keywords", { detail }, placeIn(file, "takes", group, "answers", index)),
        ),
      ),
    ),
  );
}

const isEverRequired = (part: Carried = {}): boolean =>
  part.required === true || listSwitches(part).length > 0;
