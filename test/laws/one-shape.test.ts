import { describe } from "vitest";
import type { Model, ObjectModel, TypeModel } from "../../generator/contract/model/model.js";
import { collectTypes, findObjects } from "../../generator/contract/view/walk.js";
import type {
  EnumView,
  ObjectView,
  ResponseMode,
  TypeView,
  View,
} from "../../generator/contract/view/view.js";
import { buildViewIfPossible } from "./judges/interpreted.js";
import { fail } from "./run.js";
import { type Scenario, itHolds } from "./fleets/scenarios.js";

const modes = ["safe", "gated"] as const;

/** Law: in a view, an object has the same shape in every event and object. */
describe("an object has one shape, wherever it is used", () => {
  for (const mode of modes) {
    itHolds({ law: `one shape, ${mode}`, runs: 300, check: (scenario) => isOneShape(scenario, mode) });
  }
});

function isOneShape({ model, fleet }: Scenario, mode: ResponseMode): void {
  const view = buildViewIfPossible(model, fleet, mode);
  if (!view) return;
  namesAreTitles(view, model);
  titlesHaveOneShape(view);
}

/** A type's name is the title of its object, or of the objects that it combines. */
function namesAreTitles(view: View, model: Model): void {
  const titles = new Set(titlesIn(model));
  for (const name of findObjects(view).keys()) {
    if (!name.split(/(?<=\d)(?:Or|And)(?=[A-Z])/).every((part) => titles.has(part)))
      fail("a type has a name of its own", { name });
  }
}

function titlesIn({ events, errorRequest }: Model): string[] {
  const seen = new Set<ObjectModel>();
  const inObject = (object: ObjectModel): void => {
    if (seen.has(object)) return;
    seen.add(object);
    if (object.base) inObject(object.base);
    for (const { eras } of object.properties) eras.forEach(({ type }) => inType(type));
  };
  const inType = (type: TypeModel): void => {
    for (const { kind } of type) {
      if (kind.kind === "object") inObject(kind.object);
      if (kind.kind === "array") inType(kind.items);
    }
  };
  [...events.flatMap(({ request, response }) => [request, response]), errorRequest].forEach(inObject);
  return [...seen].map(({ title }) => title);
}

/** Across all requests and answers, a title always names the same shape. */
function titlesHaveOneShape({ events, errorRequest, commonRequest, commonResponse }: View): void {
  const shapes = new Map<string, string>();
  const note = (name: string, shape: unknown): void => {
    const text = JSON.stringify(shape);
    const known = shapes.get(name) ?? text;
    if (known !== text) fail("a title has two shapes", { name, known, text });
    shapes.set(name, text);
  };
  const bodies = [...events.flatMap(({ request, response }) => [request, response])];
  for (const root of [...bodies, errorRequest, commonRequest, commonResponse]) {
    const { objects, enums } = collectTypes([root]);
    for (const object of objects) note(object.name, shapeOf(object));
    for (const choice of enums) note(choice.name, [choice.open, choice.values.map(({ value }) => value)]);
  }
}

/** Nested types only by name, so that a shape does not include theirs. */
const shapeOf = ({ open, properties, forbidden }: ObjectView): unknown => [
  open,
  properties.map(({ name, required, type, exists }) => [name, required, exists, typeOf(type)]),
  forbidden,
];

const typeOf = (type: TypeView): string => {
  const replacer = (key: string, value: unknown): unknown =>
    key === "object" || (key === "enum" && (value as EnumView).name !== undefined)
      ? (value as ObjectView).name
      : value;
  return JSON.stringify(type, replacer);
};
