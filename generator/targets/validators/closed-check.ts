import { code, toIdentifier, toKey, toLiteral, type Code } from "../../text/code.js";
import type { CheckedObject, CheckSettings } from "./checking.js";
import { explainForbidden } from "./forbidden.js";
import { use } from "./names.js";
import { listSpellings, readProperty } from "./spelling.js";
import { when, type Statements } from "./statements.js";

/** Counts a property that is present, in the tally that all functions share that check one object. */
export const countKnown = code`tally.known += 1;`;

/** Names unknown properties, if there are any: counting is quicker than looking up each name. */
export const checkUnknown = ({ object, refuses = [] }: CheckedObject): Statements => [
  ...refuses.flatMap((name) =>
    // The base has counted it.
    when(code`${readProperty(name)} !== undefined`, [code`tally.known -= 1;`]),
  ),
  ...when(code`${use("countOf")}(own) !== tally.known`, [
    code`${use("faults")} = ${use("withUnknown")}(own, ${closedName(object.name)}, ${use("faults")});`,
  ]),
];

const closedName = (object: string): Code => toIdentifier(`closed${object}`);

/** The constant that says what a closed object may hold, and why not the rest: a `ClosedObject`. */
export function printClosedConstant(
  { object, base }: CheckedObject,
  { fleet }: CheckSettings,
): readonly Code[] {
  const forbidden = object.forbidden.map(
    ({ name, reason }) => code`    ${toKey(name)}: ${toLiteral(explainForbidden(reason, fleet))},`,
  );
  return [
    code`const ${closedName(object.name)}: ${use("ClosedObject")} = {`,
    ...(base === undefined ? [] : [code`  base: ${closedName(base)},`]),
    code`  known: ${toLiteral(object.properties.flatMap(listSpellings))},`,
    ...(forbidden.length > 0 ? [code`  forbidden: {`, ...forbidden, code`  },`] : [code`  forbidden: {},`]),
    code`};`,
    code``,
  ];
}
