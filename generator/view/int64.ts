import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import { findObjects } from "./walk.js";
import type { GateView, KindView, ObjectView, PropertyView, TypeView, View } from "./view.js";

/** How 64-bit integers are held: as numbers, of which the larger ones are refused, or as bigints, which hold all. */
export type Int64Mode = "number" | "bigint";

/** The view with its 64-bit integers held in this way. Fails if one name would have two types. */
export function holdInt64(view: View, mode: Int64Mode): Outcome<View> {
  if (mode === "number") return success(view);
  const hold = createHolder();
  const held: View = {
    ...view,
    int64: "bigint",
    events: view.events.map((event) => ({
      ...event,
      request: hold(event.request),
      response: hold(event.response),
    })),
    errorRequest: hold(view.errorRequest),
    commonRequest: hold(view.commonRequest),
    commonResponse: hold(view.commonResponse),
  };
  const split = findSplit(held);
  return split.length > 0 ? failure(split) : success(held);
}

/** Maps objects, each once. */
function createHolder(): (object: ObjectView) => ObjectView {
  const known = new Map<ObjectView, ObjectView>();
  const holdObject = (object: ObjectView): ObjectView => {
    const held = known.get(object) ?? {
      ...object,
      properties: object.properties.map(holdProperty),
      ...(object.base && { base: holdObject(object.base) }),
    };
    known.set(object, held);
    return held;
  };
  const holdProperty = (property: PropertyView): PropertyView => ({
    ...property,
    type: holdType(property.type, property.type),
    ...(property.gate && { gate: holdGate(property.gate, property.type) }),
  });
  const holdGate = ({ eras, ...gate }: GateView, whole: TypeView): GateView => ({
    ...gate,
    ...(eras && { eras: eras.map((era) => ({ ...era, type: holdType(era.type, whole) })) }),
  });
  /** A handler writes values of the whole type, so the integers of an era are held as that type's are. */
  const holdType = (type: TypeView, whole: TypeView): TypeView =>
    type === "unknown" ? type : type.map((kind) => holdKind(kind, whole));
  const holdKind = (kind: KindView, whole: TypeView): KindView => {
    if (kind.kind === "object") return { ...kind, object: holdObject(kind.object) };
    if (kind.kind === "number") return hasInt64(whole) ? { ...kind, held: "bigint" } : kind;
    if (kind.kind !== "array") return kind;
    return { ...kind, items: holdType(kind.items, getItems(whole)) };
  };
  return holdObject;
}

const hasInt64 = (type: TypeView): boolean => type !== "unknown" && type.some(isInt64);

const isInt64 = (kind: KindView): boolean => kind.kind === "number" && kind.level === "int64";

/** The type of the items of the arrays of a type; none if it has no arrays. */
const getItems = (type: TypeView): TypeView => findKinds(type, "array")[0]?.items ?? [];

const findKinds = <K extends KindView["kind"]>(type: TypeView, name: K): Extract<KindView, { kind: K }>[] =>
  type === "unknown" ? [] : type.filter((kind): kind is Extract<KindView, { kind: K }> => kind.kind === name);

/** Properties that held one object first and another later, of which only one has a 64-bit integer under a name of both. */
function findSplit(view: View): Problem[] {
  return [...findObjects(view).values()].flatMap(({ name, properties }) =>
    properties
      .filter(({ type, gate }) => gate?.eras?.some((era) => isSplit(era.type, type)))
      .map((property) => report("int64-in-one-shape", { property: `${name}.${property.name}` })),
  );
}

function isSplit(era: TypeView, whole: TypeView): boolean {
  const [theirs] = findKinds(whole, "object");
  const objects = findKinds(era, "object").filter(({ object }) => theirs && object !== theirs.object);
  const inObjects = objects.some(({ object }) =>
    object.properties.some(({ name, type }) => {
      const other = theirs?.object.properties.find((property) => property.name === name)?.type ?? [];
      if (other === "unknown") return false;
      const differs = findKinds(type, "number").length > 0 && hasInt64(type) !== hasInt64(other);
      return differs || isSplit(type, other);
    }),
  );
  return inObjects || findKinds(era, "array").some(({ items }) => isSplit(items, getItems(whole)));
}
