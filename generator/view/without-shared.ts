import type { ObjectView } from "./view.js";

/** The object without the properties that it shares with the common one. */
export const withoutShared = (object: ObjectView, common: ObjectView): ObjectView => ({
  ...object,
  properties: object.properties.filter(
    ({ name }) => !common.properties.some((shared) => shared.name === name),
  ),
  forbidden: object.forbidden.filter(({ name }) => !common.forbidden.some((shared) => shared.name === name)),
});
