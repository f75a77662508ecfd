/** Objects that are the contract's: what is in them, no schema of ours knows. */
const openObjects = new Set(["request", "answer", "effects", "values"]);

/** Any JSON. */
const anything = new Set(["expected", "seen", "body"]);

type Path = readonly (string | number)[];

/** A document with one thing changed, and where. */
export interface Mutant {
  readonly path: Path;
  readonly value: unknown;
}

/** The same document with each of its values in turn replaced by what no schema knows, or with a property more. */
export function* mutate(value: unknown, path: Path = []): Generator<Mutant> {
  const key = path.at(-1);
  // A schema that is printed is nothing of ours.
  if (typeof value === "object" && value !== null && "$schema" in value) return;
  if (typeof key === "string" && (anything.has(key) || (openObjects.has(key) && typeof value === "object")))
    return;
  if (path.length > 0) yield { path, value: { unknown: true } };
  if (Array.isArray(value)) {
    for (const [index, item] of value.slice(0, 2).entries())
      yield* inside(value, index, mutate(item, [...path, index]));
  } else if (typeof value === "object" && value !== null) {
    yield { path: [...path, "unknown"], value: { ...value, unknown: true } };
    for (const [name, each] of Object.entries(value))
      yield* inside(value, name, mutate(each, [...path, name]));
  }
}

function* inside(holder: object, key: string | number, mutants: Generator<Mutant>): Generator<Mutant> {
  for (const { path, value } of mutants) {
    const copy = Array.isArray(holder) ? [...(holder as unknown[])] : { ...holder };
    Object.assign(copy, { [key]: value });
    yield { path, value: copy };
  }
}
