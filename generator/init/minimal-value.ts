import type { KindView, ObjectView, TypeView } from "../version/view.js";

/** The smallest value that an object type takes: its required properties, each as small as can be. */
export const minimalObject = ({ properties }: ObjectView): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    properties.filter(({ required }) => required).map(({ name, type }) => [name, minimalOf(type)]),
  );

function minimalOf(type: TypeView): unknown {
  const first = type === "unknown" ? undefined : type[0];
  return first === undefined ? null : minimalOfKind(first);
}

function minimalOfKind(kind: KindView): unknown {
  switch (kind.kind) {
    case "null":
      return null;
    case "boolean":
      return false;
    case "number":
      return Math.min(Math.max(0, kind.minimum ?? 0), kind.maximum ?? Infinity);
    case "text":
      return formatted[kind.formats[0] ?? ""] ?? "-".repeat(kind.minLength ?? 0);
    case "enum":
      return kind.enum.values[0]?.value ?? "";
    case "array":
      return Array.from({ length: kind.minItems ?? 0 }, () => minimalOf(kind.items ?? "unknown"));
    case "object":
      return minimalObject(kind.object);
  }
}

/** The empty text has no format. */
const formatted: Readonly<Record<string, string>> = {
  "date-time": "2000-01-01T00:00:00Z",
  date: "2000-01-01",
  uuid: "00000000-0000-0000-0000-000000000000",
  uri: "https://example.com/",
};
