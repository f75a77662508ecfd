import type { KindView, ObjectView, TextView, TypeView } from "../version/view.js";

/** How much of an object to make: all of it, or what it must have and what it is about. */
export interface MadeParts {
  readonly isWanted: (property: ObjectView["properties"][number], depth: number) => boolean;
}

/** A value that fits an object of a view of one release; the same for the same view, each time. */
export function makeObject(
  object: ObjectView,
  parts: MadeParts,
  depth = 0,
): Readonly<Record<string, unknown>> {
  const wanted = object.properties.filter((property) => parts.isWanted(property, depth));
  return Object.fromEntries(wanted.map(({ name, type }) => [name, makeValue(type, parts, depth)]));
}

function makeValue(type: TypeView, parts: MadeParts, depth: number): unknown {
  if (type === "unknown") return {};
  const kind = type.find((candidate) => candidate.kind !== "null") ?? type[0];
  return kind ? makeKind(kind, parts, depth) : null;
}

function makeKind(kind: KindView, parts: MadeParts, depth: number): unknown {
  switch (kind.kind) {
    case "null":
      return null;
    case "boolean":
      return true;
    case "number":
      return Math.min(Math.max(1, kind.minimum ?? 1), kind.maximum ?? Infinity);
    case "text":
      return makeText(kind);
    case "enum":
      return kind.enum.values[0]?.value ?? "";
    case "array":
      return makeItems(kind, parts, depth);
    case "object":
      return makeObject(kind.object, parts, depth + 1);
  }
}

function makeItems(
  { items, minItems = 0, maxItems = Infinity }: Extract<KindView, { kind: "array" }>,
  parts: MadeParts,
  depth: number,
): unknown[] {
  if (!items) return [];
  const length = Math.min(Math.max(1, minItems), maxItems);
  return Array.from({ length }, () => makeValue(items, parts, depth));
}

const texts: Readonly<Record<string, string>> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00.000+01:00",
  uri: "https://example.com/",
  uuid: "057d75c5-a2d4-4295-9965-6b42767e5527",
};

function makeText({ formats, hint, minLength = 0, maxLength = Infinity }: TextView): string {
  const format = formats[0] ?? hint;
  if (format !== undefined && Object.hasOwn(texts, format)) return texts[format] ?? "";
  return "text".padEnd(minLength, ".").slice(0, maxLength);
}
