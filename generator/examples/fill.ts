import { promised } from "../spec/promised.js";
import type { KindView, ObjectView, PropertyView, TextView, TypeView } from "../view/view.js";

/** How to make up values. */
export interface Filling {
  /** Whether a property gets a value; depth 0 is the outermost object. */
  readonly wants: (property: PropertyView, depth: number) => boolean;
  /** Which of its kinds a value is of. */
  readonly choose: (kinds: readonly [KindView, ...KindView[]]) => KindView;
  /** The value where the contract takes any. */
  readonly anything: unknown;
  readonly boolean: boolean;
  /** A number, and the length of a list whose items are known, where its bounds let it. */
  readonly size: number;
  readonly text: (text: TextView) => string;
}

/** A value that an object of the contract takes; the same each time. */
export function fillObject(
  { properties }: ObjectView,
  filling: Filling,
  depth = 0,
): Readonly<Record<string, unknown>> {
  const wanted = properties.filter((property) => takesValues(property) && filling.wants(property, depth));
  return Object.fromEntries(wanted.map(({ name, type }) => [name, fillType(type, filling, depth)]));
}

/** Nothing fits a property of an open object that its releases describe in ways that have no value in common. */
const takesValues = ({ type }: PropertyView): boolean => type === "unknown" || type.length > 0;

function fillType(type: TypeView, filling: Filling, depth: number): unknown {
  if (type === "unknown") return filling.anything;
  const [first, ...others] = type;
  return fillKind(
    filling.choose([promised(first, "what takes no value is left out"), ...others]),
    filling,
    depth,
  );
}

function fillKind(kind: KindView, filling: Filling, depth: number): unknown {
  switch (kind.kind) {
    case "null":
      return null;
    case "boolean":
      return filling.boolean;
    case "number":
      return within(filling.size, kind.minimum, kind.maximum);
    case "text":
      return filling.text(kind);
    case "enum":
      // An open enum may have no known value: then it is any text.
      return kind.enum.values[0]?.value ?? "";
    case "array":
      return fillItems(kind, filling, depth);
    case "object":
      return fillObject(kind.object, filling, depth + 1);
  }
}

function fillItems(
  { items, minItems, maxItems }: Extract<KindView, { kind: "array" }>,
  filling: Filling,
  depth: number,
): unknown[] {
  const length = within(items === "unknown" ? 0 : filling.size, minItems, maxItems);
  return Array.from({ length }, () => fillType(items, filling, depth));
}

const within = (size: number, least = -Infinity, most = Infinity): number =>
  Math.min(Math.max(size, least), most);
