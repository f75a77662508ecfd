import type { Json } from "./shapes.js";

/** Makes of a shape another one for its path. */
export type Edit = () => Json;

/** So deep that what is new stays small. */
export const editDepth = 2;
