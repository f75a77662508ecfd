import { createAjv, type ErrorObject } from "../../../generator/contract/read/ajv.js";
import { splitPointer } from "../../../generator/contract/read/pointer.js";
import { errorRequestName } from "../../../generator/contract/read/files.js";
import { createSide } from "../../../generator/changes/compare-sides.js";
import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import type { Direction } from "../../../generator/contract/model/model.js";
import { toJsonSchema, type Reading } from "../../workbench/json-schema.js";
import type { ObjectTree, Tree } from "../../../generator/contract/lattice/tree.js";
import type { ObjectView } from "../../../generator/contract/view/view.js";
import { findEvent, findSafeEvent, buildPossibleView } from "../judges/interpreted.js";
import type { Contract } from "./pairs.js";

export interface EventBody {
  readonly event: string;
  readonly direction: Direction;
  readonly view: ObjectView;
  readonly tree: ObjectTree;
}

/** Every request and safe answer of a fleet. Both contracts use the same keys. */
export function collectBodies({ model, fleet }: Contract): ReadonlyMap<string, EventBody> {
  const view = buildPossibleView(model, fleet, "gated");
  const side = createSide(fleet, createSnapshots(model));
  const passages: EventBody[] = [];
  const add = (event: string, direction: Direction, shape?: ObjectView, tree?: ObjectTree): void => {
    if (shape && tree) passages.push({ event, direction, view: shape, tree });
  };
  for (const [name, { request, response }] of side.events) {
    add(name, "request", findEvent(view, name)?.request, request);
    add(name, "response", findSafeEvent(model, fleet, name)?.response, response);
  }
  add(errorRequestName, "request", view.errorRequest, side.errorRequest);
  return new Map(passages.map((passage) => [`${passage.direction} ${passage.event}`, passage]));
}

export type DocumentPath = readonly string[];

const ajv = createAjv({ allErrors: true, validateSchema: false });

export function createMisfitFinder(
  root: ObjectView,
  reading: Reading,
): (body: unknown) => readonly DocumentPath[] {
  const validate = ajv.compile(toJsonSchema(root, reading));
  return (body) => (validate(body) ? [] : toPaths(validate.errors ?? []));
}

/** Every alternative reports what is missing. Count a failed `anyOf` only if no alternative got further. */
function toPaths(errors: readonly ErrorObject[]): readonly DocumentPath[] {
  const counts = (error: ErrorObject): boolean =>
    !isVague(error) ||
    !errors.some((other) =>
      isVague(other)
        ? other.instancePath.startsWith(`${error.instancePath}/`)
        : `${other.instancePath}/`.startsWith(`${error.instancePath}/`),
    );
  return errors.filter((error) => counts(error) && !isSpelling(error)).map(toPath);
}

/** Keywords that also fail for values of another kind. */
const isVague = ({ keyword }: ErrorObject): boolean => ["type", "enum", "anyOf"].includes(keyword);

/** A missing property is also missing under each legacy name. The canonical name comes first. */
const isSpelling = ({ schemaPath }: ErrorObject): boolean => /\/anyOf\/[1-9]\d*\/required$/.test(schemaPath);

/** Missing and unexpected properties are places, too. */
function toPath({ instancePath, params }: ErrorObject): DocumentPath {
  const { missingProperty, additionalProperty } = params as Readonly<Record<string, string | undefined>>;
  const name = missingProperty ?? additionalProperty;
  return [...splitPointer(instancePath), ...(name === undefined ? [] : [name])];
}

/** Replaces legacy names, even in values that the contract does not describe. */
export function withCanonicalNames(value: unknown, tree: Tree | undefined): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withCanonicalNames(item, tree?.array?.items));
  const properties = [...(tree?.object?.properties.values() ?? [])];
  const find = (name: string) =>
    tree?.object?.properties.get(name) ?? properties.find(({ model }) => model.legacyNames.includes(name));
  const entries = Object.entries(value).map(([name, part]) => {
    const otherName = name.replace(/Old\d$/, "");
    // `xOld0` may be one of several legacy names.
    const property = find(name) ?? find(otherName);
    return [property?.model.name ?? otherName, withCanonicalNames(part, property?.type)] as const;
  });
  return Object.fromEntries(entries);
}
