import type { ObjectView, PropertyView } from "../../version/view.js";
import { forbiddenLiteral } from "./enum-check.js";
import { propertyAt, whole } from "./place.js";
import { isNotIn, mayBeIn, spansLiteral } from "./release-test.js";
import { faultLiteral } from "./reporting.js";
import {
  block,
  branches,
  keyOf,
  listLiteral,
  literal,
  memberOf,
  when,
  type Branch,
  type Code,
  type Lines,
} from "./statements.js";
import { checkType, functionName, type Checking } from "./type-check.js";

/** What one function is to check: an object, and the object that it extends. */
export interface Checked {
  readonly object: ObjectView;
  readonly base?: ObjectView;
  /** Whether this is only what others extend: it cannot know all their properties. */
  readonly partial?: boolean;
}

/**
 * The function that checks an object, and what it needs to know. It tells of all that is missing before it looks at
 * any value: a receiver goes by the first fault.
 */
export function printObjectCheck(checked: Checked, checking: Checking): string {
  const { object, base, partial = false } = checked;
  const { report } = checking;
  const isClosed = checking.side === "response" && !object.open && !partial;
  const lines = [
    ...(base ? report.part(whole, `${functionName(base.name)}(own, context)`) : []),
    ...object.properties.flatMap((property) => checkPresence(property, checking)),
    ...object.properties.flatMap((property) => checkProperty(property, isClosed, checking)),
    ...(isClosed ? checkUnknown(checked) : []),
    `return ${report.result};`,
  ];
  const head = `export function ${functionName(object.name)}(${partial ? "own" : "value"}: any, context: CheckContext): Faults`;
  const start = partial ? [] : ownLines;
  return [
    ...(isClosed ? closedConstant(checked, checking) : []),
    ...block(head, [...start, ...declarations(lines, isClosed), ...lines]),
  ].join("\n");
}

/** What is no object has no properties to tell of. */
const ownLines: Lines = [
  `if (!isObject(value)) return [${faultLiteral(whole, "type", 'expected: "an object"')}];`,
  "const own = ownOf(value, context);",
];

/** The variables that these lines set. */
function declarations(lines: Lines, isClosed: boolean): Lines {
  const sets = (name: string): boolean => lines.some((line) => line.trimStart().startsWith(`${name} = `));
  return [
    ...(sets("part") ? ["let part;"] : []),
    ...(sets("inner") ? ["let inner: Faults;"] : []),
    ...(lines.at(-1) === "return faults;" ? ["let faults: Faults;"] : []),
    ...(isClosed ? ["let known = 0;"] : []),
  ];
}

const spellingsOf = ({ name, legacyNames }: PropertyView): readonly string[] => [name, ...legacyNames];

/** A plain object has by some names what all objects inherit. */
const read = (name: string): Code =>
  name in Object.prototype
    ? `(hasOwn.call(own, ${literal(name)}) ? ${memberOf("own", name)} : undefined)`
    : memberOf("own", name);

/** One spelling of what is required will do. */
function checkPresence(property: PropertyView, { report }: Checking): Lines {
  const { name, gate } = property;
  const isMissing = spellingsOf(property)
    .map((spelling) => `${read(spelling)} === undefined`)
    .join(" && ");
  const always = when(isMissing, report.fault(whole, "missing", `name: ${literal(name)}`));
  return [
    ...(property.required ? always : []),
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

function checkProperty(property: PropertyView, isClosed: boolean, checking: Checking): Lines {
  return spellingsOf(property).flatMap((name) => {
    const lines = [
      ...(isClosed ? ["known += 1;"] : []),
      ...branches([...notThere(name, property, checking), { lines: checkEras(name, property, checking) }]),
    ];
    if (lines.length === 0) return [];
    return [`part = ${read(name)};`, ...when("part !== undefined", lines)];
  });
}

/** Of what the shop does not have at all, what is wrong inside is not worth saying. */
function notThere(name: string, { gate }: PropertyView, { report }: Checking): Branch[] {
  if (!gate?.exists) return [];
  const place = propertyAt(whole, name, "part");
  const more = `name: ${literal(name)}, spans: ${spansLiteral(gate.exists)}`;
  return [{ test: isNotIn(gate.exists), lines: report.fault(place, "property not there", more) }];
}

/** Shapes through time: where the release is not known, the value has to fit all of them. */
function checkEras(name: string, { type, gate }: PropertyView, checking: Checking): Lines {
  const place = propertyAt(whole, name, "part");
  const lines = checkType(type, place, checking);
  if (!gate?.eras) return lines;
  const eras = gate.eras.flatMap((era) => when(mayBeIn(era.spans), checkType(era.type, place, checking)));
  return branches([{ test: "context.any", lines }, { lines: eras }]);
}

/** Counting is quicker than to look each name up. */
function checkUnknown({ object, base }: Checked): Lines {
  const others = base?.properties.flatMap(spellingsOf) ?? [];
  return [
    ...others.flatMap((name) => when(`${read(name)} !== undefined`, ["known += 1;"])),
    ...when("countOf(own) !== known", [`faults = withUnknown(own, ${closedName(object)}, faults);`]),
  ];
}

const closedName = ({ name }: ObjectView): string => `closed${name}`;

function closedConstant({ object, base }: Checked, { fleet }: Checking): Lines {
  const known = [...(base?.properties ?? []), ...object.properties].flatMap(spellingsOf);
  const forbidden = [...(base?.forbidden ?? []), ...object.forbidden].map(
    ({ name, reason }) => `    ${keyOf(name)}: ${forbiddenLiteral(reason, fleet)},`,
  );
  return [
    `const ${closedName(object)}: ClosedObject = {`,
    `  known: ${listLiteral(known)},`,
    ...(forbidden.length > 0 ? ["  forbidden: {", ...forbidden, "  },"] : ["  forbidden: {},"]),
    "};",
    "",
  ];
}
