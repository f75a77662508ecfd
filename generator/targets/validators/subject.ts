import { joinPointer } from "../../spec/pointer.js";
import { code, toLiteral, type Code } from "../../text/code.js";

/** The value that statements check, which is the checked object or a part of it. */
export interface Subject {
  /** The expression that holds the value. */
  readonly value: Code;
  readonly path: Path;
  /** How many arrays the value is in. */
  readonly depth: number;
}

/** A JSON Pointer from the checked object: code for as much as ends with the index of an item, and the text after it. */
export interface Path {
  readonly code?: Code;
  readonly pointer: string;
}

/** The checked object itself. */
export const wholeObject: Subject = { value: code`own`, path: { pointer: "" }, depth: 0 };

/** A property of the subject, whose value this expression holds. */
export const toProperty = ({ path, depth }: Subject, name: string, value: Code): Subject => ({
  value,
  path: { ...path, pointer: joinPointer(path.pointer, name) },
  depth,
});

/** An item of the subject, which is an array, by the variables that hold the item and its index. */
export function toItem({ path, depth }: Subject): Subject & { readonly index: Code } {
  const index = code`i${depth}`;
  const itemPath = code`${toPathCode({ ...path, pointer: `${path.pointer}/` })} + ${index}`;
  return { value: code`item${depth}`, path: { code: itemPath, pointer: "" }, depth: depth + 1, index };
}

/** An expression for a path: `"/lines/" + i0 + "/price"`. */
export function toPathCode({ code: start, pointer }: Path): Code {
  if (start === undefined) return toLiteral(pointer);
  return pointer === "" ? start : code`${start} + ${toLiteral(pointer)}`;
}
