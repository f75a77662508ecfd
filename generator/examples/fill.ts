import type { TextFormat } from "../spec/dialect.js";
import { joinPointer } from "../spec/pointer.js";
import { defined } from "../spec/values.js";
import type { EventView, KindView, ObjectView, PropertyView, TypeView } from "../view/view.js";

/** How to make up values. */
export interface Filling {
  /** Whether a property gets a value; the path is that of its object, empty for the outermost one. */
  readonly wants: (property: PropertyView, path: string) => boolean;
  /** Which of its kinds a value is of. `null`, which tells nothing, comes last. */
  readonly choose: (kinds: Kinds, place: Place) => KindView;
  /** The value where the contract takes any. */
  readonly anything: unknown;
  /** How many items a list has whose items are known, where its bounds let it. */
  readonly count: (place: Place) => number;
  /** A value that holds no others. */
  readonly leaf: (kind: LeafKind, place: Place) => unknown;
}

export type Kinds = readonly [KindView, ...KindView[]];
export type LeafKind = Exclude<KindView, { kind: "array" | "object" | "null" }>;

/** Where a value goes. */
export interface Place {
  /** As a JSON pointer into the outermost object. */
  readonly path: string;
  /** The object whose property holds it, alone or in a list; its place, and the property's name. */
  readonly holder: ObjectView;
  readonly holderPath: string;
  readonly property: string;
}

type Filled = Readonly<Record<string, unknown>>;

/** A value that an object of the contract takes; the same each time. */
export function fillObject(object: ObjectView, filling: Filling, path = ""): Filled {
  const wanted = object.properties.filter(
    (property) => takesValues(property) && filling.wants(property, path),
  );
  return Object.fromEntries(
    wanted.map(({ name, type }) => {
      const place = { path: joinPointer(path, name), holder: object, holderPath: path, property: name };
      return [name, fillType(type, filling, place)];
    }),
  );
}

/** Nothing fits a property of an open object that its releases describe in ways that have no value in common. */
const takesValues = ({ type }: PropertyView): boolean => type === "unknown" || type.length > 0;

function fillType(type: TypeView, filling: Filling, place: Place): unknown {
  if (type === "unknown") return filling.anything;
  const [first, ...others] = type;
  const kind = filling.choose([defined(first, "what takes no value is left out"), ...others], place);
  switch (kind.kind) {
    case "null":
      return null;
    case "array": {
      const count = kind.items === "unknown" ? 0 : filling.count(place);
      return Array.from({ length: within(count, kind.minItems, kind.maxItems) }, (_, index) =>
        fillType(kind.items, filling, { ...place, path: joinPointer(place.path, index) }),
      );
    }
    case "object":
      return fillObject(kind.object, filling, place.path);
    case "boolean":
    case "number":
    case "text":
    case "enum":
      return filling.leaf(kind, place);
  }
}

/** The number of these bounds that is next to a number. */
export const within = (size: number, least = -Infinity, most = Infinity): number =>
  Math.min(Math.max(size, least), most);

/** The smallest value that an object type takes: its required properties, each as small as can be. */
export const minimalObject = (object: ObjectView): Filled =>
  fillObject(object, { ...fillAlike(minimal), wants: ({ required }) => required });

/** A value that an object type accepts, with texts from which a reader can tell what belongs where. */
export const sampleObject = (object: ObjectView, wants: Filling["wants"]): Filled =>
  fillObject(object, { ...fillAlike(sample), wants });

/** A request that has what it must have, what the event is about, and all that there is of both. */
export const sampleRequest = ({ request, ownObjects }: EventView): Filled =>
  sampleObject(request, ({ required, name }, path) => required || path !== "" || ownObjects.includes(name));

/** Values that are the same wherever they stand, each as small as can be. */
const minimal = {
  boolean: false,
  /** A number, and the length of a list. */
  size: 0,
  anything: null as unknown,
  /** A text, and what makes it long enough. */
  text: "",
  padding: "-",
  /** A text of each format, because the empty one has none of them. */
  formats: {
    "date-time": "2000-01-01T00:00:00Z",
    date: "2000-01-01",
    uuid: "00000000-0000-0000-0000-000000000000",
    uri: "https://example.com/",
  } satisfies Record<TextFormat, string>,
  /** Whether a text is of a format that the contract only hints at. */
  takesHints: false,
};

/** The same for readers. */
const sample: typeof minimal = {
  boolean: true,
  size: 1,
  anything: {},
  text: "text",
  padding: ".",
  formats: {
    date: "2026-01-31",
    "date-time": "2026-01-31T12:00:00.000+01:00",
    uri: "https://example.com/",
    uuid: "057d75c5-a2d4-4295-9965-6b42767e5527",
  },
  takesHints: true,
};

const fillAlike = (values: typeof minimal): Omit<Filling, "wants"> => ({
  choose: ([first]) => first,
  anything: values.anything,
  count: () => values.size,
  leaf: (kind) => {
    if (kind.kind === "boolean") return values.boolean;
    if (kind.kind === "number") return within(values.size, kind.minimum, kind.maximum);
    // An open enum may have no known value: then it is any text.
    if (kind.kind === "enum") return kind.enum.values[0]?.value ?? "";
    const format = kind.formats[0] ?? (values.takesHints ? kind.hint : undefined);
    if (format !== undefined) return values.formats[format];
    return values.text.padEnd(kind.minLength ?? 0, values.padding).slice(0, kind.maxLength);
  },
});
