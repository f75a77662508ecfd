import { releaseText } from "../blocks/availability.js";
import {
  hasContent,
  joinTexts,
  listTexts,
  nameText,
  nothing,
  text,
  toText,
  type Text,
} from "../blocks/text.js";
import { linkToEnum, linkToObject } from "../links.js";
import type { Release } from "../../time/release.js";
import type { EnumView, KindView, TextView, TypeView, View } from "../../view/view.js";

/** A type in words, its named types linked: `array of [SessionLine](…)`, `string (uuid)`. */
export function formatType(type: TypeView, view: View): Text {
  if (type === "unknown") return text`anything`;
  if (type.length === 0) return text`nothing`;
  return listTexts(
    type.map((kind) => formatKind(kind, view)),
    "or",
  );
}

function formatKind(kind: KindView, view: View): Text {
  switch (kind.kind) {
    case "null":
    case "boolean":
      return toText(kind.kind);
    case "number":
      return formatNumber(kind);
    case "text":
      return formatString(kind);
    case "enum":
      return kind.enum.name === undefined ? formatEnum(kind.enum) : linkToEnum(kind.enum.name, view);
    case "array":
      return formatArray(kind, view);
    case "object":
      return linkToObject(kind.object.name);
  }
}

const formatNumber = ({ level, minimum, maximum }: Extract<KindView, { kind: "number" }>): Text =>
  withDetails(level === "number" ? text`number` : text`integer`, [
    level === "int64" ? text`64-bit` : nothing,
    ...formatBounds(minimum, maximum),
  ]);

function formatString({ formats, hint, minLength, maxLength }: TextView): Text {
  const format = listTexts(formats.map(toText), "or");
  const usual = hint === undefined ? nothing : text`normally a ${hint}`;
  return withDetails(text`string`, [format, usual, ...formatBounds(minLength, maxLength, "character")]);
}

/** An enum without a name has no section to link to, so its values are listed. */
function formatEnum({ values, open }: EnumView): Text {
  const listed = values.map((value) => withDetails(nameText(value.value), [sinceText(value.since)]));
  return withDetails(listTexts(listed, "or"), [open ? text`others may come` : nothing]);
}

function formatArray({ items, minItems, maxItems }: Extract<KindView, { kind: "array" }>, view: View): Text {
  if (items.length === 0) return text`empty array`;
  const inner = formatType(items, view);
  const grouped = items !== "unknown" && items.length > 1 ? text`(${inner})` : inner;
  return withDetails(text`array of ${grouped}`, formatBounds(minItems, maxItems, "item"));
}

const formatBounds = (least: number | undefined, most: number | undefined, unit = ""): Text[] => [
  formatBound("at least", least, unit),
  formatBound("at most", most, unit),
];

function formatBound(words: string, bound: number | undefined, unit: string): Text {
  if (bound === undefined) return nothing;
  return toText(`${words} ${bound} ${unit === "" || bound === 1 ? unit : `${unit}s`}`);
}

function withDetails(main: Text, details: readonly Text[]): Text {
  const joined = joinTexts(details, ", ");
  return hasContent(joined) ? text`${main} (${joined})` : main;
}

/** `since v59`, or nothing. */
export const sinceText = (since: Release | undefined): Text =>
  since === undefined ? nothing : text`since ${releaseText(since)}`;
