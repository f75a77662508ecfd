import { hasType, type Shape } from "./dialect.js";
import type { Tokens } from "./edit/edit-json.js";
import { ownEntry } from "./values.js";

/** A shape, and where it is written. */
export interface FoundShape {
  readonly file: string;
  readonly tokens: Tokens;
  readonly shape: Shape;
  /** The shapes on the way to it, outermost first, as far as they are written elsewhere than in one another. */
  readonly above: readonly FoundShape[];
}

export type GetShape = (path: string) => Shape | undefined;

/** The shape of a file. */
export function findFile(file: string, getShape: GetShape): FoundShape | undefined {
  const shape = getShape(file);
  return shape && { file, tokens: [], shape, above: [] };
}

/** A shape, and those that it stands for: behind its reference, among its alternatives, in its items. */
export function listStandIns(found: FoundShape, getShape: GetShape): readonly FoundShape[] {
  const { shape } = found;
  const target = shape.$ref === undefined ? undefined : findFile(shape.$ref, getShape);
  const inner = [
    ...(target ? [{ ...target, above: [...found.above, found] }] : []),
    ...(shape.anyOf ?? []).map((part, i) => stepInto(found, part, "anyOf", i)),
    ...(shape.items ? [stepInto(found, shape.items, "items")] : []),
  ];
  return [found, ...inner.flatMap((part) => listStandIns(part, getShape))];
}

/** The objects that a shape stands for. */
export const listObjects = (found: FoundShape, getShape: GetShape): readonly FoundShape[] =>
  listStandIns(found, getShape).filter(({ shape }) => hasType(shape, "object"));

/** A property of what a shape stands for, its own or an included one. */
export function findProperty(found: FoundShape, name: string, getShape: GetShape): FoundShape | undefined {
  return listObjects(found, getShape)
    .flatMap((object) => [
      object,
      ...(object.shape["x-includes"] ?? []).flatMap((path) => {
        const included = findFile(path, getShape);
        return included ? [{ ...included, above: [...object.above, object] }] : [];
      }),
    ])
    .flatMap((object) => {
      const part = ownEntry(object.shape.properties, name);
      return part ? [stepInto(object, part, "properties", name)] : [];
    })[0];
}

const stepInto = (found: FoundShape, shape: Shape, ...tokens: Tokens): FoundShape => ({
  file: found.file,
  tokens: [...found.tokens, ...tokens],
  shape,
  above: [...found.above, found],
});
