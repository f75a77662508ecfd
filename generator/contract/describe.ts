import type { AlternativeModel, StringModel, TypeModel } from "./model/model.js";
import { listWords } from "../base/text/words.js";
import type { Coverage, Fleet } from "../base/time/fleet.js";
import { baseline, formatRelease, type Release } from "../base/time/release.js";
import type { Spans } from "../base/time/spans.js";

const life = ["added in", "added again in", "removed in"] as const;

/** The history of a part: `added in v20, removed in v30, added again in v40`; empty if it always existed. */
export function describeSpans(spans: Spans, [first, again, end]: readonly [string, string, string] = life) {
  if (spans.length === 0) return "in no known release";
  return spans
    .flatMap(({ from, until }, i) => [
      ...describeEnd(i === 0 ? first : again, from),
      ...describeEnd(end, until),
    ])
    .join(", ");
}

const describeEnd = (words: string, release: Release | undefined): string[] =>
  release === undefined ? [] : [`${words} v${formatRelease(release)}`];

/** The releases that have a part: `from v15 on, but before v59`; empty for all. */
export const describeReleases = (spans: Spans): string =>
  spans
    .map(({ from, until }) =>
      [
        ...(from === undefined ? [] : [`from v${formatRelease(from)} on`]),
        ...(until === undefined ? [] : [`before v${formatRelease(until)}`]),
      ].join(", but "),
    )
    .join(" and again ");

/** `every shop`, or the only release of the fleet: `v48`. */
export const describeShops = (fleet: Fleet): string =>
  isOneRelease(fleet) ? `v${formatRelease(fleet.min)}` : "every shop";

/** A clause about shops that lack a part: `some of your shops do not have it`. */
export function describeLack(coverage: Coverage, fleet: Fleet): string {
  if (isOneRelease(fleet)) return describeOldest(fleet);
  return coverage === "no shop" ? "none of your shops has it" : "some of your shops do not have it";
}

/** For a part that is newer than some shop: `requires v59; your oldest shop runs v48`. */
export function describeAdded(release: Release, coverage: Coverage, fleet: Fleet): string {
  const requires = `requires v${formatRelease(release)}`;
  if (coverage !== "no shop") return `${requires}; ${describeOldest(fleet)}`;
  // In a list of releases, the part may have existed only between two of them.
  return release > fleet.max
    ? `${requires}; ${describeNewest(release, fleet)}`
    : `added in v${formatRelease(release)}; ${describeLack(coverage, fleet)}`;
}

/** For a part that is older than some shop: `removed in v60; your newest shop runs v61`. */
export const describeRemoved = (release: Release, coverage: Coverage, fleet: Fleet): string =>
  `removed in v${formatRelease(release)}; ${coverage === "no shop" ? describeOldest(fleet) : describeNewest(release, fleet)}`;

function describeOldest(fleet: Fleet): string {
  if (isOneRelease(fleet)) return `your shops run v${formatRelease(fleet.min)}`;
  return fleet.min === baseline
    ? "your oldest shop may be older"
    : `your oldest shop runs v${formatRelease(fleet.min)}`;
}

function describeNewest(release: Release, fleet: Fleet): string {
  if (isOneRelease(fleet)) return describeOldest(fleet);
  return fleet.label.endsWith("..")
    ? `your newest shop may run v${formatRelease(release)} or later`
    : `your newest shop runs v${formatRelease(fleet.max)}`;
}

/** `59..` means every shop from 59 on, even if the spec knows no later release yet. */
const isOneRelease = ({ min, max, label }: Fleet): boolean => min === max && !label.endsWith("..");

export const kindWords = {
  boolean: "boolean",
  number: "number",
  string: "text",
  array: "array",
  object: "object",
} as const;

export type KindName = keyof typeof kindWords;

export const nameKind = (kind: KindName): string => `${/^[ao]/.test(kind) ? "an" : "a"} ${kindWords[kind]}`;

/** For example `array of FormField`, or `"none", "above" or "below"`. */
export const describeType = (type: TypeModel): string => listWords(type.map(describeAlternative), "or");

function describeAlternative({ kind }: AlternativeModel): string {
  switch (kind.kind) {
    case "null":
    case "boolean":
      return kind.kind;
    case "number":
      return withBounds(kind.level === "number" ? "number" : "integer", kind.minimum, kind.maximum);
    case "string":
      return describeText(kind);
    case "array": {
      const items = describeType(kind.items);
      const grouped = kind.items.length > 1 ? `(${items})` : items;
      return withBounds(`array of ${grouped}`, kind.minItems, kind.maxItems);
    }
    case "object":
      return kind.object.title;
  }
}

function describeText({ enum: choice, format, minLength, maxLength }: StringModel): string {
  const words = format === undefined ? kindWords.string : `${kindWords.string} (${format})`;
  if (!choice) return withBounds(words, minLength, maxLength);
  const values = choice.values.map(({ value, exists }) => {
    const times = describeSpans(exists);
    return `${JSON.stringify(value)}${times === "" ? "" : ` (${times})`}`;
  });
  return `${choice.open ? "normally " : ""}${listWords(values, "or")}`;
}

function withBounds(text: string, least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return text;
  if (most === undefined) return `${text}, at least ${least ?? 0}`;
  return least === undefined ? `${text}, at most ${most}` : `${text}, ${least} to ${most}`;
}
