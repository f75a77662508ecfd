/** Defers a call until its result is first needed, and keeps the result. */
export function once<T>(make: () => T): () => T {
  let made: { readonly result: T } | undefined;
  return () => (made ??= { result: make() }).result;
}

/** The entry of a key; if the map has none, it is made and kept, even if it is undefined. */
export function getOrCreate<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as V;
}
