import type { Direction } from "../../model/model.js";
import { dropArrays } from "../../spec/values.js";
import { type EnvelopeFile, optionalRelease } from "../../spec/dialect.js";
import { findFile, findProperty, listObjects, type FoundShape } from "../../spec/find-shape.js";
import { envelopePath, objectPath } from "../../spec/files.js";
import { baseline, type Release } from "../../time/release.js";
import type { Subject } from "../claim.js";
import { shapesIn, type Draft } from "./draft.js";

/** The names on the way to a part, without marks of arrays. */
export const toNames = (path: string): readonly string[] => dropArrays(path).split(".");

/** The list of an event, or of the envelope, in which what stands at the top of a body of this side is. */
export const toRole = (side: Subject["side"]): "carries" | "answers" =>
  side === "request" ? "carries" : "answers";

/** The file of what stands at the top of a body. */
export const findRootFile = (side: Direction, name: string): string => objectPath(toRole(side), name);

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
