import { getAt, getOwn, isArray, isObject, type JsonObject } from "../../base/json.js";
import type { Snapshots } from "../lattice/snapshot.js";
import { countCharacters } from "../lattice/tree.js";
import { isWhollyUndocumented } from "../doubts.js";
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
} from "./random.js";
import { collectKnownValues, type KnownValues } from "./known-values.js";
import { findProduct, listShopSamples } from "./shop-samples.js";

export interface MockOptions extends BodyOptions {
  readonly seed: number;
}

interface BodyOptions {
  readonly side: Direction;
  readonly size: MockSize;
  /** The id of the product that sends the event. Default: the first that is documented to send it. */
  readonly product?: string | undefined;
}

/** Creates a generator of bodies for a view. Pure: the same seed gives the same body. */
export function createMocker(view: View, snapshots: Snapshots) {
  const makeBody = createBodyMaker(view, snapshots);
  return (event: EventView, { seed, ...options }: MockOptions): object =>
    makeBody(event, options, createRandomSource(seed));
}

/**
 * All test data comes from here. A request is as the newest release with the event sends it. An answer is accepted by
 * every shop or, if gated, by shops with that release. Both are made from one sample, so that their parts agree.
 */
export function createBodyMaker(view: View, snapshots: Snapshots) {
  const known = collectKnownValues(snapshots);
  const findSent = createNewestFinder(view, snapshots);
  return (event: EventView, { side, size, product: id }: BodyOptions, random: RandomSource): ObjectValue => {
    const sent = findSent(event);
    const product = findProduct(event.name, snapshots.model, id);
    const context = { ...sizeRules(size, 3), known, random };
    const samples = size === "full" ? [] : listShopSamples(sent.model, { ...sent, product }, snapshots.model);
    const sample = choose(random, "sample", samples);
    const request = fillObject(sent.event.request, context, "", sample?.request);
    if (side === "request") return request;
    const echoes = event.echoes.map(
      ({ object, property }) =>
        [joinPointer("", object, property), getAt(request, [object, property])] as const,
    );
    const answering = { ...context, fixedValues: new Map(echoes) };
    const response = view.responseMode === "gated" ? sent.event.response : event.response;
    const answers = [...(sample ? [sample] : []), ...samples].map((each) =>
      fillObject(response, answering, "", isObject(each.response) ? each.response : {}),
    );
    const hasContent = (answer: ObjectValue): boolean => Object.keys(answer).length > 0;
    return answers.find(hasContent) ?? answers[0] ?? fillObject(response, answering);
  };
}

export const findNewest = (
  { exists }: Pick<EventModel, "exists">,
  { releases, max }: Fleet,
): Release | undefined => [...releases, max].filter((release) => existsAt(exists, release)).at(-1);

/** Creates a function that finds the fleet's newest release with an event, and the event as of that release. */
export function createNewestFinder({ fleet }: View, snapshots: Snapshots) {
  const viewAt = createViewLookup(snapshots);
  return ({ name }: EventView) => {
    const model = defined(
      snapshots.model.events.find((each) => each.name === name),
      "a view has events of the model",
    );
    const release = defined(findNewest(model, fleet), "a fleet has the events of its view");
    const event = viewAt(release)?.events.find((each) => each.name === name);
    return { release, model, event: defined(event, "what works in a whole fleet works in each shop") };
  };
}

/**
 * `rich`: as a shop could send it; `smallest`: its required parts only; `full`: everything except deprecated parts,
 * from samples that do not belong together.
 */
export type MockSize = "smallest" | "rich" | "full";

interface MockContext {
  /** True if a property gets a value. `shown`: the object in the sample, `path`: its place. */
  readonly wants: (property: PropertyView, shown: JsonObject, path: string) => boolean;
  /** The number of list items, unless the contract requires more or fewer. */
  readonly items: number;
  readonly known: KnownValues;
  readonly random: RandomSource;
  readonly fixedValues?: ReadonlyMap<string, unknown>;
}

export const sizeRules = (size: MockSize, items: number): Pick<MockContext, "wants" | "items"> => ({
  wants: ({ name, required, prose }, shown, path) => {
    if (required || size === "smallest") return required;
    // Which events have an object, the samples show. Inside, no page has to say more than "seen".
    const isShown = Object.hasOwn(shown, name) && (path === "" || !isWhollyUndocumented(prose.provenance));
    return (size === "full" || isShown) && !prose.deprecated;
  },
  items: size === "smallest" ? 0 : items,
});

/** Returns the same object each time, with required parts only and values from examples where possible. */
export const makeObject = (object: ObjectView, known: KnownValues): ObjectValue =>
  fillObject(object, { ...sizeRules("smallest", 0), known, random: fixedSource });

interface ValueSlot {
  /** A JSON pointer into the outermost object. */
  readonly path: string;
  readonly holder: ObjectView;
  readonly holderPath: string;
  readonly property: string;
  /** The value of the sample; undefined if it has none. */
  readonly shown: unknown;
}

export type ObjectValue = Readonly<Record<string, unknown>>;

/**
 * Fills an object with the values of a sample. Without one, it resembles an example. Values that are missing there come
 * from other examples.
 */
