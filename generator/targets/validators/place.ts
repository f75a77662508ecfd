import { joinPointer } from "../../spec/pointer.js";
import { literal, type Code } from "./statements.js";

/** Where a value stands in the object that is checked. */
export interface Place {
  readonly value: Code;
  /** Its JSON Pointer: code for the part that ends with the number of an item, and what follows that. */
  readonly path: { readonly code?: Code; readonly pointer: string };
  /** How many arrays it is in. */
  readonly depth: number;
}

/** The object itself. */
export const whole: Place = { value: "own", path: { pointer: "" }, depth: 0 };

export const propertyAt = ({ path, ...place }: Place, name: string, value: Code): Place => ({
  ...place,
  value,
  path: { ...path, pointer: joinPointer(path.pointer, name) },
});

/** An item of the array at a place, by the variables that hold it and its number. */
export function itemAt({ path, depth }: Place): Place & { readonly index: Code } {
  const index = `i${depth}`;
  const code = `${pathCode({ ...path, pointer: `${path.pointer}/` })} + ${index}`;
  return { value: `item${depth}`, path: { code, pointer: "" }, depth: depth + 1, index };
}

/** `"/lines/" + i0 + "/price"` */
export function pathCode({ code, pointer }: Place["path"]): Code {
  if (code === undefined) return literal(pointer);
  return pointer === "" ? code : `${code} + ${literal(pointer)}`;
}
