import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import { formatRelease, type Release } from "../../time/release.js";
import type { EnumView, KindView, TextView, TypeView } from "../../view/view.js";
import { nameText, type Links } from "./links.js";
import { joinTexts, listOf, mdText, nothing } from "../markdown.js";

/** A type in words, its named types linked: `array of [SessionLine](…)`, `string (uuid)`. */
export function formatType(type: TypeView, links: Links): MarkdownText {
  if (type === "unknown") return mdText`anything`;
  if (type.length === 0) return mdText`nothing`;
  return listOf(
    type.map((kind) => formatKind(kind, links)),
    "or",
  );
}

function formatKind(kind: KindView, links: Links): MarkdownText {
  switch (kind.kind) {
    case "null":
      return mdText`null`;
    case "boolean":
      return mdText`boolean`;
    case "number":
      return formatNumber(kind);
    case "text":
      return formatText(kind);
    case "enum":
      return kind.enum.name === undefined ? formatEnum(kind.enum) : links.enum(kind.enum.name);
    case "array":
      return formatArray(kind, links);
    case "object":
      return links.object(kind.object.name);
  }
}

function formatNumber({ level, minimum, maximum }: Extract<KindView, { kind: "number" }>): MarkdownText {
  const size = level === "int64" ? mdText`64-bit` : nothing;
  return qualified(level === "number" ? mdText`number` : mdText`integer`, [
    size,
    ...boundsOf(minimum, maximum),
  ]);
}

function formatText({ formats, hint, minLength, maxLength }: TextView): MarkdownText {
  const format = listOf(formats.map(toMarkdownText), "or");
  const usual = hint === undefined ? nothing : mdText`normally a ${toMarkdownText(hint)}`;
  return qualified(mdText`string`, [format, usual, ...boundsOf(minLength, maxLength, mdText`character`)]);
}

/** An enum without a name of its own is told where it stands. */
function formatEnum({ values, open }: EnumView): MarkdownText {
  const told = values.map(({ value, since }) => qualified(nameText(value), [sinceText(since)]));
  return qualified(listOf(told, "or"), [open ? mdText`others may come` : nothing]);
}

function formatArray(
  { items, minItems, maxItems }: Extract<KindView, { kind: "array" }>,
  links: Links,
): MarkdownText {
  if (!items) return mdText`empty array`;
  const inner = formatType(items, links);
  const grouped = items !== "unknown" && items.length > 1 ? mdText`(${inner})` : inner;
  return qualified(mdText`array of ${grouped}`, boundsOf(minItems, maxItems, mdText`item`));
}

const boundsOf = (least: number | undefined, most: number | undefined, unit = nothing): MarkdownText[] => [
  boundText(mdText`at least`, least, unit),
  boundText(mdText`at most`, most, unit),
];

function boundText(words: MarkdownText, bound: number | undefined, unit: MarkdownText): MarkdownText {
  if (bound === undefined) return nothing;
  const units = unit === "" || bound === 1 ? unit : mdText`${unit}s`;
  return joinTexts([words, mdText`${bound}`, units], " ");
}

function qualified(text: MarkdownText, qualifiers: readonly MarkdownText[]): MarkdownText {
  const told = joinTexts(qualifiers, ", ");
  return told === "" ? text : mdText`${text} (${told})`;
}

/** `since v59`, or nothing. */
export const sinceText = (since: Release | undefined): MarkdownText =>
  since === undefined ? nothing : mdText`since ${releaseText(since)}`;

/** `v59.3.2`. */
export const releaseText = (release: Release): MarkdownText => toMarkdownText(`v${formatRelease(release)}`);
