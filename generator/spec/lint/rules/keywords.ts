import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { listHeirs, type Shape } from "../../dialect.js";
import { objectPath } from "../../files.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { reportUnknown } from "../check-names.js";
import type { Visit, VisitedSpec } from "../visit.js";
import { splitPointer } from "../../pointer.js";
import { suggest } from "../../../text/words.js";

/** Keywords that say something about some kinds of value only. */
const keywordsOfKinds: readonly (readonly [kinds: readonly string[], keywords: readonly (keyof Shape)[]])[] =
  [
    [["object"], ["properties", "required", "x-includes"]],
    [["array"], ["items", "minItems", "maxItems"]],
    [["string"], ["enum", "x-enum-added-in", "x-enum-removed-in", "x-enum-descriptions", "x-enum-advice"]],
    [["string"], ["x-enum-seen", "x-format-hint", "minLength", "maxLength"]],
    [
      ["number", "integer"],
      ["minimum", "maximum"],
    ],
  ];

const shapeKeywords = ["type", "$ref", "anyOf"] as const;
const onlyOnProperties = [
  "x-required-since",
  "x-optional-since",
  "x-was",
  "x-legacy-names",
  "x-seen",
] as const;

/** A keyword stands on a kind of value that it says something about. */
export function keywordsFitKinds({ shape, place }: Visit): Problem[] {
  const types = listTypes(shape);
  return keywordsOfKinds
    .filter(([kinds]) => !kinds.some((kind) => types.includes(kind)))
    .flatMap(([kinds, keywords]) => {
      const described = `a shape of type ${kinds.join(" or ")}`;
      return keywords
        .filter((keyword) => Object.hasOwn(shape, keyword))
        .map((keyword) => report("misplaced-keyword", { keyword, kinds: described }, place));
    });
}

/** Keywords of properties stand on properties. */
export const keywordsFitRoles = ({ shape, place, role }: Visit): Problem[] =>
  onlyOnProperties
    .filter((keyword) => shape[keyword] !== undefined && role !== "property")
    .map((keyword) => report("misplaced-keyword", { keyword, kinds: "a property" }, place));

export const listTypes = (shape: Shape): readonly string[] =>
  typeof shape.type === "string" ? [shape.type] : (shape.type ?? []);

/** The keywords of a shape do not contradict each other. */
export function keywordsAgree({ shape, place }: Visit, spec: VisitedSpec): Problem[] {
  const stated = shapeKeywords.filter((keyword) => shape[keyword] !== undefined);
  const rules: readonly (readonly [boolean, string])[] = [
    [stated.length !== 1, `a shape says exactly one of ${shapeKeywords.join(", ")}`],
    [
      shape.enum !== undefined && (shape.minLength ?? shape.maxLength) !== undefined,
      "an enum has no length of its own",
    ],
    [shape.enum !== undefined && shape.format !== undefined, "an enum has no format"],
    [
      shape["x-seen"] !== undefined && (shape["x-planned"] ?? shape["x-added-in"]) !== undefined,
      "what was only seen elsewhere is not announced, and no release is known to have it",
    ],
    [
      (shape.enum ?? []).some((value) => Object.hasOwn(shape["x-enum-seen"] ?? {}, value)),
      "a value of the enum is not one that was only seen elsewhere",
    ],
    [listTypes(shape).includes("array") && shape.items === undefined, "an array says what its items are"],
    [(shape.minimum ?? -Infinity) > (shape.maximum ?? Infinity), "minimum is above maximum"],
    [holdsNoInteger(shape), "no integer lies between minimum and maximum"],
    [(shape.minLength ?? 0) > (shape.maxLength ?? Infinity), "minLength is above maxLength"],
    [(shape.minItems ?? 0) > (shape.maxItems ?? Infinity), "minItems is above maxItems"],
    [shape.format === "int64" && !listTypes(shape).includes("integer"), "int64 is a format of integers"],
    [
      shape.format !== undefined && shape.format !== "int64" && !listTypes(shape).includes("string"),
      "this format is one of strings",
    ],
    [
      shape["x-open"] === true && shape.enum === undefined && !listTypes(shape).includes("object"),
      "only an enum or an object can be x-open",
    ],
    [
      listTypes(shape).filter((type) => type !== "null").length > 1,
      "beside null a type names one kind; use anyOf for several",
    ],
    [
      sameKindTwice(shape, spec),
      "the alternatives of anyOf are of different kinds, or strings that differ in format only",
    ],
  ];
  return rules
    .filter(([broken]) => broken)
    .map(([, detail]) => report("contradicting-keywords", { detail }, place));
}

/** Bounds need not be whole. Two that are the wrong way round are another fault. */
const holdsNoInteger = (shape: Shape): boolean => {
  const { minimum = -Infinity, maximum = Infinity } = shape;
  const isRange = listTypes(shape).includes("integer") && minimum <= maximum;
  return isRange && Math.ceil(minimum) > Math.floor(maximum);
};

function sameKindTwice(shape: Shape, spec: VisitedSpec): boolean {
  const known = listAlternatives(shape.anyOf ?? [], spec).filter((part) => part !== undefined);
  if (known.some((part) => part.anyOf !== undefined)) return true;
  const plainText = known.some((part) => listTypes(part).includes("string") && !isFormatted(part));
  const kinds = known.flatMap(listKinds);
  return (plainText && known.some(isFormatted)) || new Set(kinds).size < kinds.length;
}

