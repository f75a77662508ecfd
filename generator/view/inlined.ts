import type { ObjectView, PropertyView, TypeView } from "./view.js";
import { findObject } from "./walk.js";

/** A property of a request whose object's properties may stand directly in its holder. */
export interface InlinedProperty {
  readonly property: PropertyView;
  readonly inner: ObjectView;
  /** The names under which the inner properties may stand in the holder, older spellings included. */
  readonly names: readonly string[];
  /** Whether the property may be null. If not, a null counts as absent, though the property be required. */
  readonly nullable: boolean;
}

/** The property of an object whose inner properties may stand directly in it; undefined if it has none. */
export function findInlined({ properties, open }: ObjectView): InlinedProperty | undefined {
  // An open object may hold anything else under these names.
  if (open) return undefined;
  const own = properties.flatMap(listNames);
  const found = properties.flatMap((property) => {
    const inner = property.inlined ? findObject(property.type) : undefined;
    return inner ? [{ property, inner }] : [];
  })[0];
  // In a fleet whose releases differ, the holder may have a property of such a name itself: then it is the holder's.
  const names = found?.inner.properties.flatMap(listNames).filter((name) => !own.includes(name)) ?? [];
  return found && names.length > 0
    ? { ...found, names, nullable: mayBeNull(found.property.type) }
    : undefined;
}

/** Whether a type has null. */
export const mayBeNull = (type: TypeView): boolean =>
  type === "unknown" || type.some(({ kind }) => kind === "null");

const listNames = ({ name, legacyNames }: PropertyView): readonly string[] => [name, ...legacyNames];
