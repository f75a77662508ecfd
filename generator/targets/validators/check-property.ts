import { accessProperty, code, joinCode, toIdentifier, toLiteral, type Code } from "../../base/text/code.js";
import { findInlined, mayBeNull, type InlinedProperty, listPropertyNames } from "../../contract/view/walk.js";
import type { ObjectView, PropertyView } from "../../contract/view/view.js";
import {
  type Branch,
  toChoice,
  isOutside,
  isWithinSpans,
  leavingOut,
  mayBeWithin,
  reportEra,
  type FaultReporter,
  type Statements,
  type CheckedValue,
  toPropertyValue,
  toRuntimeSpans,
  use,
  when,
  wholeObject,
} from "./statements.js";
import { checkType, type CheckSettings } from "./check-type.js";

/** A property of an object, and how its value is come by. */
export interface KeptProperty {
  readonly property: PropertyView;
  /** The constant that keeps the value from the check of its presence on, if there is one. */
  readonly kept: Code | undefined;
  /** Set where the properties of its object may stand in its place. */
  readonly inlined: InlinedProperty | undefined;
}

/** A required property is read once: reading it again costs more than checking most values. */
export function keepValues(object: ObjectView): readonly KeptProperty[] {
  const found = findInlined(object);
  return object.properties.map((property, index) => {
    const inlined = property === found?.property ? found : undefined;
    const isKept = property.required && property.legacyNames.length === 0 && !inlined;
    return { property, kept: isKept ? code`part${index}` : undefined, inlined };
  });
}

/** Reads a property of the checked object: not one that every object inherits, such as `constructor`. */
export const readProperty = (name: string): Code =>
  name in Object.prototype
    ? code`(${use("hasOwn")}.call(own, ${toLiteral(name)}) ? ${accessProperty(code`own`, name)} : undefined)`
    : accessProperty(code`own`, name);

/** Tests whether a property is there under none of its names; a null may count as absent. */
export const isAbsent = (property: PropertyView, isNullAbsent = false): Code =>
  joinCode(
    listPropertyNames(property).map((name) =>
      isNullAbsent
        ? code`(${readProperty(name)} ?? null) === null`
        : code`${readProperty(name)} === undefined`,
    ),
    " && ",
  );

/** Tests whether inner properties stand directly in the checked object. */
export const holdsInlined = (object: ObjectView): Code =>
  code`${use("holdsAny")}(own, ${nameInlined(object)})`;

/** The constant with the names of the inner properties that may stand directly in an object. */
export const nameInlined = ({ name }: ObjectView): Code => toIdentifier(`inlinedIn${name}`);

/** Checks that a property is present where it has to be: under one of its names, or by the properties of its object. */
export function checkPresence(
  { property, kept, inlined }: KeptProperty,
  object: ObjectView,
  { report }: CheckSettings,
): Statements {
  const { name, required, gate } = property;
  const missing = report.fault(wholeObject, "missing", { name });
  if (kept) {
    return [code`const ${kept} = ${readProperty(name)};`, ...when(code`${kept} === undefined`, missing)];
  }
  const isMissing = inlined
    ? code`${isAbsent(property, !inlined.nullable)} && !${holdsInlined(object)}`
    : isAbsent(property);
  return [
    ...(required ? when(isMissing, missing) : []),
    ...(gate?.required
      ? when(
          code`${isMissing} && !context.any && ${mayBeWithin(gate.required)}`,
          report.fault(wholeObject, "required there", { name, spans: toRuntimeSpans(gate.required) }),
        )
      : []),
  ];
}

/** Checks the value of a property, if it is present. */
export const checkProperty = (
  { property, kept, inlined }: KeptProperty,
  isCounted: boolean,
  settings: CheckSettings,
): Statements =>
  listPropertyNames(property).flatMap((name) => {
    const subject = toPropertyValue(name, kept ?? use("part"));
    const checked = checkValue(
      { property, spelling: name, subject, isInlined: inlined !== undefined },
      settings,
    );
    const body = [
      ...(isCounted ? [countKnown] : []),
      ...toChoice([...refuseOutside(subject, name, property, settings.report), { body: checked }]),
    ];
    if (body.length === 0) return [];
    if (!kept) return when(isRead(name), body);
    // Where a fault ends the function, what is missing does not get here.
    return settings.report.stops ? body : when(code`${kept} !== undefined`, body);
  });

/** Counts a property that is present. */
const countKnown = code`known += 1;`;

/** Reads a property into the variable `part`, and tests whether it is there. */
const isRead = (name: string): Code => code`(${use("part")} = ${readProperty(name)}) !== undefined`;

/** Of a property that the shop does not have at all, what is wrong inside is not worth reporting. */
function refuseOutside(
  subject: CheckedValue,
  name: string,
  { gate }: PropertyView,
  report: FaultReporter,
): Branch[] {
  if (!gate?.exists) return [];
  const details = { name, spans: toRuntimeSpans(gate.exists) };
  return [{ test: isOutside(gate.exists), body: report.fault(subject, "property not there", details) }];
}

