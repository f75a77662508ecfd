import type { KindView, ObjectView, TypeView } from "../../view/view.js";

/**
 * Whether a value holds only properties and values that the view knows. Lint has held the examples against the
 * whole contract of their release; this tells those that the fleet can use.
 */
export function fitsObject(value: unknown, { properties, open }: ObjectView): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([name, part]) => {
    const property = properties.find((known) => known.name === name || known.legacyNames.includes(name));
    return property ? fitsType(part, property.type) : open;
  });
}

const fitsType = (value: unknown, type: TypeView): boolean =>
  type === "unknown" || type.some((kind) => fitsKind(value, kind));

function fitsKind(value: unknown, kind: KindView): boolean {
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
      return (
        Array.isArray(value) && value.every((item) => kind.items !== undefined && fitsType(item, kind.items))
      );
    case "object":
      return fitsObject(value, kind.object);
    case "boolean":
    case "number":
      return typeof value === kind.kind;
  }
}
