import { isObject } from "../../../base/json.js";
import { report } from "../../../base/problem/catalogue.js";
import { uniqueProblems, type SourceLocation, type Problem } from "../../../base/problem/problem.js";
import { quote } from "../../../base/text/quote.js";
import { baseline, firstOfNumber, formatRelease, type Release } from "../../../base/time/release.js";
import type { CheckedSpec } from "../../read/checked-spec.js";
import { type Annotations, hasType, type Shape, toList, toRelease } from "../../read/dialect.js";
import { envelopePath, eventPath, objectPath } from "../../read/files.js";
import { type Dated, listDated, readDates, type Visit, type VisitedSpec } from "../../read/link-spec.js";
import { listAbove, placeIn, placeInside } from "../../read/pointer.js";
import { ownEntry } from "../../read/values.js";
import { listSpellings } from "./names.js";

/** A part that a release added. */
interface NewPart {
  /** In words. */
  readonly what: string;
  readonly added: Release;
  readonly place: SourceLocation;
  /** Its place as one text, which begins with that of what it is part of. */
  readonly key: string;
}

/**
 * Some example shows each part that came with the newest number, as 59.3.4 belongs to 59, and is still used. A new event is asked for elsewhere, and a
 * part is told with what holds it.
 */
export function newPartsAreShown(spec: CheckedSpec & Pick<VisitedSpec, "visits">): Problem[] {
  if (spec.examples.length === 0) return [];
  const dated = listDated(spec);
  const shown = collectShown(spec);
  const newest = firstOfNumber(spec.releases.at(-1)?.release ?? baseline);
  const unused = dated.flatMap(({ part, place }) => (isUsed(part) ? [] : toKey(place)));
  const missing = [...dated.flatMap(toNewPart), ...spec.visits.flatMap(listNewValues)].filter(
    ({ key, place, added }) =>
      added >= newest && added > baseline && !shown.has(key) && !place.pointer.includes("/x-was/"),
  );
  const above = new Set([...unused, ...missing.map(({ key }) => key)]);
  const problems = missing
    .filter(({ key }) => !listAbove(key).some((holder) => above.has(holder)))
    .map(({ what, added, place }) => report("not-shown", { what, release: formatRelease(added) }, place));
  // What several files include is visited with each of them.
  return [...uniqueProblems(problems)];
}

/** Whether a part is for everybody to use. */
const isUsed = (part: Annotations): boolean =>
  (["x-removed-in", "x-deprecated-in", "x-replaced-by", "x-planned", "x-seen"] as const).every(
    (keyword) => part[keyword] === undefined,
  );

/** A property came with its object, unless it says something else. */
function toNewPart({ part, place, whole, holder }: Dated): NewPart[] {
  const { added = holder ? whole.added : baseline } = readDates(part);
  const isEvent = place.file.startsWith("events/") && place.pointer === "";
  return isEvent || !isUsed(part) ? [] : [{ what: "part", added, place, key: toKey(place) }];
}

const listNewValues = ({ part, place }: Visit): NewPart[] =>
  Object.entries(part["x-enum-added-in"] ?? {}).flatMap(([value, release]) =>
    isUsed(part) && ownEntry(part["x-enum-removed-in"], value) === undefined
      ? {
          what: `value ${quote(value)}`,
          added: toRelease(release),
          place: placeInside(place, "x-enum-added-in", value),
          key: toValueKey(place, value),
        }
      : [],
  );

const toKey = ({ file, pointer }: SourceLocation): string => `${file}#${pointer}`;

/** The key of a value of an enum. */
const toValueKey = (place: SourceLocation, value: string): string =>
  `${toKey(place)}/${JSON.stringify(value)}`;

/** The keys of all that examples show. */
function collectShown({ examples, shapes, origins, envelope }: CheckedSpec): ReadonlySet<string> {
  const shown = new Set<string>();
  const add = (key: string): void => [key, ...listAbove(key)].forEach((each) => shown.add(each));
  const show = (shape: Shape | undefined, value: unknown): void => {
    if (!shape || !mayBe(shape, value)) return;
    const place = origins.get(shape);
    if (place) add(toKey(place));
    if (place && typeof value === "string") add(toValueKey(place, value));
    const { $ref = "", anyOf = [], items, properties, "x-was": eras = [] } = shape;
    for (const same of [...toList(shapes.get($ref)), ...anyOf, ...eras.map(({ schema }) => schema)])
      show(same, value);
    if (Array.isArray(value)) for (const item of value) show(items, item);
    if (isObject(value))
      for (const [spelling, name] of listSpellings(properties))
        if (Object.hasOwn(value, spelling)) show(properties?.[name], value[spelling]);
  };
  for (const { event, request, response, errorRequest } of examples) {
    for (const [role, body] of [
      ["carries", request],
      ["answers", response],
    ] as const) {
      for (const [name, value] of Object.entries(body ?? {})) {
        const file = Object.hasOwn(envelope[role], name) ? envelopePath : eventPath(event);
        add(toKey(placeIn(file, role, name)));
        show(shapes.get(objectPath(role, name)), value);
      }
    }
    show(shapes.get(envelope.errorRequest), errorRequest);
  }
  return shown;
}

/** Whether a value may be what a shape describes, by its kind: a shape may have alternatives of others. */
function mayBe(shape: Shape, value: unknown): boolean {
  const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return shape.type === undefined || hasType(shape, kind, ...(kind === "number" ? ["integer"] : []));
}
