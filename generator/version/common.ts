import { gateKey, typeKey } from "./naming.js";
import type { ForbiddenView, ObjectView, PropertyView } from "./view.js";

/** What all of these objects have in the same way, as an object that they can extend. */
export function commonOf(name: string, description: string, objects: readonly ObjectView[]): ObjectView {
  const [first, ...rest] = objects;
  const others = rest.map(({ properties, forbidden }) => ({
    properties: new Map(properties.map((property) => [property.name, propertyKey(property)])),
    forbidden: new Map(forbidden.map((entry) => [entry.name, forbiddenKey(entry)])),
  }));
  return {
    name,
    prose: { description, notes: [], errata: [] },
    open: false,
    properties: (first?.properties ?? []).filter((property) => {
      const key = propertyKey(property);
      return others.every(({ properties }) => properties.get(property.name) === key);
    }),
    forbidden: (first?.forbidden ?? []).filter((entry) => {
      const key = forbiddenKey(entry);
      return others.every(({ forbidden }) => forbidden.get(entry.name) === key);
    }),
  };
}

/** The object without what it has in common with the others. */
export const beyond = (object: ObjectView, common: ObjectView): ObjectView => ({
  ...object,
  properties: object.properties.filter(
    ({ name }) => !common.properties.some((shared) => shared.name === name),
  ),
  forbidden: object.forbidden.filter(({ name }) => !common.forbidden.some((shared) => shared.name === name)),
});

const propertyKey = ({ required, type, since, until, prose, gate }: PropertyView): string =>
  JSON.stringify([required, typeKey(type), since, until, prose.description, gate && gateKey(gate)]);

const forbiddenKey = ({ reason }: ForbiddenView): string => JSON.stringify(reason);
