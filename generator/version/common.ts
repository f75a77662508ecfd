import { typeKey } from "./naming.js";
import type { ForbiddenView, ObjectView, PropertyView } from "./view.js";

/** What all of these objects have in the same way, as an object that they can extend. */
export function commonOf(name: string, description: string, objects: readonly ObjectView[]): ObjectView {
  const [first, ...rest] = objects;
  const properties =
    first?.properties.filter((property) => rest.every((object) => has(object, property))) ?? [];
  const forbidden = first?.forbidden.filter((entry) => rest.every((object) => forbids(object, entry))) ?? [];
  return { name, prose: { description, notes: [], errata: [] }, open: false, properties, forbidden };
}

/** The object without what it has in common with the others. */
export const beyond = (object: ObjectView, common: ObjectView): ObjectView => ({
  ...object,
  properties: object.properties.filter(
    ({ name }) => !common.properties.some((shared) => shared.name === name),
  ),
  forbidden: object.forbidden.filter(({ name }) => !common.forbidden.some((shared) => shared.name === name)),
});

const has = (object: ObjectView, property: PropertyView): boolean =>
  object.properties.some(
    (other) => other.name === property.name && propertyKey(other) === propertyKey(property),
  );

const propertyKey = ({ required, type, since, until, prose }: PropertyView): string =>
  JSON.stringify([required, typeKey(type), since, until, prose.description]);

const forbids = (object: ObjectView, entry: ForbiddenView): boolean =>
  object.forbidden.some(
    ({ name, reason }) => name === entry.name && JSON.stringify(reason) === JSON.stringify(entry.reason),
  );
