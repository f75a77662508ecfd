import type { AlternativeModel, StringModel, TypeModel } from "./model/model.js";
import { listWords } from "../base/text/words.js";
import type { Coverage, Fleet } from "../base/time/fleet.js";
import { formatRelease, type Release } from "../base/time/release.js";
import type { Spans } from "../base/time/spans.js";

const life = ["since", "again since", "removed in"] as const;

/** When something is there, in a few words: `since v20, removed in v30, again since v40`; empty for always. */
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

/** Which releases have something: `from v15 on and before v59`; empty for all. */
export const describeReleases = (spans: Spans): string =>
  spans
    .map(({ from, until }) =>
      [
        ...(from === undefined ? [] : [`from v${formatRelease(from)} on`]),
        ...(until === undefined ? [] : [`before v${formatRelease(until)}`]),
      ].join(" and "),
    )
    .join(" and again ");

/** The shops of a fleet in a few words: `every shop of 48..`. */
export const describeShops = (fleet: Fleet): string =>
  isOneRelease(fleet) ? `v${formatRelease(fleet.min)}` : `every ${nameShop(fleet)}`;

/** How a fleet lacks something: `not in every shop of 48..`, `in no shop of ..59`. */
export const describeLack = (coverage: Coverage, fleet: Fleet): string =>
  coverage === "no shop" && !isOneRelease(fleet)
    ? `in no ${nameShop(fleet)}`
    : `not in ${describeShops(fleet)}`;

/** `59..` means every shop from 59 on, even if the spec knows no later release yet. */
const isOneRelease = ({ min, max, label }: Fleet): boolean => min === max && !label.endsWith("..");

const nameShop = ({ label }: Fleet): string => (label === ".." ? "shop" : `shop of ${label}`);

/** The releases of a fleet in words: `shops from v48 on`. */
export function describeFleet({ label, releases, isList }: Fleet): string {
  const names = releases.map((release) => `v${formatRelease(release)}`);
  if (isList) return `shops that run ${listWords(names, "or")}`;
  const [min = "", max = ""] = label.split("..");
  if (min === "" && max === "") return "shops of any release";
  if (max === "") return `shops from v${min} on`;
  if (min === "") return `shops up to v${max}`;
  return min === max ? `shops that run v${min}` : `shops from v${min} to v${max}`;
}

/** The kinds of values, null apart, each in a word. */
export const kindWords = {
  boolean: "boolean",
  number: "number",
  string: "text",
  array: "array",
  object: "object",
} as const;

export type KindName = keyof typeof kindWords;

/** A kind with its article: `an array`. */
export const nameKind = (kind: KindName): string => `${/^[ao]/.test(kind) ? "an" : "a"} ${kindWords[kind]}`;

/** A type in a few words: `array of FormField`, `"none", "above" or "below"`. */
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
