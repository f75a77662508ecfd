import type { Block, Cell, Table } from "../blocks/block.js";
import {
  emphasis,
  hasContent,
  joinTexts,
  link,
  listTexts,
  nameText,
  nothing,
  text,
  toText,
  type Text,
  type TextInput,
} from "../blocks/text.js";
import { bullets, formatAvailability, releaseText, table } from "../blocks/builders.js";
import { isUndated } from "../../changes/explain.js";
import type { PropertyModel } from "../../contract/model/model.js";
import { newestType } from "../../contract/model/paths.js";
import type { Fleet } from "../../base/time/fleet.js";
import { addedIn, removedIn } from "../../base/time/spans.js";
import { formatReason, isFleetSpecific } from "../../contract/view/reasons.js";
import type {
  EnumView,
  KindView,
  ObjectView,
  PropertyView,
  TextView,
  TypeView,
  View,
} from "../../contract/view/view.js";
import { linkToEnum, linkToObject } from "../links.js";
import type { PageData } from "../page-data.js";
import { notKnown, sinceText, spanText, toAvailability } from "./fleet-text.js";
import { deprecationText, doubtTexts, hasRemarks, lacksOnlyRelease, undocumentedMark } from "./remarks.js";

/** Keeps the view's order. With `isOfAddition`, the properties are as old as the user's object around them. */
export const propertyTable = (
  properties: readonly PropertyView[],
  { fleet, errorCodes }: PageData,
  isOfAddition = false,
): Table =>
  table(
    ["Property", "Type", "Required", "Since", "Description"],
    properties.map((property) => [
      nameText(property.name),
      formatTypes(property, errorCodes),
      // Shops may differ in it.
      property.gate?.required ? spanText(property.gate.required) : property.required,
      toSince(property, fleet, isOfAddition),
      toDescription(property),
    ]),
    "property",
  );

/** The column Since. No source dates what no source documents. */
function toSince(property: PropertyView, fleet: Fleet, isOfAddition: boolean): Cell {
  const availability = toAvailability(property.exists, fleet);
  return !isOfAddition && hasUnknownRelease(property)
    ? joinTexts([notKnown, formatAvailability(availability)], ", ")
    : availability;
}

const hasUnknownRelease = (property: PropertyView): boolean =>
  addedIn(property.exists) === undefined && (isUndated(property) || isInUndocumented(property));

/** True if the object around the property is not documented. */
const isInUndocumented = ({ prose, lenient = false }: PropertyView): boolean =>
  lenient && !hasContent(undocumentedMark(prose));

/** True if a cell of the column Since is empty. */
export const hasEmptySince = ({ properties }: ObjectView, isOfAddition = false): boolean =>
  properties.some(
    (property) =>
      (isOfAddition || !hasUnknownRelease(property)) &&
      addedIn(property.exists) === undefined &&
      removedIn(property.exists) === undefined,
  );

function toDescription(property: PropertyView): Text {
  const { prose } = property;
  const mark = lacksOnlyRelease(property) ? nothing : undocumentedMark(prose);
  const parts = [
    deprecationText(prose),
    prose.description,
    ...doubtTexts(prose, ["setting"]),
    isInUndocumented(property) ? emphasis("Not documented.") : mark,
    hasRemarks(property) ? link("Remarks", undefined, "remarks") : nothing,
  ];
  return joinTexts(parts);
}

/** Lists the parts that not every shop accepts, with the reasons. */
export const listForbidden = ({ forbidden }: ObjectView, { fleet }: PageData): Block[] =>
  bullets(
    forbidden
      .filter(({ reason }) => isFleetSpecific(reason))
      .map(({ name, reason }) => text`${nameText(name)}, ${formatReason(reason, fleet)}`),
  );

