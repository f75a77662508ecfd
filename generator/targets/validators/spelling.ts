import type { PropertyView } from "../../view/view.js";
import { accessProperty, code, joinCode, toLiteral, type Code } from "../../text/code.js";
import { use } from "./names.js";

/** All names under which a property may come. */
export const listSpellings = ({ name, legacyNames }: PropertyView): readonly string[] => [
  name,
  ...legacyNames,
];

/** Reads a property of the checked object: not one that every object inherits, such as `constructor`. */
export const readProperty = (name: string): Code =>
  name in Object.prototype
    ? code`(${use("hasOwn")}.call(own, ${toLiteral(name)}) ? ${accessProperty(code`own`, name)} : undefined)`
    : accessProperty(code`own`, name);

/** Tests whether a property is there under none of its names; a null may count as absent. */
export const isAbsent = (property: PropertyView, isNullAbsent = false): Code =>
  joinCode(
    listSpellings(property).map((name) =>
      isNullAbsent
        ? code`(${readProperty(name)} ?? null) === null`
        : code`${readProperty(name)} === undefined`,
    ),
    " && ",
  );
