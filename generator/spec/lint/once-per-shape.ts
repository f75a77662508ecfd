import type { Shape } from "../dialect.js";

/** Works something out of each shape at most once. */
export function oncePerShape<T>(make: (shape: Shape) => T): (shape: Shape) => T {
  const made = new Map<Shape, { readonly value: T }>();
  return (shape) => {
    const known = made.get(shape) ?? { value: make(shape) };
    made.set(shape, known);
    return known.value;
  };
}