/** Planned properties, and properties seen only in other sources. No release is known to have them. */
export function unreleasedSections(
  names: readonly string[],
  { unreleased, templates }: PageData,
): readonly Block[] {
  const properties = names.flatMap((name) => unreleased.get(name) ?? []);
  return templates.part("parts/asides", {
    planned: bullets(properties.filter(({ exclusion }) => exclusion?.kind === "planned").map(unreleasedText)),
    seen: bullets(
      properties.flatMap((property) =>
        property.exclusion?.kind === "seen"
          ? [text`${unreleasedText(property)} Seen in ${property.exclusion.where}.`]
          : [],
      ),
    ),
  });
}

function unreleasedText(property: PropertyModel): Text {
  const values = newestType(property).flatMap(({ kind }) =>
    kind.kind === "string" ? (kind.enum?.values ?? []) : [],
  );
  const names = values.map(({ value }) => nameText(value));
  const described = text`${nameText(property.name)}: ${property.prose.description}`;
  return names.length > 0 ? text`${described} One of ${listTexts(names, "or")}.` : described;
}

function formatTypes({ type, gate }: PropertyView, errorCodes: View["errorCodes"]): Text {
  const eras = gate?.eras ?? [];
  if (eras.length <= 1) return formatType(type, errorCodes);
  const types = eras.map((era) => joinTexts([formatType(era.type, errorCodes), spanText(era.spans)]));
  return listTexts(types, "or");
}

/** With links: `array of [SessionLine](…)`, `string (uuid)`. */
function formatType(type: TypeView, errorCodes: View["errorCodes"]): Text {
  if (type === "unknown") return text`anything`;
  if (type.length === 0) return text`nothing`;
  const kinds = type.map((kind) => formatKindText(kind, errorCodes));
  return listTexts(kinds, "or");
}

function formatKindText(kind: KindView, errorCodes: View["errorCodes"]): Text {
  switch (kind.kind) {
    case "null":
    case "boolean":
      return toText(kind.kind);
    case "number":
      return formatNumber(kind);
    case "text":
      return formatString(kind);
    case "enum":
      return kind.enum.name === undefined ? formatEnum(kind.enum) : linkToEnum(kind.enum.name, errorCodes);
    case "array":
      return formatArray(kind, errorCodes);
    case "object":
      return linkToObject(kind.object.name);
  }
}

const formatNumber = ({ level, minimum, maximum }: Extract<KindView, { kind: "number" }>): Text =>
  withDetails(level === "number" ? text`number` : text`integer`, [
    level === "int64" ? "64-bit" : "",
    ...formatBounds(minimum, maximum),
  ]);

function formatString({ formats, hint, minLength, maxLength }: TextView): Text {
  const format = listTexts(formats, "or");
  const usual = hint === undefined ? nothing : text`usually a ${hint}`;
  return withDetails(text`string`, [format, usual, ...formatBounds(minLength, maxLength, "character")]);
}

/** Lists the values, because an enum without a name has no section. */
function formatEnum({ values, open }: EnumView): Text {
  const listed = values.map(({ value, since, exists }) => {
    const gone = removedIn(exists);
    const until = gone === undefined ? nothing : text`removed in ${releaseText(gone)}`;
    return withDetails(nameText(value), [sinceText(addedIn(exists) ?? since), until]);
  });
  return withDetails(listTexts(listed, "or"), [open ? text`other values possible` : nothing]);
}

function formatArray(
  { items, minItems, maxItems }: Extract<KindView, { kind: "array" }>,
  errorCodes: View["errorCodes"],
): Text {
  if (items.length === 0) return text`empty array`;
  const inner = formatType(items, errorCodes);
  const grouped = items !== "unknown" && items.length > 1 ? text`(${inner})` : inner;
  return withDetails(text`array of ${grouped}`, formatBounds(minItems, maxItems, "item"));
}

const formatBounds = (least: number | undefined, most: number | undefined, unit = ""): string[] =>
  Object.entries({ "at least": least, "at most": most }).flatMap(([words, bound]) =>
    bound === undefined ? [] : `${words} ${bound} ${unit === "" || bound === 1 ? unit : `${unit}s`}`,
  );

function withDetails(main: Text, details: readonly TextInput[]): Text {
  const joined = joinTexts(details, ", ");
  return hasContent(joined) ? text`${main} (${joined})` : main;
}
