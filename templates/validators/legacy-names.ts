import type { Result } from "./result.js";

/** Where a body may use older spellings of its properties' names. */
export interface LegacyNames {
  /** The canonical name of each older spelling. */
  readonly names?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, LegacyNames>>;
  readonly items?: LegacyNames;
}

/** Renames the properties of a valid body to their canonical names. Copies what changes: the body stays as it came. */
export function withCanonicalNames<T>(result: Result<T>, legacy: LegacyNames): Result<T> {
  return result.ok ? { ...result, value: rename(result.value, legacy) as T } : result;
}

function rename(value: unknown, legacy: LegacyNames): unknown {
  if (Array.isArray(value))
    return legacy.items ? renameItems(value as readonly unknown[], legacy.items) : value;
  return typeof value === "object" && value !== null ? renameProperties(value, legacy) : value;
}

function renameItems(items: readonly unknown[], legacy: LegacyNames): readonly unknown[] {
  const renamed = items.map((item) => rename(item, legacy));
  return renamed.every((item, index) => item === items[index]) ? items : renamed;
}

function renameProperties(value: object, { names = {}, properties = {} }: LegacyNames): object {
  const before = new Map<string, unknown>(Object.entries(value));
  const entries = [...before].map(([name, part]): [string, unknown] => {
    const canonical = Object.hasOwn(names, name) ? names[name] : undefined;
    // If both names are present, the older one is just an unknown property: both stay.
    const renamed = canonical === undefined || before.has(canonical) ? name : canonical;
    const inner = Object.hasOwn(properties, renamed) ? properties[renamed] : undefined;
    return [renamed, inner ? rename(part, inner) : part];
  });
  const same = entries.every(([name, part]) => before.has(name) && before.get(name) === part);
  return same ? value : Object.fromEntries(entries);
}