/** A property under one of its spellings. */
interface SpelledProperty {
  readonly property: PropertyView;
  readonly spelling: string;
  readonly subject: CheckedValue;
  /** Whether the properties of its object may stand in its place. */
  readonly isInlined: boolean;
}

/**
 * Checks the value of a property. That of a request is read leniently, with notes on how: a null for a property that may be
 * absent is left out, and so is what does not fit where nobody documents what fits; another spelling is read as the
 * canonical one.
 */
function checkValue(
  { property, spelling, subject, isInlined }: SpelledProperty,
  settings: CheckSettings,
): Statements {
  const { name, required, lenient, type } = property;
  if (settings.side === "response") return checkEras(subject, property, settings);
  const report = lenient ? leavingOut(spelling) : settings.report;
  const body = [
    ...(spelling === name
      ? []
      : [code`${use("readAs")}(own, ${toLiteral(spelling)}, ${toLiteral(name)}, context);`]),
    ...checkEras(subject, property, { ...settings, report }),
  ];
  if ((required && !isInlined) || mayBeNull(type)) return body;
  const leaveOut = code`${use("leaveOut")}(own, ${toLiteral(spelling)}, context);`;
  return toChoice([{ test: code`${subject.value} === null`, body: [leaveOut] }, ...toBranches(body)]);
}

/** What to do otherwise: where that is a choice again, its branches go on with the first one. */
function toBranches(body: Statements): readonly Branch[] {
  const [only, ...more] = body;
  return only && more.length === 0 && "branches" in only ? only.branches : [{ body }];
}

/**
 * Where its shape changes with the release and the release is unknown, the value has to fit every shape: then it is not
 * written.
 */
function checkEras(subject: CheckedValue, { type, gate }: PropertyView, settings: CheckSettings): Statements {
  const body = checkType(type, subject, settings);
  if (!gate?.eras) return body;
  const any: Branch = { test: code`context.any`, body };
  if (settings.writes) {
    const eras = gate.eras.map(({ spans, type: shape }) => ({
      test: isWithinSpans(spans),
      body: checkType(shape, subject, settings),
    }));
    return toChoice([any, ...eras, { body: settings.report.fault(subject, "type") }]);
  }
  const eras = gate.eras.flatMap((era) => {
    const report = reportEra(settings.report, toRuntimeSpans(era.spans));
    return when(mayBeWithin(era.spans), checkType(era.type, subject, { ...settings, report }));
  });
  return toChoice([any, { body: eras }]);
}

/** How a property of an answer is written. */
interface WriteOptions {
  /** A name for a variable of its own. */
  readonly index: number;
  readonly place: MemberPosition;
  /** What is done first, if the property is there. */
  readonly before: Statements;
}

/** Checks and writes a property, which it reads once. */
export function writeProperty(
  property: PropertyView,
  { index, place, before }: WriteOptions,
  settings: CheckSettings,
): Statements {
  const { gate, required, legacyNames } = property;
  const stop = settings.report.fault(wholeObject, "missing");
  const timed = gate?.required ? when(code`!context.any && ${mayBeWithin(gate.required)}`, stop) : [];
  const isMissing = required ? stop : timed;
  const read = listPropertyNames(property).map((name): Branch => {
    const subject = { ...toPropertyValue(name, use("part")), before: toStart(name, place) };
    const outside = gate?.exists ? when(isOutside(gate.exists), stop) : [];
    const body = [countKnown, ...before, ...outside, ...checkEras(subject, property, settings)];
    return { test: isRead(name), body };
  });
  if (legacyNames.length === 0) return toChoice([...read, { body: isMissing }]);
  const others = code`others${index}`;
  return [
    code`const ${others} = known;`,
    ...read.flatMap((branch) => toChoice([branch])),
    ...when(code`known === ${others}`, isMissing),
  ];
}

/** The position of a property among those that are written of its object. */
export type MemberPosition = "first" | "perhaps first" | "later";

/** The JSON before the value of a property: with a comma, unless it is the first that is written. */
const toStart =
  (name: string, place: MemberPosition): NonNullable<CheckedValue["before"]> =>
  (opening) => {
    const member = `${JSON.stringify(name)}:${opening}`;
    const [first, later] = [toJsonLiteral(`{${member}`), toJsonLiteral(`,${member}`)];
    if (place === "perhaps first") return code`(text ? ${later} : ${first})`;
    return place === "first" ? first : later;
  };

/** In single quotes, what is not to be escaped in them. */
const toJsonLiteral = (json: string): Code =>
  /^[\w{[,:"]*$/.test(json) ? { text: `'${json}'`, uses: [] } : toLiteral(json);
