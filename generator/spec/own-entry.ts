/** The entry of a name; undefined for a name such as `constructor` that every object inherits. */
export const ownEntry = <T>(entries: Readonly<Record<string, T>> = {}, name: string): T | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined;
