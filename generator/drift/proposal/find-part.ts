import type { Direction } from "../../model/model.js";
import type { EnvelopeFile } from "../../spec/dialect.js";
import { findFile, findProperty, listObjects, type FoundShape } from "../../spec/find-shape.js";
import { envelopePath, objectPath } from "../../spec/object-lists.js";
import { optionalRelease } from "../../spec/promised.js";
import { baseline, type Release } from "../../time/release.js";
import type { Subject } from "../claim.js";
import { shapesIn, type Draft } from "./draft.js";

/** The names on the way to a part, without marks of arrays. */
export const toNames = (path: string): readonly string[] => path.replaceAll("[]", "").split(".");

/** Subjects with the same key are the same. */
export const toKey = ({ side, path }: Subject): string => `${side} ${path.replaceAll("[]", "")}`;

/** The file of what stands at the top of a body. */
export const findRootFile = (side: Direction, name: string): string =>
  objectPath(side === "request" ? "carries" : "answers", name);

/** Where a draft describes a part of a body; undefined if nowhere. */
export function findPart(side: Direction, path: string, draft: Draft): FoundShape | undefined {
  const getShape = shapesIn(draft);
  const [name = "", ...rest] = toNames(path);
  const root = findFile(findRootFile(side, name), getShape) ?? findInErrorRequest(side, name, draft);
  return rest.reduce<FoundShape | undefined>(
    (found, step) => found && findProperty(found, step, getShape),
    root,
  );
}

function findInErrorRequest(side: Direction, name: string, draft: Draft): FoundShape | undefined {
  if (side !== "request") return undefined;
  const { errorRequest } = readEnvelope(draft);
  const root = findFile(errorRequest, shapesIn(draft));
  return root && findProperty(root, name, shapesIn(draft));
}

const readEnvelope = (draft: Draft): EnvelopeFile =>
  JSON.parse(draft.get(envelopePath) ?? "{}") as EnvelopeFile;

/** The object that a part holds, alone or in an array, the first of several. */
export const findObject = (part: FoundShape, draft: Draft): FoundShape | undefined =>
  listObjects(part, shapesIn(draft))[0];

/** Since when a shape can be there: the latest date on the way to it. */
export const findDate = (found: FoundShape): Release =>
  Math.max(
    ...[...found.above, found].map(({ shape }) => optionalRelease(shape["x-added-in"]) ?? baseline),
  ) as Release;
