import type { Checked, Checking } from "./checking.js";
import { forbiddenLiteral } from "./enum-check.js";
import { spellingsOf } from "./spelling.js";
import { keyOf, listLiteral, when, type Code, type Lines } from "./statements.js";

/** Counts a property that is there, in what all functions that check an object share. */
export const countKnown: Code = "tally.known += 1;";

/** Counting is quicker than to look each name up. */
export const checkUnknown = ({ object }: Checked): Lines =>
  when("countOf(own) !== tally.known", [`faults = withUnknown(own, ${closedName(object.name)}, faults);`]);

const closedName = (object: string): string => `closed${object}`;

export function closedConstant({ object, base }: Checked, { fleet }: Checking): Lines {
  const forbidden = object.forbidden.map(
    ({ name, reason }) => `    ${keyOf(name)}: ${forbiddenLiteral(reason, fleet)},`,
  );
  return [
    `const ${closedName(object.name)}: ClosedObject = {`,
    ...(base === undefined ? [] : [`  base: ${closedName(base)},`]),
    `  known: ${listLiteral(object.properties.flatMap(spellingsOf))},`,
    ...(forbidden.length > 0 ? ["  forbidden: {", ...forbidden, "  },"] : ["  forbidden: {},"]),
    "};",
    "",
  ];
}
