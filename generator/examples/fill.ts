import type { TextFormat } from "../spec/dialect.js";
import { promised } from "../spec/promised.js";
import { joinPointer } from "../spec/pointer.js";
import type { KindView, ObjectView, PropertyView, TextView, TypeView } from "../view/view.js";

/** How to make up values. */
export interface Filling {
  /** Whether a property gets a value; the place is that of its object. */
  readonly wants: (property: PropertyView, place: Pick<Place, "path" | "depth">) => boolean;
  /** Which of its kinds a value is of. */
  readonly choose: (kinds: Kinds, place: Place) => KindView;
  /** The value where the contract takes any. */
  readonly anything: unknown;
  /** How many items a list has. */
  readonly count: (list: ListKind, place: Place) => number;
  /** A value that holds no others. */
  readonly leaf: (kind: LeafKind, place: Place) => unknown;
}

export type Kinds = readonly [KindView, ...KindView[]];
type ListKind = Extract<KindView, { kind: "array" }>;
export type LeafKind = Exclude<KindView, { kind: "array" | "object" | "null" }>;

/** Where a value goes. */
export interface Place {
  /** As a JSON pointer into the outermost object. */
  readonly path: string;
  /** 0 is the outermost object. */
  readonly depth: number;
  /** The object whose property holds it, alone or in a list; its place, and the property's name. */
  readonly holder: ObjectView;
  readonly holderPath: string;
  readonly property: string;
}

/** A value that an object of the contract takes; the same each time. */
export function fillObject(
  object: ObjectView,
  filling: Filling,
  { path, depth }: Pick<Place, "path" | "depth"> = { path: "", depth: 0 },
): Readonly<Record<string, unknown>> {
  const wanted = object.properties.filter(
    (property) => takesValues(property) && filling.wants(property, { path, depth }),
  );
  return Object.fromEntries(
    wanted.map(({ name, type }) => {
      const place = {
        path: joinPointer(path, name),
        depth,
        holder: object,
        holderPath: path,
        property: name,
      };
      return [name, fillType(type, filling, place)];
    }),
  );
}

/** Nothing fits a property of an open object that its releases describe in ways that have no value in common. */
const takesValues = ({ type }: PropertyView): boolean => type === "unknown" || type.length > 0;

function fillType(type: TypeView, filling: Filling, place: Place): unknown {
  if (type === "unknown") return filling.anything;
  const [first, ...others] = type;
  const kinds = [promised(first, "what takes no value is left out"), ...others] as const;
  return fillKind(filling.choose(kinds, place), filling, place);
}

function fillKind(kind: KindView, filling: Filling, place: Place): unknown {
  switch (kind.kind) {
    case "null":
      return null;
    case "array":
      return Array.from({ length: countItems(kind, filling, place) }, (_, index) =>
        fillType(kind.items, filling, { ...place, path: joinPointer(place.path, index) }),
      );
    case "object":
      return fillObject(kind.object, filling, { path: place.path, depth: place.depth + 1 });
    case "boolean":
    case "number":
    case "text":
    case "enum":
      return filling.leaf(kind, place);
  }
}

function countItems(list: ListKind, filling: Filling, place: Place): number {
  const count = list.items === "unknown" ? 0 : filling.count(list, place);
  return within(count, list.minItems, list.maxItems);
}

/** The number of these bounds that is next to a number. */
export const within = (size: number, least = -Infinity, most = Infinity): number =>
  Math.min(Math.max(size, least), most);

/** The smallest value that an object type takes: its required properties, each as small as can be. */
export const minimalObject = (object: ObjectView): Readonly<Record<string, unknown>> =>
  fillObject(object, {
    wants: ({ required }) => required,
    choose: ([first]) => first,
    anything: null,
    ...fillAlike({
      boolean: false,
      size: 0,
      text: ({ formats: [format], minLength = 0 }) =>
        format === undefined ? "-".repeat(minLength) : leastTexts[format],
    }),
  });

/** A value for each format, because the empty text has none of them. */
const leastTexts: Readonly<Record<TextFormat, string>> = {
  "date-time": "2000-01-01T00:00:00Z",
  date: "2000-01-01",
  uuid: "00000000-0000-0000-0000-000000000000",
  uri: "https://example.com/",
};

/** A value that an object type accepts, with texts from which a reader can tell what belongs where. */
export const sampleObject = (
  object: ObjectView,
  wants: Filling["wants"],
): Readonly<Record<string, unknown>> =>
  fillObject(object, {
    wants,
    choose: (kinds) => kinds.find(({ kind }) => kind !== "null") ?? kinds[0],
    anything: {},
    ...fillAlike({
      boolean: true,
      size: 1,
      text: ({ formats, hint, minLength = 0, maxLength = Infinity }) => {
        const format = formats[0] ?? hint;
        return format === undefined ? "text".padEnd(minLength, ".").slice(0, maxLength) : sampleTexts[format];
      },
    }),
  });

const sampleTexts: Readonly<Record<TextFormat, string>> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00.000+01:00",
  uri: "https://example.com/",
  uuid: "057d75c5-a2d4-4295-9965-6b42767e5527",
};

/** Values that are the same wherever they stand. */
interface AlikeValues {
  readonly boolean: boolean;
  /** A number, and the length of a list whose items are known, where its bounds let it. */
  readonly size: number;
  readonly text: (text: TextView) => string;
}

function fillAlike({ boolean, size, text }: AlikeValues): Pick<Filling, "count" | "leaf"> {
  const leaf = (kind: LeafKind): unknown => {
    if (kind.kind === "boolean") return boolean;
    if (kind.kind === "number") return within(size, kind.minimum, kind.maximum);
    // An open enum may have no known value: then it is any text.
    return kind.kind === "text" ? text(kind) : (kind.enum.values[0]?.value ?? "");
  };
  return { count: () => size, leaf };
}
