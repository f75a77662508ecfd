import type { EnumView, ObjectView, TypeView, View } from "./view.js";

/** The named types that some objects lead to, each once, by name: what one of them gains later moves no other. */
export interface NamedTypes {
  readonly objects: readonly ObjectView[];
  readonly enums: readonly EnumView[];
}

/** Everything that these objects mention, themselves included. */
export function collectTypes(roots: readonly ObjectView[]): NamedTypes {
  const objects = new Map<string, ObjectView>();
  const enums = new Map<string, EnumView>();
  const inObject = (object: ObjectView): void => {
    if (objects.has(object.name)) return;
    objects.set(object.name, object);
    object.properties.forEach(({ type, gate }) => {
      inType(type);
      // Where an open object may hold anything, the whole mentions no object that a gate checks for a while.
      gate?.eras?.forEach((era) => inType(era.type));
    });
  };
  const inType = (type: TypeView): void => {
    if (type === "unknown") return;
    for (const kind of type) {
      if (kind.kind === "object") inObject(kind.object);
      if (kind.kind === "array" && kind.items) inType(kind.items);
      if (kind.kind === "enum" && kind.enum.name !== undefined) enums.set(kind.enum.name, kind.enum);
    }
  };
  roots.forEach(inObject);
  return { objects: byName(objects), enums: byName(enums) };
}

const byName = <T>(types: ReadonlyMap<string, T>): T[] =>
  [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, type]) => type);

/** Every object of a view, by name. */
export function objectsOf({ events, errorRequest }: View): ReadonlyMap<string, ObjectView> {
  const roots = [...events.flatMap(({ request, response }) => [request, response]), errorRequest];
  return new Map(collectTypes(roots).objects.map((object) => [object.name, object]));
}
