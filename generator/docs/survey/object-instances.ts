import type { ExampleModel } from "../../model/flow-model.js";
import type { ObjectView, TypeView, View } from "../../view/view.js";

/** An object that an example holds. */
export interface Instance {
  readonly value: Readonly<Record<string, unknown>>;
  readonly example: ExampleModel;
}

/** Every object in the examples, by the name of its type. */
export function findInstances(
  view: View,
  examples: readonly ExampleModel[],
): ReadonlyMap<string, readonly Instance[]> {
  const found = examples.flatMap((example) => instancesIn(example, view));
  const names = new Set(found.map(([name]) => name));
  return new Map(
    [...names].map((name) => [name, found.filter(([own]) => own === name).map(([, instance]) => instance)]),
  );
}

type Named = readonly [string, Instance];

function instancesIn(example: ExampleModel, { events, errorRequest }: View): Named[] {
  const event = events.find(({ name }) => name === example.event);
  const inBody = (body: unknown, object: ObjectView | undefined): Named[] =>
    object === undefined ? [] : inObject(body, object).map(([name, value]) => [name, { value, example }]);
  return [
    ...inBody(example.request, event?.request),
    ...inBody(example.response, event?.response),
    ...inBody(example.errorRequest, errorRequest),
  ];
}

type Found = readonly [string, Instance["value"]];

function inObject(value: unknown, object: ObjectView): Found[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const record = value as Instance["value"];
  const inside = object.properties.flatMap(({ name, type }) =>
    Object.hasOwn(record, name) ? inType(record[name], type) : [],
  );
  return [[object.name, record], ...inside];
}

function inType(value: unknown, type: TypeView): Found[] {
  if (type === "unknown") return [];
  return type.flatMap((kind) => {
    if (kind.kind === "object") return inObject(value, kind.object);
    if (kind.kind !== "array" || !Array.isArray(value)) return [];
    return value.flatMap((item: unknown) => inType(item, kind.items));
  });
}
