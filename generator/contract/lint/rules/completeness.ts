import { isObject } from "../../../base/json.js";
import { report } from "../../../base/problem/catalogue.js";
import { uniqueProblems, type SourceLocation, type Problem } from "../../../base/problem/problem.js";
import { quote } from "../../../base/text/quote.js";
import { baseline, firstOfNumber, formatRelease, type Release } from "../../../base/time/release.js";
import type { CheckedSpec } from "../../read/checked-spec.js";
import { type Annotations, hasType, type Shape, toList, toRelease } from "../../read/dialect.js";
import { envelopePath, eventPath, listObjectEntries, objectPath, productsPath } from "../../read/files.js";
import {
  type DatedPart,
  listDatedParts,
  readDates,
  type Visit,
  type VisitedSpec,
  visitShapes,
} from "../../read/link-spec.js";
import { listParentPaths, placeIn, placeInside, toLocationKey } from "../../read/pointer.js";
import { ownEntry } from "../../read/values.js";
import { findUnknown } from "../check-names.js";
import { listSpellings } from "./names.js";
import { replacementsExist } from "./replacements.js";

/** Checks that a contract without errors is complete. Only `lint` asks for it: everything else works without. */
export function checkCompleteness(spec: CheckedSpec): Problem[] {
  const visited = { ...spec, visits: visitShapes(spec) };
  return [
    ...productsNameAll(spec),
    ...flowsHaveAll(spec),
    ...beyondLiesAhead(spec),
    ...replacementsExist(visited),
    ...newPartsAreShown(visited),
  ];
}

/** Nothing is said of a new event, or of a new answer, by default: each product names it. */
function productsNameAll(spec: CheckedSpec): Problem[] {
  const answers = listObjectEntries(spec).flatMap(({ role, name }) => (role === "answers" ? name : []));
  return spec.products.flatMap(({ name: product, sends, takes }, index) => {
    const events = sends.flatMap((group) => group.events);
    const taken = takes.flatMap((group) => group.answers);
    const lists = [
      { side: "sends", what: "event", known: [...spec.events.keys()], named: events },
      { side: "takes", what: "answer", known: [...new Set(answers)], named: taken },
    ] as const;
    return lists.flatMap(({ side, what, known, named }) =>
      findUnknown(known, named).map(({ name }) =>
        report(
          "product-silent",
          { product, side, what, name },
          placeIn(productsPath, "products", index, side),
        ),
      ),
    );
  });
}

/** Every event is a step of a flow, or says why it is not. A spec may do without flows. */
function flowsHaveAll({ events, flows }: CheckedSpec): Problem[] {
  const steps = new Set([...flows.values()].flatMap((flow) => flow.steps.map(({ event }) => event)));
  return [...events].flatMap(([event, { freeStanding }]) => {
    const isStep = steps.has(event);
    if (flows.size === 0 || isStep === (freeStanding === undefined)) return [];
    const detail = "an event that is a step of a flow must not have `freeStanding`";
    return isStep
      ? report("contradicting-keywords", { detail }, placeIn(eventPath(event), "freeStanding"))
      : report("flow-missing", { event }, placeIn(eventPath(event)));
  });
}

/** Releases that no source describes come after all that the spec knows. */
function beyondLiesAhead({ beyond, releases }: CheckedSpec): Problem[] {
  const latest = releases.at(-1)?.release;
  if (!beyond || latest === undefined || beyond.from > latest) return [];
  const params = {
    from: formatRelease(beyond.from),
    latest: formatRelease(latest),
    isOver: beyond.to <= latest,
  };
  return [report("beyond-overtaken", params, placeIn("sources.json", "seenBeyond", "from"))];
}

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
function newPartsAreShown(spec: CheckedSpec & Pick<VisitedSpec, "visits">): Problem[] {
  if (spec.examples.length === 0) return [];
  const dated = listDatedParts(spec);
  const shown = collectShown(spec);
  const newest = firstOfNumber(spec.releases.at(-1)?.release ?? baseline);
  const unused = dated.flatMap(({ part, place }) => (isUsed(part) ? [] : toLocationKey(place)));
  const missing = [...dated.flatMap(toNewPart), ...spec.visits.flatMap(listNewValues)].filter(
    ({ key, place, added }) =>
      added >= newest && added > baseline && !shown.has(key) && !place.pointer.includes("/x-was/"),
  );
  const above = new Set([...unused, ...missing.map(({ key }) => key)]);
  const problems = missing
    .filter(({ key }) => !listParentPaths(key).some((holder) => above.has(holder)))
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
function toNewPart({ part, place, parent, holder }: DatedPart): NewPart[] {
  const { added = holder ? parent.added : baseline } = readDates(part);
  const isEvent = place.file.startsWith("events/") && place.pointer === "";
  return isEvent || !isUsed(part) ? [] : [{ what: "part", added, place, key: toLocationKey(place) }];
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

/** The key of a value of an enum. */
const toValueKey = (place: SourceLocation, value: string): string =>
  `${toLocationKey(place)}/${JSON.stringify(value)}`;

/** The keys of all that examples show. */
function collectShown({ examples, shapes, origins, envelope }: CheckedSpec): ReadonlySet<string> {
  const shown = new Set<string>();
  const add = (key: string): void => [key, ...listParentPaths(key)].forEach((each) => shown.add(each));
  const show = (shape: Shape | undefined, value: unknown): void => {
    if (!shape || !mayBe(shape, value)) return;
    const place = origins.get(shape);
    if (place) add(toLocationKey(place));
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
        add(toLocationKey(placeIn(file, role, name)));
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
