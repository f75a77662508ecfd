import { findInlined } from "../../view/inlined.js";
import type { ObjectView } from "../../view/view.js";
import { code, toIdentifier, toLiteral, toObjectLiteral, type Code } from "../../text/code.js";
import type { CheckedObject, CheckSettings } from "./checking.js";
import { use } from "./names.js";
import { isAbsent } from "./spelling.js";
import { choose, when, type Statements } from "./statements.js";
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

/**
 * Where the property is absent, checks the inner properties in the object, and notes to read them as those of the
 * property: where all of them are null, as its null, if it has one.
 */
export function checkInlined({ object }: CheckedObject, { side, report }: CheckSettings): Statements {
  const found = side === "request" ? findInlined(object) : undefined;
  if (!found) return [];
  const { property, inner, nullable } = found;
  const call = code`${toFunctionName(inner.name)}(own, context)`;
  const taken = [
    ["into", toLiteral(property.name)],
    ["names", nameConstant(object)],
  ] as const;
  const take = (...more: (readonly [string, Code])[]): Code =>
    code`${use("takeIn")}(own, ${toObjectLiteral([...taken, ...more])}, context);`;
  const isNull = code`${use("holdsOnlyNulls")}(own, ${nameConstant(object)})`;
  return when(
    code`${isAbsent(property, !nullable)} && ${holdsInlined(object)}`,
    choose([
      ...(nullable ? [{ test: isNull, body: [take(["isNull", code`true`])] }] : []),
      { body: property.lenient ? [take(["fault", call])] : [...report.call(wholeObject, call), take()] },
    ]),
  );
}
