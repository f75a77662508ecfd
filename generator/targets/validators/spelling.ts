import type { PropertyView } from "../../view/view.js";
import { literal, memberOf, type Code } from "./statements.js";

/** All names under which a property may come. */
export const spellingsOf = ({ name, legacyNames }: PropertyView): readonly string[] => [name, ...legacyNames];

/** Reads a property of the object; a plain one has by some names what all objects inherit. */
export const read = (name: string): Code =>
  name in Object.prototype
    ? `(hasOwn.call(own, ${literal(name)}) ? ${memberOf("own", name)} : undefined)`
    : memberOf("own", name);
