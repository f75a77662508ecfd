import type { Inlined } from "../../../templates/copied/validators/checks.js";
import { accessProperty, code, joinCode, toIdentifier, toLiteral, type Code } from "../../base/text/code.js";
import { joinPointer } from "../../contract/read/pointer.js";
import { findInlined, listPropertyNames, mayBeNull, type InlinedProperty } from "../../contract/view/walk.js";
import type { ObjectView, PropertyView } from "../../contract/view/view.js";
import { checkType, nameFunction, toExpression, type CheckSettings, type ValueCheck } from "./check-type.js";
import { toRuntimeSpans, use } from "./runtime.js";

/** First checks for missing properties, then each value. */
export function checkProperties(object: ObjectView, settings: CheckSettings): readonly Code[] {
  const inlined = settings.side === "request" ? findInlined(object) : undefined;
  const isInlined = (property: PropertyView): boolean => property === inlined?.property;
  return [
    ...object.properties.flatMap((property) => {
      const test = inlined && isInlined(property) ? holdsInlined(object, inlined) : isAbsent(property);
      return checkPresence(property, test, settings);
    }),
    ...object.properties.flatMap((property) =>
      listPropertyNames(property).flatMap((name) =>
        checkValue(property, name, isInlined(property), settings),
      ),
    ),
    ...(inlined ? [checkInlined(object, inlined, settings)] : []),
  ];
}

/** A request's check stops at the first fault. */
const addFaults = (test: Code, path: string, found: Code, { side }: CheckSettings): Code =>
  side === "request"
    ? code`if (${test} && (faults = ${found})) return ${use("at")}(${toLiteral(path)}, faults);`
    : code`if (${test}) faults = ${use("under")}(faults, ${toLiteral(path)}, ${found});`;

const addFault = (test: Code, found: Code, { side }: CheckSettings): Code =>
  side === "request"
    ? code`if (${test}) return ${found};`
    : code`if (${test}) faults = ${use("under")}(faults, "", ${found});`;

/** Does not read a property that every object inherits, such as `constructor`. */
const readProperty = (name: string): Code =>
  name in Object.prototype
    ? code`(${use("hasOwn")}(own, ${toLiteral(name)}) ? ${accessProperty(code`own`, name)} : undefined)`
    : accessProperty(code`own`, name);

const part = code`part`;

/** Absent under all its names. If `isNullAbsent` is set, null counts as absent. */
const isAbsent = (property: PropertyView, isNullAbsent = false): Code =>
  joinCode(
    listPropertyNames(property)
      .map(readProperty)
      .map((value) => (isNullAbsent ? code`(${value} ?? null) === null` : code`${value} === undefined`)),
    " && ",
  );

/** A required property is present under one of its names, or by the properties of its object. */
function checkPresence(
  { name, required, gate }: PropertyView,
  isMissing: Code,
  settings: CheckSettings,
): readonly Code[] {
  if (required)
    return [addFault(isMissing, code`${use("fault")}("missing", ${toLiteral({ name })})`, settings)];
  if (!gate?.required) return [];
  const spans = toRuntimeSpans(gate.required);
  const found = code`${use("fault")}("required there", ${toLiteral({ name, spans })})`;
  const isRequired = code`${use("isRequired")}(context, ${toLiteral(spans)})`;
  return [addFault(code`${isMissing} && ${isRequired}`, found, settings)];
}

/**
 * Checks a property's value under one of its names. A request is read leniently, with notes: it leaves out a null
 * for an optional property and an undocumented part that does not fit, and reads another spelling as the canonical
 * one.
 */
function checkValue(
  property: PropertyView,
  spelling: string,
  isInlined: boolean,
  settings: CheckSettings,
): readonly Code[] {
  const { name, required, lenient, type } = property;
  const older = code`${use("readAs")}(value, ${toLiteral(spelling)}, ${toLiteral(name)}, context);`;
  const renamed =
    settings.side === "request" && spelling !== name
      ? [code`if (${readProperty(spelling)} !== undefined) ${older}`]
      : [];
  const check = checkGate(property, spelling, checkEras(property, settings));
  if (!check) return renamed;
  const { isWrong, faults } = check;
  const isRead = settings.side === "response" || (!lenient && ((required && !isInlined) || mayBeNull(type)));
  const reader = use(lenient ? "undocumented" : "optional");
  const found = isRead ? faults : code`${reader}(value, ${toLiteral(spelling)}, ${faults}, context)`;
  const isThere = code`(part = ${readProperty(spelling)}) !== undefined`;
  const test = isWrong ? code`${isThere} && ${isWrong}` : isThere;
  return [...renamed, addFaults(test, joinPointer("", spelling), found, settings)];
}

/** Faults inside a property that the shop lacks altogether are not reported. */
function checkGate(
  { gate }: PropertyView,
  name: string,
  check: ValueCheck | undefined,
): ValueCheck | undefined {
  if (!gate?.exists) return check;
  const spans = toRuntimeSpans(gate.exists);
  const found = code`${use("fault")}("property not there", ${toLiteral({ name, spans })})`;
  const isOutside = code`${use("isOutside")}(context, ${toLiteral(spans)})`;
  return check
    ? { faults: code`${isOutside} ? ${found} : ${toExpression(check)}` }
    : { isWrong: isOutside, faults: found };
}

/** The value must fit every shape if the release is unknown. */
function checkEras({ type, gate }: PropertyView, settings: CheckSettings): ValueCheck | undefined {
  const check = checkType(type, part, settings);
  if (!gate?.eras) return check;
  const shapes = gate.eras.flatMap((era) => {
    const shape = checkType(era.type, part, settings);
    return shape ? [code`[${toLiteral(toRuntimeSpans(era.spans))}, () => ${toExpression(shape)}]`] : [];
  });
  const eras = code`${use("everyEra")}(context, [${joinCode(shapes)}])`;
  return check
    ? { faults: code`context.any ? ${toExpression(check)} : ${eras}` }
    : { isWrong: code`!context.any`, faults: eras };
}

/** Tests that the property is missing, and that its parent has none of the inner properties. */
const holdsInlined = (object: ObjectView, { property, nullable }: InlinedProperty): Code =>
  code`${isAbsent(property, !nullable)} && !${use("holdsAny")}(own, ${nameInlined(object)}.names)`;

/** If the property is absent, its inner properties may be in its parent. */
const checkInlined = (
  object: ObjectView,
  { property, inner, nullable }: InlinedProperty,
  settings: CheckSettings,
): Code => {
  const found = code`${use("takeIn")}(value, ${nameInlined(object)}, ${nameFunction(inner.name)}, context)`;
  return addFaults(isAbsent(property, !nullable), "", found, settings);
};

const nameInlined = ({ name }: ObjectView): Code => toIdentifier(`inlinedIn${name}`);

/** The constant lists the inner properties that a request may have directly in the object. */
export function printInlined(object: ObjectView, { side }: CheckSettings): readonly Code[] {
  const found = side === "request" ? findInlined(object) : undefined;
  if (!found) return [];
  const { names, nullable, property } = found;
  const inlined: Inlined = { into: property.name, names, nullable, lenient: property.lenient ?? false };
  return [code`const ${nameInlined(object)}: ${use("Inlined")} = ${toLiteral(inlined)};`];
}
