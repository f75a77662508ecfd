import { findInlined } from "../../view/inlined.js";
import type { ObjectView } from "../../view/view.js";
import { code, joinCode, toIdentifier, toLiteral, toObjectLiteral, type Code } from "../../text/code.js";
import type { CheckedObject, CheckSettings } from "./checking.js";
import { use } from "./names.js";
import { listSpellings, readProperty } from "./spelling.js";
import { when, type Statements } from "./statements.js";
import { wholeObject } from "./subject.js";
import { toFunctionName } from "./type-check.js";

const nameConstant = ({ name }: ObjectView): Code => toIdentifier(`inlinedIn${name}`);

/** The constant with the names of the inner properties that may stand directly in an object, if there are any. */
export function printInlinedConstant(object: ObjectView): readonly Code[] {
  const names = findInlined(object)?.names;
  return names ? [code`const ${nameConstant(object)} = ${toLiteral(names)};`, code``] : [];
}

/** Tests whether inner properties stand directly in the checked object. */
export const holdsInlined = (object: ObjectView): Code =>
  code`${use("holdsAny")}(own, ${nameConstant(object)})`;

/** Where the property is absent, checks the inner properties in the object, and notes to read them as those of the property. */
export function checkInlined({ object }: CheckedObject, { side, report }: CheckSettings): Statements {
  const found = side === "request" ? findInlined(object) : undefined;
  if (!found) return [];
  const { property, inner } = found;
  const absent = listSpellings(property).map((name) => code`${readProperty(name)} === undefined`);
  const call = code`${toFunctionName(inner.name)}(own, context)`;
  const taken = [
    ["into", toLiteral(property.name)],
    ["names", nameConstant(object)],
  ] as const;
  const take = (...fault: (readonly [string, Code])[]): Code =>
    code`${use("takeIn")}(own, ${toObjectLiteral([...taken, ...fault])}, context);`;
  return when(
    joinCode([...absent, holdsInlined(object)], " && "),
    property.lenient ? [take(["fault", call])] : [...report.call(wholeObject, call), take()],
  );
}
