import { getAt, getOwn } from "../../base/json.js";
import type { Snapshots } from "../lattice/snapshot.js";
import { countCharacters } from "../lattice/tree.js";
import type { Direction, EventModel } from "../model/model.js";
import { joinPointer } from "../read/pointer.js";
import { defined } from "../read/values.js";
import type { Fleet } from "../../base/time/fleet.js";
import type { Release } from "../../base/time/release.js";
import { existsAt } from "../../base/time/spans.js";
import { createViewLookup } from "../view/build-view.js";
import type {
  EventView,
  KindView,
  NumberView,
  ObjectView,
  PropertyView,
  TextView,
  TypeView,
  View,
} from "../view/view.js";
import {
  type RandomSource,
  choose,
  createRandomSource,
  makeDay,
  makeMoment,
  makeUuid,
  fixedSource,
  toDigest,
} from "./random.js";
import { collectKnownValues, type KnownValue, type KnownValues } from "./known-values.js";

export interface MockOptions {
  readonly side: Direction;
  readonly size: MockSize;
  readonly seed: number;
}

/**
 * Creates what makes up bodies for the events of a view: a request as the newest release of the fleet that has the event sends it, or an answer that
 * every shop of the fleet takes. Pure: the same seed makes the same body.
 */
export function createMocker(view: View, snapshots: Snapshots) {
  const known = collectKnownValues(snapshots);
  const findSent = createNewestFinder(view, snapshots);
  return (event: EventView, { side, size, seed }: MockOptions): object => {
    const context = { ...sizeRules(size, 3), known, random: createRandomSource(seed) };
    const request = fillObject(findSent(event).event.request, context);
    if (side === "request") return request;
    const echoes = event.echoes.map(
      ({ object, property }) =>
        [joinPointer("", object, property), getAt(request, [object, property])] as const,
    );
    return fillObject(event.response, { ...context, fixedValues: new Map(echoes) });
  };
}

/** The newest release of a fleet that has an event. */
export const findNewest = (
  { exists }: Pick<EventModel, "exists">,
  { releases, max }: Fleet,
): Release | undefined => [...releases, max].filter((release) => existsAt(exists, release)).at(-1);

/** Creates what finds the newest release of the fleet that has an event of a view, and the event as that one knows it. */
export function createNewestFinder({ fleet }: View, snapshots: Snapshots) {
  const viewAt = createViewLookup(snapshots);
  return ({ name }: EventView) => {
    const known = snapshots.model.events.find((each) => each.name === name);
    const release = defined(known && findNewest(known, fleet), "a fleet has the events of its view");
    const event = viewAt(release)?.events.find((each) => each.name === name);
    return { release, event: defined(event, "what works in a whole fleet works in each of its shops") };
  };
}

/** `smallest`: required parts only; `rich`: everything except deprecated parts. */
export type MockSize = "smallest" | "rich";

/** The rules by which plausible values are made up. */
interface MockContext {
  /** Whether a property gets a value; the path is that of its object, empty for the outermost one. */
  readonly wants: (property: PropertyView, path: string) => boolean;
  /** How many items a list may have, where the contract does not say otherwise. */
  readonly items: number;
  readonly known: KnownValues;
  readonly random: RandomSource;
  /** Values that are not made up, by their places. */
  readonly fixedValues?: ReadonlyMap<string, unknown>;
}

/** The properties and the number of list items that a body of this size has. */
export const sizeRules = (size: MockSize, items: number): Pick<MockContext, "wants" | "items"> => ({
  wants: ({ required, prose }) => required || (size === "rich" && !prose.deprecated),
  items: size === "rich" ? items : 0,
});

/** A value that an object takes, the same each time: with what examples have, where they have it. */
export const makeObject = (
  object: ObjectView,
  known: KnownValues,
  wants?: MockContext["wants"],
): ObjectValue =>
  fillObject(object, {
    ...(wants ? { wants, items: 1 } : sizeRules("smallest", 0)),
    known,
    random: fixedSource,
  });

/** A request that has what it must have, what the event is about, and all that there is of both. */
export const makeExampleRequest = ({ request, ownObjects }: EventView, known: KnownValues): ObjectValue =>
  makeObject(
    request,
    known,
    ({ required, name }, path) => required || path !== "" || ownObjects.includes(name),
  );

/** The place that a value is made for. */
interface ValueSlot {
  /** As a JSON pointer into the outermost object. */
  readonly path: string;
  /** The object whose property holds it, alone or in a list; its place, and the property's name. */
  readonly holder: ObjectView;
  readonly holderPath: string;
  readonly property: string;
}

/** The properties of a mock object. */
type ObjectValue = Readonly<Record<string, unknown>>;

/** Fills an object: it is like one of the examples, and what that one lacks comes from others. */
export function fillObject(object: ObjectView, context: MockContext, path = ""): ObjectValue {
  const wanted = object.properties.filter(
    (property) => takesValues(property.type) && context.wants(property, path),
  );
  return Object.fromEntries(
    wanted.map(({ name, type }) => {
      const place = { path: joinPointer(path, name), holder: object, holderPath: path, property: name };
      return [name, context.fixedValues?.get(place.path) ?? fillType(type, context, place)];
    }),
  );
}