/** The shapes that some shapes stand for: undefined where a reference leads nowhere. */
const listAlternatives = (parts: readonly Shape[], { shapes }: VisitedSpec): (Shape | undefined)[] =>
  parts.map((part) => (part.$ref === undefined ? part : shapes.get(part.$ref)));

/** An integer is a number too. */
const listKinds = (shape: Shape): string[] =>
  isFormatted(shape)
    ? [`string ${shape.format ?? ""}`]
    : listTypes(shape).map((type) => (type === "integer" ? "number" : type));

const isFormatted = (shape: Shape): boolean => shape.type === "string" && shape.format !== undefined;

/** `x-context` stands on objects of requests. */
export function contextFits({ shape, role, place }: Visit): Problem[] {
  if (shape["x-context"] === undefined || (role === "file" && place.file.startsWith("requests/"))) return [];
  return [report("misplaced-keyword", { keyword: "x-context", kinds: "a file in requests/" }, place)];
}

/** `x-echo` stands on properties of answers that their requests have too. */
export function echoFits({ shape, role, place }: Visit, { shapes }: LinkedSpec): Problem[] {
  if (shape["x-echo"] === undefined) return [];
  const object = /^responses\/(\w+)\.json$/.exec(place.file)?.[1];
  const [, property, ...deeper] = splitPointer(place.pointer);
  if (role !== "property" || object === undefined || property === undefined || deeper.length > 0) {
    const kinds = "a property of an object in responses/";
    return [report("misplaced-keyword", { keyword: "x-echo", kinds }, place)];
  }
  const known = Object.keys(shapes.get(objectPath("carries", object))?.properties ?? {});
  return reportUnknown(
    {
      what: "request with",
      name: `${object}.${property}`,
      known: new Set(known.map((name) => `${object}.${name}`)),
    },
    place,
  );
}

/** Where the keywords stand by which some events have an object in a way of their own. */
const limits = [
  { keyword: "x-only-for", role: "answers", kinds: "a property of a closed object in responses/" },
  { keyword: "x-optional-for", role: "carries", kinds: "a required property of an object in requests/" },
] as const;

/** Such a keyword stands on a property of an object, and names events that list the object. */
export const limitsHold = (visit: Visit, spec: VisitedSpec): Problem[] =>
  limits.flatMap((limit) => checkLimit(limit, visit, spec));

function checkLimit(
  { keyword, role, kinds }: (typeof limits)[number],
  { shape, role: part, place, holder }: Visit,
  { events }: LinkedSpec,
): Problem[] {
  const named = listHeirs(shape, role);
  if (named.length === 0) return [];
  const object = /\/(\w+)\.json$/.exec(place.file)?.[1] ?? "";
  const [, property = "", ...deeper] = splitPointer(place.pointer);
  const isOutermost = place.file === objectPath(role, object) && deeper.length === 0;
  const isObject = holder && listTypes(holder).includes("object");
  const fits = role === "answers" ? holder?.["x-open"] !== true : holder?.required?.includes(property);
  if (part !== "property" || !isOutermost || !isObject || !fits)
    return [report("misplaced-keyword", { keyword, kinds }, place)];
  const known = [...events].filter(([, lists]) => Object.hasOwn(lists[role] ?? {}, object));
  const names = known.map(([name]) => name);
  return named
    .filter((event) => !names.includes(event))
    .map((event) =>
      report("limit-astray", { role, object, event, suggestion: suggest(event, names) }, place),
    );
}

/**
 * `x-inlined` stands on a property of a request that holds one object, once in its holder, and every name in the two
 * objects leads to one property.
 */
export function inlinedPropertiesAreClear(
  { shape, role, place, holder }: Visit,
  spec: VisitedSpec,
): Problem[] {
  if (shape["x-inlined"] === undefined) return [];
  const isInRequest = role === "property" && place.file.startsWith("requests/");
  const inner = isInRequest ? findObject(shape, spec) : undefined;
  if (!inner || !holder) {
    const kinds = "a property of an object in requests/ that holds an object, and always did";
    return [report("misplaced-keyword", { keyword: "x-inlined", kinds }, place)];
  }
  return describeClashes(shape, inner, holder).map((detail) =>
    report("contradicting-keywords", { detail }, place),
  );
}

/** The object that a property holds, if it holds nothing else but null. */
function findObject(shape: Shape, spec: VisitedSpec): Shape | undefined {
  if (shape["x-was"]) return undefined;
  const parts = listAlternatives(shape.anyOf ?? [shape], spec);
  const isOther = (part: Shape | undefined): boolean =>
    part === undefined || listTypes(part).some((type) => type !== "object" && type !== "null");
  return parts.some(isOther) ? undefined : parts.find((part) => part && listTypes(part).includes("object"));
}

function describeClashes(shape: Shape, { properties = {} }: Shape, holder: Shape): string[] {
  const outer = Object.entries(holder.properties ?? {});
  const isSecond = outer.some(([, part]) => part !== shape && part["x-inlined"] === true);
  const names = listSpellings(Object.entries(properties));
  const clash = listSpellings(outer).find((name) => names.includes(name));
  return [
    ...(isSecond ? ["only one property of an object is x-inlined"] : []),
    ...(holder["x-open"] === true ? ["an x-open object may hold anything under the names of another"] : []),
    ...(clash === undefined ? [] : [`both objects have a property ${JSON.stringify(clash)}`]),
  ];
}

const listSpellings = (properties: readonly (readonly [string, Shape])[]): readonly string[] =>
  properties.flatMap(([name, part]) => [name, ...(part["x-legacy-names"] ?? [])]);
