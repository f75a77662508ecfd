/** Where 64-bit integers stand in the bodies of the events. */
export interface Positions {
  /** The object that each event's body is; an event without any such integer has none. */
  readonly roots: Readonly<Record<string, string>>;
  /** The object that the POS's report on an answer is, if that has one. */
  readonly errorReport?: string;
  readonly objects: Readonly<Record<string, Readonly<Record<string, Position>>>>;
}

/** What a value may be or lead to; it is of one kind, so that these do not compete. */
export interface Position {
  readonly int64?: true;
  readonly object?: string;
  readonly items?: Position;
}

/** The value with another one at each place of a 64-bit integer. Copies what changes, and nothing else. */
export function replaceInt64(value: unknown, position: Position, replacement: Replacement): unknown {
  if (Array.isArray(value)) {
    const { items } = position;
    return items ? value.map((item) => replaceInt64(item, items, replacement)) : value;
  }
  if (typeof value !== "object" || value === null) return position.int64 ? replacement.replace(value) : value;
  const properties = position.object === undefined ? undefined : replacement.objects[position.object];
  return properties ? replaceIn(value, properties, replacement) : value;
}

/** What stands at the place of a 64-bit integer instead of what is there. */
export interface Replacement extends Pick<Positions, "objects"> {
  readonly replace: (value: unknown) => unknown;
}

function replaceIn(
  value: object,
  properties: Readonly<Record<string, Position>>,
  replacement: Replacement,
): object {
  const before = value as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | undefined;
  for (const name in properties) {
    const position = properties[name];
    if (position === undefined || !Object.hasOwn(before, name)) continue;
    const part = replaceInt64(before[name], position, replacement);
    if (part !== before[name]) (copy ??= { ...before })[name] = part;
  }
  return copy ?? value;
}
