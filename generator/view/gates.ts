import type { EnumModel } from "../model/model.js";
import { createBound } from "../lattice/bounds.js";
import { always, covers, uniteAll, within, type Spans } from "../time/spans.js";
import type { ObjectTree, PropertyPart, PropertyTree, Tree } from "../lattice/tree.js";

/** What about a property of an answer depends on the release: it is checked when the answer is sent. */
export interface Gate {
  /** When the property exists; undefined: as long as its object. */
  readonly exists?: Spans;
  /** When it is required; undefined: always or never, as the view says. */
  readonly required?: Spans;
  /** Its types, if they differ between releases. */
  readonly eras?: readonly Era[];
}

export interface Era {
  readonly spans: Spans;
  readonly type: Tree;
}

/** The gate of a property; undefined if all releases that have its holder agree on it. */
export function findGate(property: PropertyTree, holder: ObjectTree): Gate | undefined {
  const exists = holder.open ? undefined : within(property.exists, holder.exists);
  const required = findRequired(property, holder);
  const eras = findEras(property, holder);
  const gate: Gate = { ...(exists && { exists }), ...(required && { required }), ...(eras && { eras }) };
  return Object.keys(gate).length > 0 ? gate : undefined;
}

function findRequired({ required, parts }: PropertyTree, holder: ObjectTree): Spans | undefined {
  const needed = uniteAll(parts.filter((part) => part.required).map(({ exists }) => exists));
  return required || needed.length === 0 ? undefined : within(needed, holder.exists);
}

/** Parts of equal type make one era; nested objects and enums carry gates of their own. */
function findEras({ parts, exists }: PropertyTree, holder: ObjectTree): readonly Era[] | undefined {
  const groups = new Map<string, PropertyPart[]>();
  for (const part of parts) groups.set(outline(part.type), [...(groups.get(outline(part.type)) ?? []), part]);
  const isUniform = groups.size === 1 && (!holder.open || covers(exists, holder.exists));
  if (isUniform) return undefined;
  const join = createBound("join");
  return [...groups.values()].map((group) => ({
    spans: within(uniteAll(group.map((part) => part.exists)), holder.exists) ?? always,
    type: group.map(({ type }) => type).reduce(join.types),
  }));
}

/**
 * A text that is equal for types that differ at most in the values of an enum without a title: objects, titled enums and
 * these values have gates of their own. JSON.stringify leaves the values out (they are a Map), and writes null for a bound
 * that is infinite.
 */
function outline(type: Tree): string {
  return JSON.stringify(type, (key, value: unknown) => {
    if (key === "object") return (value as ObjectTree).model.title;
    return key === "model" ? ((value as EnumModel).title ?? "enum") : value;
  });
}
