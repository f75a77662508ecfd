import type { ObjectView } from "./view.js";

/** The object without what it has in common with the others. */
export const withoutShared = (object: ObjectView, common: ObjectView): ObjectView => ({
  ...object,
  properties: object.properties.filter(
    ({ name }) => !common.properties.some((shared) => shared.name === name),
  ),
  forbidden: object.forbidden.filter(({ name }) => !common.forbidden.some((shared) => shared.name === name)),
});
