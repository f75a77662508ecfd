import type { Inlined } from "../../../templates/copied/validators/checks.js";
import { accessProperty, code, joinCode, toIdentifier, toLiteral, type Code } from "../../base/text/code.js";
import { joinPointer } from "../../contract/read/pointer.js";
import { findInlined, listPropertyNames, mayBeNull, type InlinedProperty } from "../../contract/view/walk.js";
import type { GateView, ObjectView, PropertyView } from "../../contract/view/view.js";
import { checkType, nameFunction, toExpression, type CheckSettings, type ValueCheck } from "./check-type.js";
import { toRuntimeSpans, use } from "./runtime.js";

/** Lines that check the properties of the object `own`: first what is missing, then each value. */
export function checkProperties(object: ObjectView, settings: CheckSettings): readonly Code[] {
  const inlined = settings.side === "request" ? findInlined(object) : undefined;
  const { properties } = object;
  return [
    ...properties.flatMap((property) =>
      checkPresence(property, property === inlined?.property ? holdsInlined(object, inlined) : undefined),
    ),
    ...properties.flatMap((property) =>
      listPropertyNames(property).flatMap((name) =>
        checkValue(property, name, property === inlined?.property, settings),
      ),
    ),
    ...(inlined ? [checkInlined(object, inlined)] : []),
  ];
}

/** Adds what another expression finds in a part of the object. */
export const addFaults = (path: string, found: Code): Code =>
  code`faults = ${use("under")}(faults, ${toLiteral(path)}, ${found});`;

/** Reads a property of the checked object: not one that every object inherits, such as `constructor`. */
const readProperty = (name: string): Code =>
  name in Object.prototype
    ? code`(${use("hasOwn")}.call(own, ${toLiteral(name)}) ? ${accessProperty(code`own`, name)} : undefined)`
    : accessProperty(code`own`, name);

/** The variable with the value of a property, which is read once. */
const part = code`part`;

/** Tests whether a property is there under none of its names; a null may count as absent. */
const isAbsent = (property: PropertyView, isNullAbsent = false): Code =>
  joinCode(
    listPropertyNames(property).map((name) =>
      isNullAbsent
        ? code`(${readProperty(name)} ?? null) === null`
        : code`${readProperty(name)} === undefined`,
    ),
    " && ",
  );

/** Checks that a property is present where it has to be: under one of its names, or by the properties of its object. */
function checkPresence(property: PropertyView, inlined: Code | undefined): readonly Code[] {
  const { name, required, gate } = property;
  const test = inlined ?? isAbsent(property);
  if (required) return [code`if (${test}) faults = ${use("missing")}(faults, ${toLiteral(name)});`];
  if (!gate?.required) return [];
  const spans = toRuntimeSpans(gate.required);
  const found = code`${use("fault")}("required there", ${toLiteral({ name, spans })})`;
  return [code`if (${test} && ${use("isRequired")}(context, ${toLiteral(spans)})) ${addFaults("", found)}`];
}

/**
 * Checks the value of a property under one of its names, if it is present. That of a request is read leniently, with notes on
 * how: a null for a property that may be absent is left out, and so is what does not fit where nobody documents what fits;
 * another spelling is read as the canonical one.
 */
function checkValue(
  property: PropertyView,
  spelling: string,
  isInlined: boolean,
  settings: CheckSettings,
): readonly Code[] {
  const { name, required, lenient, type } = property;
  const isThere = code`(part = ${readProperty(spelling)}) !== undefined`;
  const older = code`${use("readAs")}(own, ${toLiteral(spelling)}, ${toLiteral(name)}, context);`;
  const renamed =
    settings.side === "request" && spelling !== name
      ? [code`if (${readProperty(spelling)} !== undefined) ${older}`]
      : [];
  const check = checkGate(property, spelling, checkEras(property, settings));
  if (!check) return renamed;
  const { isWrong, faults } = check;
  const isRead = settings.side === "response" || (!lenient && ((required && !isInlined) || mayBeNull(type)));
  const reader = use(lenient ? "undocumented" : "optional");
  const read = isRead ? faults : code`${reader}(own, ${toLiteral(spelling)}, ${faults}, context)`;
  const test = isWrong ? code`${isThere} && ${isWrong}` : isThere;
  return [...renamed, code`if (${test}) ${addFaults(joinPointer("", spelling), read)}`];
}

/** Of a property that the shop does not have at all, what is wrong inside is not worth reporting. */
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

/** Where its shape changes with the release and the release is unknown, the value has to fit every shape. */
function checkEras({ type, gate }: PropertyView, settings: CheckSettings): ValueCheck | undefined {
  const check = checkType(type, part, settings);
  if (!gate?.eras) return check;
  const eras = code`${use("everyEra")}(context, [${joinCode(listEras(gate.eras, settings), ", ")}])`;
  return check
    ? { faults: code`context.any ? ${toExpression(check)} : ${eras}` }
    : { isWrong: code`!context.any`, faults: eras };
}

const listEras = (eras: NonNullable<GateView["eras"]>, settings: CheckSettings): readonly Code[] =>
  eras.flatMap(({ spans, type }) => {
    const check = checkType(type, part, { ...settings, era: spans });
    return check ? [code`[${toLiteral(toRuntimeSpans(spans))}, () => ${toExpression(check)}]`] : [];
  });

/** Tests whether a property is missing whose inner properties are not in its holder either. */
const holdsInlined = (object: ObjectView, { property, nullable }: InlinedProperty): Code =>
  code`${isAbsent(property, !nullable)} && !${use("holdsAny")}(own, ${nameInlined(object)}.names)`;

/** Where the property is absent, the inner properties may be in its holder. */
const checkInlined = (object: ObjectView, { property, inner, nullable }: InlinedProperty): Code => {
  const found = code`${use("takeIn")}(own, ${nameInlined(object)}, ${nameFunction(inner.name)}, context)`;
  return code`if (${isAbsent(property, !nullable)}) ${addFaults("", found)}`;
};

const nameInlined = ({ name }: ObjectView): Code => toIdentifier(`inlinedIn${name}`);

/** The constant with the inner properties that may be directly in a request's object, if there are any. */
export function printInlined(object: ObjectView, { side }: CheckSettings): readonly Code[] {
  const found = side === "request" ? findInlined(object) : undefined;
  if (!found) return [];
  const { names, nullable, property } = found;
  const inlined: Inlined = {
    into: property.name,
    names,
    ...(nullable && { nullable }),
    ...(property.lenient && { lenient: true }),
  };
  return [code`const ${nameInlined(object)}: ${use("Inlined")} = ${toLiteral(inlined)};`];
}
