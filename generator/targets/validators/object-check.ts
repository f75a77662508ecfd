import type { PropertyView } from "../../view/view.js";
import type { Checked, Checking } from "./checking.js";
import { checkUnknown, closedConstant, countKnown } from "./closed-check.js";
import { propertyAt, whole, type Place } from "./place.js";
import { isNotIn, mayBeIn, spansLiteral } from "./release-test.js";
import { duringEra, faultLiteral, type Reporting } from "./reporting.js";
import { read, spellingsOf } from "./spelling.js";
import { block, branches, literal, when, type Branch, type Code, type Lines } from "./statements.js";
import { checkType, functionName } from "./type-check.js";

/**
 * The function that checks an object, and what it needs to know. It tells of all that is missing before it looks at
 * any value: a receiver goes by the first fault.
 */
export function printObjectCheck(checked: Checked, checking: Checking): string {
  const { object, base, partial = false } = checked;
  const { report } = checking;
  const isClosed = checking.side === "response" && !object.open;
  const properties = object.properties.map((property, index) => ({
    property,
    kept: keptName(property, index),
  }));
  const [subject, tally] = [partial ? "own" : "value", isClosed ? ", tally" : ""];
  const lines = [
    ...(base === undefined ? [] : report.part(whole, `${functionName(base)}(own, context${tally})`)),
    ...properties.flatMap((each) => checkPresence(each, checking)),
    ...properties.flatMap((each) => checkProperty(each, isClosed, checking)),
    // What others extend cannot know all their properties.
    ...(isClosed && !partial ? checkUnknown(checked) : []),
    `return ${report.result};`,
  ];
  const parameters = [
    `${subject}: any`,
    "context: CheckContext",
    ...(isClosed && partial ? ["tally: Tally"] : []),
  ];
  const head = `export function ${functionName(object.name)}(${parameters.join(", ")}): ${report.type}`;
  const start = partial
    ? []
    : [...ownLines(checking), ...(isClosed ? ["const tally: Tally = { known: 0 };"] : [])];
  return [
    ...(isClosed ? closedConstant(checked, checking) : []),
    ...block(head, [...start, ...declarations(lines, report), ...lines]),
  ].join("\n");
}

/** A property, and the constant that holds its value from the start. */
interface Kept {
  readonly property: PropertyView;
  readonly kept: Code | undefined;
}

/** What has to be there is read once; to read it again costs more than all else that is done with most values. */
const keptName = ({ required, legacyNames }: PropertyView, index: number): Code | undefined =>
  required && legacyNames.length === 0 ? `part${index}` : undefined;

/** What is no object has no properties to tell of. */
const ownLines = ({ side, report }: Checking): Lines => [
  `if (!isObject(value)) return ${report.only(faultLiteral(whole, "type", 'expected: "an object"'))};`,
  `const own = ${side === "request" ? "readOf" : "ownOf"}(value, context);`,
];

/** The variables that these lines set. */
function declarations(lines: Lines, { type, stops }: Reporting): Lines {
  const sets = (name: string): boolean => lines.some((line) => line.trimStart().startsWith(`${name} = `));
  return [
    ...(sets("part") ? ["let part;"] : []),
    ...(sets("inner") ? [`let inner: ${type};`] : []),
    ...(stops ? [] : ["let faults: Faults;"]),
  ];
}

/** One spelling of what is required will do. */
function checkPresence({ property, kept }: Kept, { report }: Checking): Lines {
  const { name, gate } = property;
  const fault = report.fault(whole, "missing", `name: ${literal(name)}`);
  if (kept !== undefined) return [`const ${kept} = ${read(name)};`, ...when(`${kept} === undefined`, fault)];
  const isMissing = spellingsOf(property)
    .map((spelling) => `${read(spelling)} === undefined`)
    .join(" && ");
  return [
    ...(property.required ? when(isMissing, fault) : []),
    ...(gate?.required
      ? when(
          `${isMissing} && !context.any && ${mayBeIn(gate.required)}`,
          report.fault(
            whole,
            "required there",
            `name: ${literal(name)}, spans: ${spansLiteral(gate.required)}`,
          ),
        )
      : []),
  ];
}

function checkProperty({ property, kept }: Kept, isCounted: boolean, checking: Checking): Lines {
  return spellingsOf(property).flatMap((name) => {
    const place = propertyAt(whole, name, kept ?? "part");
    const lines = [
      ...(isCounted ? [countKnown] : []),
      ...branches([
        ...notThere(place, name, property, checking),
        { lines: checkEras(place, property, checking) },
      ]),
    ];
    if (lines.length === 0) return [];
    if (kept === undefined) return [`part = ${read(name)};`, ...when("part !== undefined", lines)];
    // Where a fault ends the function, what is missing does not get here.
    return checking.report.stops ? lines : when(`${kept} !== undefined`, lines);
  });
}

/** Of what the shop does not have at all, what is wrong inside is not worth saying. */
function notThere(place: Place, name: string, { gate }: PropertyView, { report }: Checking): Branch[] {
  if (!gate?.exists) return [];
  const more = `name: ${literal(name)}, spans: ${spansLiteral(gate.exists)}`;
  return [{ test: isNotIn(gate.exists), lines: report.fault(place, "property not there", more) }];
}

/** Shapes through time: where the release is not known, the value has to fit all of them. */
function checkEras(place: Place, { type, gate }: PropertyView, checking: Checking): Lines {
  const lines = checkType(type, place, checking);
  if (!gate?.eras) return lines;
  const eras = gate.eras.flatMap((era) => {
    const report = duringEra(checking.report, spansLiteral(era.spans));
    return when(mayBeIn(era.spans), checkType(era.type, place, { ...checking, report }));
  });
  return branches([{ test: "context.any", lines }, { lines: eras }]);
}