/** Nothing fits what releases describe in ways that have no value in common. */
const takesValues = (type: TypeView): boolean => type === "unknown" || type.length > 0;

function fillType(type: TypeView, context: MockContext, place: ValueSlot): unknown {
  if (type === "unknown") return null;
  const { path, property } = place;
  const kind = chooseKind(type, path, context.random);
  switch (kind.kind) {
    case "null":
      return null;
    case "array":
      return Array.from({ length: countItems(kind, path, context) }, (_, index) =>
        fillType(kind.items, context, { ...place, path: joinPointer(path, index) }),
      );
    case "object":
      return fillObject(kind.object, context, path);
    case "boolean":
      return recallOne([true, false], place, context);
    case "number":
      return makeNumber(kind, place, context);
    case "text":
      return makeText(kind, place, context);
    case "enum": {
      const values = kind.enum.values.map(({ value }) => value);
      return recallOne(values, place, context) ?? nameToWords(property);
    }
  }
}

/** One of the kinds other than null. */
function chooseKind(kinds: readonly KindView[], path: string, random: RandomSource): KindView {
  const nonNull = kinds.filter(({ kind }) => kind !== "null");
  const digested = nonNull.map((kind) => ({ kind, digest: toDigest(kind.kind) }));
  return choose(random, path, digested)?.kind ?? { kind: "null" };
}

function countItems(
  { items, minItems, maxItems }: Extract<KindView, { kind: "array" }>,
  path: string,
  context: MockContext,
): number {
  const isMade = items !== "unknown" && context.items > 0;
  return clamp(isMade ? 1 + context.random.below(path, context.items) : 0, minItems, maxItems);
}

/** One of these values: that of the example that the object is like, or another. */
const recallOne = (values: readonly unknown[], place: ValueSlot, context: MockContext): unknown =>
  recall((value): value is unknown => values.includes(value), place, context, values.map(toKnown));

const toKnown = (value: unknown): KnownValue => ({ value, digest: toDigest(String(value)) });

/** A value that fits: that of the example that the object is like; or else one of these, or of all examples. */
function recall<T>(
  fits: (value: unknown) => value is T,
  { path, property, holder, holderPath }: ValueSlot,
  { known, random }: MockContext,
  others?: readonly KnownValue[],
): T | undefined {
  const isItem = path !== joinPointer(holderPath, property);
  const model = isItem ? undefined : choose(random, holderPath, known(holder));
  const remembered = getOwn(model?.value, property);
  if (fits(remembered)) return remembered;
  const fitting = others ?? known(holder, property).filter(({ value }) => fits(value));
  return choose(random, path, fitting)?.value as T | undefined;
}

function makeNumber(kind: NumberView, place: ValueSlot, context: MockContext): number {
  const { level, minimum, maximum } = kind;
  const fits = (value: unknown): value is number =>
    typeof value === "number" &&
    (level === "number" || Number.isSafeInteger(value)) &&
    clamp(value, minimum, maximum) === value;
  return recall(fits, place, context) ?? makeAmount(kind, context.random.below(place.path, 100));
}

/** A whole number from 1 to 100, or an amount from 0.50 to 50, within its bounds. */
function makeAmount({ level, minimum, maximum }: NumberView, nth: number): number {
  const step = level === "number" ? 0.5 : 1;
  return clamp(clamp(step, minimum, maximum) + nth * step, minimum, maximum);
}

function makeText(kind: TextView, place: ValueSlot, context: MockContext): string {
  const { formats, hint, minLength = 0, maxLength = Infinity } = kind;
  const format = formats[0] ?? hint;
  if (format !== undefined && format !== "uri") return formatMakers[format](place.path, context.random);
  const fits = (value: unknown): value is string =>
    typeof value === "string" &&
    clamp(countCharacters(value), minLength, maxLength) === countCharacters(value) &&
    (format === undefined || isAddress(value));
  const words = format === undefined ? nameToWords(place.property) : `https://example.com/${place.property}`;
  return recall(fits, place, context) ?? stretch(words, minLength, maxLength);
}

const formatMakers = { uuid: makeUuid, date: makeDay, "date-time": makeMoment } as const;

/** The words of a name: `terminalId` is "terminal id". */
const nameToWords = (name: string): string =>
  name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();

/** A text of a length within these bounds that begins with this one, as far as they let it. */
const stretch = (text: string, least: number, most: number): string =>
  Array.from(text.padEnd(least, ".")).slice(0, most).join("");

/** Whether a text is an address that nobody could take for anything else. */
const isAddress = (text: string): boolean => /^https?:\/\/[\w.-]+(?:\/[\w./-]*)?(?:\?[\w=&.-]*)?$/.test(text);

/** The number within these bounds that is nearest to a number. */
const clamp = (size: number, least = -Infinity, most = Infinity): number =>
  Math.min(Math.max(size, least), most);
