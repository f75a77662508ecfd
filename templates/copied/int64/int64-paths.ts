/** The paths to the 64-bit integers in the bodies of the events. */
export interface Int64Paths {
  /** The name of each event's body; events without 64-bit integers are left out. */
  readonly roots: Readonly<Record<string, string>>;
  /** The name of the POS's report on an answer, if it has 64-bit integers. */
  readonly errorReport?: string;
  /** The properties of each object that contain 64-bit integers, by the name of the object. */
  readonly objects: Readonly<Record<string, Readonly<Record<string, Int64Part>>>>;
}

/** A value that is a 64-bit integer, or contains one. At run time it is of one kind, so all of these may be set. */
export interface Int64Part {
  readonly int64?: true;
  readonly object?: string;
  readonly items?: Int64Part;
}

type Objects = Int64Paths["objects"];

/** Makes a bigint of every 64-bit integer in a value. Copies only the objects and lists that change. */
export function toBigints(value: unknown, part: Int64Part, objects: Objects): unknown {
  if (Array.isArray(value)) {
    const { items } = part;
    return items ? value.map((item) => toBigints(item, items, objects)) : value;
  }
  if (typeof value !== "object" || value === null) return part.int64 ? toBigint(value) : value;
  const properties = part.object === undefined ? undefined : objects[part.object];
  return properties ? replaceInObject(value, properties, objects) : value;
}

/** Any other value stays as it is: the validator reports it. */
function toBigint(value: unknown): unknown {
  return Number.isSafeInteger(value) ? BigInt(value as number) : value;
}

function replaceInObject(
  value: object,
  properties: Readonly<Record<string, Int64Part>>,
  objects: Objects,
): object {
  const before = value as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | undefined;
  for (const name in properties) {
    const part = properties[name];
    if (part === undefined || !Object.hasOwn(before, name)) continue;
    const after = toBigints(before[name], part, objects);
    if (after !== before[name]) (copy ??= { ...before })[name] = after;
  }
  return copy ?? value;
}
