import type * as table from "../../../templates/copied/validators/table.js";
import type { Fleet } from "../../base/time/fleet.js";
import { formatRelease, type Release } from "../../base/time/release.js";
import type { Spans } from "../../base/time/spans.js";
import { listLimits } from "../schema/schemas.js";
import type { Direction } from "../model/model.js";
import { formatReason } from "../view/reasons.js";
import type { EnumView, ForbiddenView, KindView, PropertyView, Reason, TypeView } from "../view/view.js";
import { isNamedEnum } from "../view/walk.js";

export const toSpanRows = (spans: Spans): readonly table.Span[] =>
  spans.map(({ from, until }) => [toText(from), toText(until)]);

const toText = (release: Release | undefined): string | null =>
  release === undefined ? null : formatRelease(release);

export function toPropertyRow(property: PropertyView, side: Direction, fleet: Fleet): table.PropertyRow {
  const toType = (each: TypeView): table.TypeRow => toTypeRow(each, side, fleet);
  const { type, required, legacyNames, lenient, inlined, gate } = property;
  return {
    type: toType(type),
    required: required ? true : undefined,
    spellings: legacyNames.length > 0 ? legacyNames : undefined,
    lenient: lenient ? true : undefined,
    inlined: inlined ? true : undefined,
    exists: gate?.exists && toSpanRows(gate.exists),
    requiredIn: gate?.required && toSpanRows(gate.required),
    eras: gate?.eras?.map((era) => ({ spans: toSpanRows(era.spans), type: toType(era.type) })),
  };
}

function toTypeRow(type: TypeView, side: Direction, fleet: Fleet): table.TypeRow {
  if (type === "unknown") return "any";
  const kinds = type.map((kind) => toKindRow(kind, side, fleet));
  return kinds.length === 1 && kinds[0] !== undefined ? kinds[0] : kinds;
}

function toKindRow(kind: KindView, side: Direction, fleet: Fleet): table.KindRow {
  const limits = Object.fromEntries(listLimits(kind));
  switch (kind.kind) {
    case "null":
    case "boolean":
      return kind.kind;
    case "number":
      return toScalarRow(kind.level === "number" ? "number" : "integer", limits);
    case "text":
      // In answers only: any date that a shop sends is accepted.
      return toScalarRow("string", {
        ...(side === "response" && kind.formats.length > 0 && { formats: kind.formats }),
        ...limits,
      });
    case "enum":
      if (kind.enum.open) return "string";
      return isNamedEnum(kind.enum) ? kind.enum.name : toEnumRow(kind.enum, fleet);
    case "array":
      return { items: toTypeRow(kind.items, side, fleet), ...limits };
    case "object":
      return kind.object.name;
  }
}

const toScalarRow = (type: table.ScalarRow["type"], more: Omit<table.ScalarRow, "type">): table.KindRow =>
  Object.keys(more).length > 0 ? { type, ...more } : type;

export function toEnumRow({ values, forbidden }: EnumView, fleet: Fleet): table.EnumRow {
  const gated = values.flatMap(({ value, exists }) => (exists ? [[value, toSpanRows(exists)] as const] : []));
  return {
    values: values.map(({ value }) => value),
    forbidden: toForbiddenRows(
      forbidden.map(({ value, reason }) => ({ name: value, reason })),
      fleet,
    ),
    exists: gated.length > 0 ? Object.fromEntries(gated) : undefined,
  };
}

export const toForbiddenRows = (
  forbidden: readonly ForbiddenView[],
  fleet: Fleet,
): Readonly<Record<string, table.Forbidden>> | undefined =>
  forbidden.length > 0
    ? Object.fromEntries(forbidden.map(({ name, reason }) => [name, toForbidden(reason, fleet)]))
    : undefined;

const toForbidden = (reason: Reason, fleet: Fleet): table.Forbidden => ({
  reason: formatReason(reason, fleet),
  ...(reason.kind === "added" && { addedIn: formatRelease(reason.release) }),
});
