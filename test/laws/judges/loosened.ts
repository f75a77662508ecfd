import type { KindView, ObjectView, TypeView, View } from "../../../generator/contract/view/view.js";

/** The view without the rules that TypeScript cannot express: bounds, formats, lengths and integers. */
export function loosen(view: View): View {
  const known = new Map<ObjectView, ObjectView>();
  const loosenObject = (object: ObjectView): ObjectView => {
    const loose = known.get(object) ?? {
      ...object,
      properties: object.properties.map(({ name, required, type, prose, legacyNames }) => ({
        name,
        required,
        prose,
        legacyNames,
        type: loosenType(type),
      })),
    };
    known.set(object, loose);
    return loose;
  };
  const loosenType = (type: TypeView): TypeView => (type === "unknown" ? type : type.map(loosenKind));
  const loosenKind = (kind: KindView): KindView => {
    switch (kind.kind) {
      case "number":
        return { kind: "number", level: "number" };
      case "text":
        return { kind: "text", formats: [] };
      case "array":
        return { kind: "array", items: loosenType(kind.items) };
      case "object":
        return { kind: "object", object: loosenObject(kind.object) };
      case "null":
      case "boolean":
      case "enum":
        return kind;
    }
  };
  return {
    ...view,
    events: view.events.map((event) => ({ ...event, response: loosenObject(event.response) })),
    commonResponse: loosenObject(view.commonResponse),
  };
}