export function fillObject(
  object: ObjectView,
  context: MockContext,
  path = "",
  shown: JsonObject = {},
): ObjectValue {
  const wanted = object.properties.filter(
    (property) => takesValues(property.type) && context.wants(property, shown, path),
  );
  return Object.fromEntries(
    wanted.map(({ name, type }) => {
      const place = {
        path: joinPointer(path, name),
        holder: object,
        holderPath: path,
        property: name,
        shown: getOwn(shown, name),
      };
      return [name, context.fixedValues?.get(place.path) ?? fillType(type, context, place)];
    }),
  );
}

/** No value is valid if releases describe types with nothing in common. */
const takesValues = (type: TypeView): boolean => type === "unknown" || type.length > 0;

function fillType(type: TypeView, context: MockContext, place: ValueSlot): unknown {
  const { path, property, shown } = place;
  if (type === "unknown") return shown ?? null;
  const kind = chooseKind(type, place, context.random);
  switch (kind.kind) {
    case "null":
      return null;
    case "array":
      return Array.from({ length: countItems(kind, place, context) }, (_, index) =>
        fillType(kind.items, context, {
          ...place,
          path: joinPointer(path, index),
          shown: isArray(shown) ? shown[index] : undefined,
        }),
      );
    case "object":
      return fillObject(kind.object, context, path, isObject(shown) ? shown : {});
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

const chooseKind = (kinds: readonly KindView[], { path, shown }: ValueSlot, random: RandomSource): KindView =>
  kinds.find(({ kind }) => kind === nameKind(shown)) ??
  choose(
    random,
    path,
    kinds.filter(({ kind }) => kind !== "null"),
  ) ?? { kind: "null" };

const nameKind = (shown: unknown): string =>
  shown === null ? "null" : isArray(shown) ? "array" : typeof shown === "string" ? "text" : typeof shown;

function countItems(
  { items, minItems, maxItems }: Extract<KindView, { kind: "array" }>,
  { path, shown }: ValueSlot,
  context: MockContext,
): number {
  const isMade = items !== "unknown" && context.items > 0;
  const count = isArray(shown) ? shown.length : 1 + context.random.below(path, context.items);
  return clamp(isMade ? count : 0, minItems, maxItems);
}

const recallOne = (values: readonly unknown[], place: ValueSlot, context: MockContext): unknown =>
  recall((value): value is unknown => values.includes(value), place, context, values);

/**
 * Chooses a valid value: of the sample, else of the example that the object resembles, else from `others`, else from
 * any example.
 */
function recall<T>(
  fits: (value: unknown) => value is T,
  { path, property, holder, holderPath, shown }: ValueSlot,
  { known, random }: MockContext,
  others?: readonly unknown[],
): T | undefined {
  if (fits(shown)) return shown;
  const isItem = path !== joinPointer(holderPath, property);
  const model = isItem ? undefined : choose(random, holderPath, known(holder));
  const remembered = getOwn(model, property);
  if (fits(remembered)) return remembered;
  const fitting = others ?? known(holder, property).filter(fits);
  return choose(random, path, fitting) as T | undefined;
}

function makeNumber(kind: NumberView, place: ValueSlot, context: MockContext): number {
  const { level, minimum, maximum } = kind;
  const fits = (value: unknown): value is number =>
    typeof value === "number" &&
    (level === "number" || Number.isSafeInteger(value)) &&
    clamp(value, minimum, maximum) === value;
  return recall(fits, place, context) ?? makeAmount(kind, context.random.below(place.path, 100));
}

/** An integer from 1 to 100, or an amount from 0.50 to 50, within its bounds. */
function makeAmount({ level, minimum, maximum }: NumberView, nth: number): number {
  const step = level === "number" ? 0.5 : 1;
  return clamp(clamp(step, minimum, maximum) + nth * step, minimum, maximum);
}

function makeText(kind: TextView, place: ValueSlot, context: MockContext): string {
  const { formats, hint, minLength = 0, maxLength = Infinity } = kind;
  const format = formats[0] ?? hint;
  // Ids that are equal in the sample stay equal.
  const origin = format === "uuid" && typeof place.shown === "string" ? place.shown : place.path;
  if (format !== undefined && format !== "uri") return formatMakers[format](origin, context.random);
  const fits = (value: unknown): value is string =>
    typeof value === "string" &&
    clamp(countCharacters(value), minLength, maxLength) === countCharacters(value) &&
    (format === undefined || isAddress(value));
  const words = format === undefined ? nameToWords(place.property) : `https://example.com/${place.property}`;
  return recall(fits, place, context) ?? stretch(words, minLength, maxLength);
}

const formatMakers = { uuid: makeUuid, date: makeDay, "date-time": makeMoment } as const;

/** Splits a name into words: `terminalId` becomes "terminal id". */
const nameToWords = (name: string): string =>
  name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();

/** Fits a text to length bounds, keeping as much of its start as they allow. */
const stretch = (text: string, least: number, most: number): string =>
  Array.from(text.padEnd(least, ".")).slice(0, most).join("");

const isAddress = (text: string): boolean => /^https?:\/\/[\w.-]+(?:\/[\w./-]*)?(?:\?[\w=&.-]*)?$/.test(text);

const clamp = (size: number, least = -Infinity, most = Infinity): number =>
  Math.min(Math.max(size, least), most);
