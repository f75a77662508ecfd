import { kindsIn } from "../view/walk.js";
import type { NamedEnumView, ObjectView } from "../view/view.js";

/** What has a definition. */
export type Named = { readonly object: ObjectView } | { readonly enum: NamedEnumView };

/**
 * The objects and named enums that schemas of these objects refer to, by name, themselves included. What only types tell
 * of is not: the object that another one stands for, and the shapes that single releases have of what may be anything.
 */
export function listReached(roots: readonly ObjectView[]): ReadonlyMap<string, Named> {
  const reached = new Map<string, Named>();
  const visit = (object: ObjectView): void => {
    if (reached.has(object.name)) return;
    reached.set(object.name, { object });
    for (const kind of object.properties.flatMap(({ type }) => kindsIn(type))) {
      if (kind.kind === "object") visit(kind.object);
      if (kind.kind === "enum" && kind.enum.name !== undefined)
        reached.set(kind.enum.name, { enum: { ...kind.enum, name: kind.enum.name } });
    }
  };
  roots.forEach(visit);
  return reached;
}
