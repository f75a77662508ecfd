import { once } from "../../generator/base/once.js";
import type { ObjectView, TypeView } from "../../generator/contract/view/view.js";
import { buildPossibleView, fleetFrom } from "../laws/judges/interpreted.js";
import { loadRealModel } from "../workbench/real-spec.js";

/** An answer with its properties as the schema has them: those of all events first, then those of an event. */
export const inSchemaOrder = (answer: object): object => {
  const { commonResponse, events } = realView();
  return order(answer, [commonResponse, ...events.map(({ response }) => response)]);
};

const realView = once(() => {
  const model = loadRealModel();
  return buildPossibleView(model, fleetFrom(model, "48"), "safe");
});

function order(value: object, objects: readonly ObjectView[]): object {
  const known = new Map(
    objects.flatMap(({ properties }) => properties.map(({ name, type }) => [name, type])),
  );
  const names = [...known.keys()].filter((name) => Object.hasOwn(value, name));
  const others = Object.keys(value).filter((name) => !known.has(name));
  return Object.fromEntries(
    [...names, ...others].map((name) => {
      const part = (value as Readonly<Record<string, unknown>>)[name];
      return [name, orderPart(part, known.get(name) ?? "unknown")];
    }),
  );
}

function orderPart(part: unknown, type: TypeView): unknown {
  if (type === "unknown" || typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) {
    const items = type.find(({ kind }) => kind === "array");
    return part.map((item: unknown) => (items?.kind === "array" ? orderPart(item, items.items) : item));
  }
  const object = type.find(({ kind }) => kind === "object");
  return object?.kind === "object" ? order(part, [object.object]) : part;
}
