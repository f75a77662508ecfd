import { hasType, type Shape } from "./dialect.js";
import type { Tokens } from "./edit/edit-json.js";
import { listParts, type Part } from "./link/link-spec.js";

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
export function findFile(
  file: string,
  getShape: GetShape,
  above: readonly FoundShape[] = [],
): FoundShape | undefined {
  const shape = getShape(file);
  return shape && { file, tokens: [], shape, above };
}

/** A shape, and those that it stands for: behind its reference, among its alternatives, in its items. */
export function listStandIns(found: FoundShape, getShape: GetShape): readonly FoundShape[] {
  const { $ref } = found.shape;
  const inner = [
    ...findFiles($ref === undefined ? [] : [$ref], found, getShape),
    ...listParts(found.shape)
      .filter(({ role }) => role === "alternative" || role === "item")
      .map((part) => stepInto(found, part)),
  ];
  return [found, ...inner.flatMap((part) => listStandIns(part, getShape))];
}

/** The objects that a shape stands for. */
export const listObjects = (found: FoundShape, getShape: GetShape): readonly FoundShape[] =>
  listStandIns(found, getShape).filter(({ shape }) => hasType(shape, "object"));

/** A property of what a shape stands for, its own or an included one. */
export function findProperty(found: FoundShape, name: string, getShape: GetShape): FoundShape | undefined {
  return listObjects(found, getShape)
    .flatMap((object) => [object, ...findFiles(object.shape["x-includes"] ?? [], object, getShape)])
    .flatMap((object) =>
      listParts(object.shape)
        .filter(({ role, tokens }) => role === "property" && tokens.at(-1) === name)
        .map((part) => stepInto(object, part)),
    )[0];
}

/** The shapes of files that a shape refers to or includes. */
const findFiles = (files: readonly string[], from: FoundShape, getShape: GetShape): FoundShape[] =>
  files.flatMap((file) => findFile(file, getShape, [...from.above, from]) ?? []);

const stepInto = (found: FoundShape, { shape, tokens }: Part): FoundShape => ({
  ...{ file: found.file, tokens: [...found.tokens, ...tokens], shape },
  above: [...found.above, found],
});
