import { getOwn } from "../json.js";
import type { Album } from "../lattice/snapshot.js";
import { countCharacters } from "../lattice/tree.js";
import type { Direction } from "../model/model.js";
import { joinPointer } from "../spec/pointer.js";
import type { EventView, KindView, TextView, View } from "../view/view.js";
import {
  createChance,
  isAddress,
  makeDay,
  makeMoment,
  makeUuid,
  stretch,
  toDigest,
  toWords,
  type Chance,
} from "./chance.js";
import { fillObject, within, type Filling, type Kinds, type LeafKind, type Place } from "./fill.js";
import { collectKnownValues, type Known, type KnownValues } from "./known-values.js";
import { createNewestFinder } from "./newest-event.js";

export interface MockOptions {
  readonly side: Direction;
  readonly size: MockSize;
  readonly seed: number;
  /** Whether 64-bit integers may be ones that a number cannot hold: those are bigints. */
  readonly large: boolean;
}

/** Makes up bodies that go over the wire for the events of a view. */
type Mocker = (event: EventView, options: MockOptions) => object;

/**
 * Creates what makes up bodies: a request as the newest release of the fleet that has the event sends it, or an answer that
 * every shop of the fleet takes. Pure: the same seed makes the same body.
 */
export function createMocker(view: View, album: Album): Mocker {
  const known = collectKnownValues(album);
  const findSent = createNewestFinder(view, album);
  return (event, { side, size, seed, large }) => {
    const mocking = { size, large, known, chance: createChance(seed), items: 3 };
    const request = fillObject(findSent(event).event.request, createMockFilling(mocking));
    if (side === "request") return request;
    const given = new Map(
      event.echoes.map(({ object, property }) => [
        joinPointer("", object, property),
        getOwn(getOwn(request, object), property),
      ]),
    );
    return fillObject(event.response, createMockFilling({ ...mocking, given }));
  };
}

/** What is required and no more, or all there is but what is deprecated. */
export type MockSize = "smallest" | "rich";

export interface Mocking {
  readonly size: MockSize;
  readonly chance: Chance;
  readonly known: KnownValues;
  /** How many items a list may have, where the contract does not say otherwise. */
  readonly items: number;
  /** Whether a 64-bit integer may be one that a number cannot hold: then it is a bigint. */
  readonly large: boolean;
  /** Values that are given, by their places. */
  readonly given?: ReadonlyMap<string, unknown>;
}

/**
 * Fills with values that could be true of a shop: an object is like one of the examples, and what that one lacks comes from
 * others.
 */
export const createMockFilling = (mocking: Mocking): Filling => ({
  wants: ({ required, prose }) => required || (mocking.size === "rich" && !prose.deprecated),
  choose: (kinds, { path }) => chooseKind(kinds, path, mocking.chance),
  anything: null,
  count: ({ path }) => (mocking.size === "rich" ? 1 + mocking.chance.below(path, mocking.items) : 0),
  leaf: (kind, place) => mocking.given?.get(place.path) ?? makeLeaf(kind, place, mocking),
});

/** Any but null, which tells nothing. */
function chooseKind(kinds: Kinds, path: string, chance: Chance): KindView {
  const telling = kinds
    .filter(({ kind }) => kind !== "null")
    .map((kind) => ({ kind, digest: toDigest(kind.kind) }));
  return choose(chance, path, telling)?.kind ?? kinds[0];
}

function makeLeaf(kind: LeafKind, place: Place, making: Mocking): unknown {
  switch (kind.kind) {
    case "boolean":
      return recall(place, isBoolean, making, [true, false]);
    case "number":
      return makeNumber(kind, place, making);
    case "text":
      return makeText(kind, place, making);
    case "enum": {
      const values = kind.enum.values.map(({ value }) => value);
      const isValue = (value: unknown): value is string => isText(value) && values.includes(value);
      return recall(place, isValue, making, values) ?? toWords(place.property);
    }
  }
}

/** A value of the examples that fits: that of the example that the object is like, or another; or else one of these. */
function recall<T>(
  { path, property, holder, holderPath }: Place,
  fits: (value: unknown) => value is T,
  { known, chance }: Mocking,
  others?: readonly T[],
): T | undefined {
  const isItem = path !== joinPointer(holderPath, property);
  const model = isItem ? undefined : choose(chance, holderPath, known.objects(holder));
  const told = getOwn(model?.value, property);
  if (fits(told)) return told;
  const fitting = others?.map(toKnown) ?? known.values(holder, property).filter(({ value }) => fits(value));
  return choose(chance, path, fitting)?.value as T | undefined;
}

const toKnown = <T>(value: T): Known<T> => ({ value, digest: toDigest(String(value)) });

/** One of some things; of a list, each item has another one as long as there are some. */
function choose<T extends Digested>(chance: Chance, path: string, things: readonly T[]): T | undefined {
  const [, list = path, nth = "0"] = /^(.*)\/(\d+)$/.exec(path) ?? [];
  const rank = chance.ranker(list);
  const ranked = things.map((thing) => ({ thing, rank: rank(thing.digest) }));
  return ranked.sort((a, b) => a.rank - b.rank)[Number(nth) % things.length]?.thing;
}

type Digested = Pick<Known<unknown>, "digest">;

const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
const isText = (value: unknown): value is string => typeof value === "string";

type NumberKind = Extract<KindView, { kind: "number" }>;

function makeNumber(kind: NumberKind, place: Place, making: Mocking): number | bigint {
  const { level, minimum = -Infinity, maximum = Infinity } = kind;
  const fits = (value: unknown): value is number =>
    typeof value === "number" &&
    (level === "number" || Number.isSafeInteger(value)) &&
    value >= minimum &&
    value <= maximum;
  const { path } = place;
  const { chance, large } = making;
  const beyond = BigInt(2 ** 53) + BigInt(chance.below(`${path} digits`, 2 ** 32));
  if (level === "int64" && large && beyond <= maximum && chance.below(`${path} large`, 3) === 0)
    return beyond;
  return recall(place, fits, making) ?? makeAmount(kind, chance.below(path, 100));
}

/** A whole number from 1 to 100, or an amount from 0.50 to 50, within its bounds. */
function makeAmount({ level, minimum, maximum }: NumberKind, nth: number): number {
  if (level !== "number") {
    const least = within(1, minimum, maximum);
    return within(least + nth, minimum, maximum);
  }
  return within(within(0.5, minimum, maximum) + nth / 2, minimum, maximum);
}

function makeText(kind: TextView, place: Place, making: Mocking): string {
  const { formats, hint, minLength = 0, maxLength = Infinity } = kind;
  const format = formats[0] ?? hint;
  if (format !== undefined && format !== "uri") return made[format](place.path, making.chance);
  const fits = (value: unknown): value is string =>
    isText(value) &&
    countCharacters(value) >= minLength &&
    countCharacters(value) <= maxLength &&
    (format === undefined || isAddress(value));
  const words = format === undefined ? toWords(place.property) : `https://example.com/${place.property}`;
  return recall(place, fits, making) ?? stretch(words, minLength, maxLength);
}

const made = { uuid: makeUuid, date: makeDay, "date-time": makeMoment } as const;
