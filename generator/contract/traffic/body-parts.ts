import type { JsonObject } from "../../base/json.js";
import type { Direction, Model, ObjectModel, PropertyModel, TypeModel } from "../model/model.js";

export interface BodyOrigin {
  /** From the URL; the spec may not have it. */
  readonly event: string;
  readonly direction: Direction;
  /** True for the POS's report of a wrong answer, and for the answer to it. */
  readonly isReport: boolean;
}

/** Nothing of an answer to a report is known. An event that the spec does not have still has the envelope. */
export function findRoot(
  { events, envelope, errorRequest }: Model,
  { event, direction, isReport }: BodyOrigin,
): TypeModel {
  if (isReport) return direction === "request" ? toTypes(errorRequest) : [];
  return toTypes((events.find(({ name }) => name === event) ?? envelope)[direction]);
}

const toTypes = (object: ObjectModel): TypeModel => [{ exists: [], kind: { kind: "object", object } }];

export const listItemTypes = (types: TypeModel): TypeModel =>
  types.flatMap(({ kind }) => (kind.kind === "array" ? kind.items : []));

/** In any release. */
export const listTypes = ({ eras }: PropertyModel): TypeModel => eras.flatMap(({ type }) => type);

export const listObjects = (types: TypeModel): readonly ObjectModel[] =>
  types.flatMap(({ kind }) => (kind.kind === "object" ? [kind.object] : []));

/** The properties of a value in a body of this event, in any release. */
export function listOwnProperties(types: TypeModel, { event }: BodyOrigin): readonly PropertyModel[] {
  const [object, ...others] = listObjects(types);
  // Most places have one object. A recording has many.
  if (object && others.length === 0 && !object.limited) return object.properties;
  return listObjects(types).flatMap(({ properties, limited = [] }) => [
    ...properties,
    ...limited.filter(({ events }) => events.includes(event)).map(({ property }) => property),
  ]);
}

/**
 * The properties that a name in a body may mean, in any of its spellings. Requests may have the properties of inlined
 * objects directly in their parent, `holder`. Empty if the contract does not have the name here.
 */
export function findNamed(
  own: readonly PropertyModel[],
  name: string,
  origin: BodyOrigin,
  holder: JsonObject = {},
): readonly PropertyModel[] {
  const isNamed = (each: PropertyModel): boolean => each.name === name || each.legacyNames.includes(name);
  const inlined = own.filter((each) => each.inlined && !Object.hasOwn(holder, each.name));
  const inside = inlined.flatMap((each) => listOwnProperties(listTypes(each), origin));
  return [...own, ...inside].filter(isNamed);
}
