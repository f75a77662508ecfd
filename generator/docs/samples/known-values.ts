import type { KindView, ObjectView, TypeView } from "../../view/view.js";

/**
 * Whether an example has only properties and values that the view of a fleet knows. Lint has checked the examples
 * against the whole contract of their release; this picks those that the fleet can use.
 */
export function hasOnlyKnown(value: unknown, { properties, open }: ObjectView): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([name, part]) => {
    const property = properties.find((known) => known.name === name || known.legacyNames.includes(name));
    return property ? isOfType(part, property.type) : open;
  });
}

const isOfType = (value: unknown, type: TypeView): boolean =>
  type === "unknown" || type.some((kind) => isOfKind(value, kind));

function isOfKind(value: unknown, kind: KindView): boolean {
  switch (kind.kind) {
    case "null":
      return value === null;
    case "text":
      return typeof value === "string";
    case "enum":
      return (
        typeof value === "string" &&
        (kind.enum.open || kind.enum.values.some((known) => known.value === value))
      );
    case "array":
      return Array.isArray(value) && value.every((item) => isOfType(item, kind.items));
    case "object":
      return hasOnlyKnown(value, kind.object);
    case "boolean":
    case "number":
      return typeof value === kind.kind;
  }
}
