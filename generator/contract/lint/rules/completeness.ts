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

/** Requires a contract without errors. Only `lint` requires completeness. */
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

/** Each product lists every event and answer, because there is no default for a new event or answer. */
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

/** Every event is a step of a flow, or states why not. A spec need not have flows. */
function flowsHaveAll({ events, flows }: CheckedSpec): Problem[] {
  const steps = new Set([...flows.values()].flatMap((flow) => flow.steps.map(({ event }) => event)));
  return [...events].flatMap(([event, { freeStanding }]) => {
    const isStep = steps.has(event);
    if (flows.size === 0 || isStep === (freeStanding === undefined)) return [];
    const detail = "an event in a flow cannot have `freeStanding`";
    return isStep
      ? report("contradicting-keywords", { detail }, placeIn(eventPath(event), "freeStanding"))
      : report("flow-missing", { event }, placeIn(eventPath(event)));
  });
}

/** Undocumented releases come after every release in the spec. */
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

interface NewPart {
  readonly what: string;
  readonly added: Release;
  readonly place: SourceLocation;
  /** The part's place as text. It starts with the parent's place. */
  readonly key: string;
}

/**
 * Some example shows each part that the newest major release added and that is still in use. Minor releases count:
 * 59.3.4 belongs to 59. New events are checked elsewhere, and a new part is reported together with its parent.
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
  // An included file is visited once per including file.
  return [...uniqueProblems(problems)];
}

/** True if a part is in use: not removed, deprecated, replaced, planned or only seen. */
const isUsed = (part: Annotations): boolean =>
  (["x-removed-in", "x-deprecated-in", "x-replaced-by", "x-planned", "x-seen"] as const).every(
    (keyword) => part[keyword] === undefined,
  );

/** A property is as old as its object unless it says otherwise. */
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

const toValueKey = (place: SourceLocation, value: string): string =>
  `${toLocationKey(place)}/${JSON.stringify(value)}`;

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

/** True if a shape allows the value's kind. Other alternatives may allow other kinds. */
function mayBe(shape: Shape, value: unknown): boolean {
  const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return shape.type === undefined || hasType(shape, kind, ...(kind === "number" ? ["integer"] : []));
}
