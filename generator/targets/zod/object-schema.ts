import { code, toKey, toLiteral, toObjectLiteral, type Code } from "../../text/code.js";
import { findInlined, mayBeNull, withoutShared } from "../../view/walk.js";
import type { ObjectView, PropertyView } from "../../view/view.js";
import { toDocComment } from "../doc-comment.js";
import { use, useObject, type Side } from "./names.js";
import { printType } from "./type-schema.js";

/** The schema of an object; what all objects of its kind have is taken from the common one. */
export function printObject(object: ObjectView, side: Side, common?: ObjectView): Code {
  const shared = common && hasAll(object, common) ? common : undefined;
  if (side === "request" && !object.open && object.properties.length === 0)
    return code`/* @__PURE__ */ ${use(side)}.emptyObject()`;
  const { properties } = shared ? withoutShared(object, shared) : object;
  const lines = [
    ...(shared ? [code`...${useObject(shared, side)}.shape,`] : []),
    ...properties.map((property) => printProperty(property, side)),
  ];
  const shape = lines.reduce((text, line) => code`${text}\n${line}`, code``);
  const create = object.open ? code`openObject` : code`object`;
  const reading = side === "request" ? printReading(object) : undefined;
  const more = reading ? code`, ${reading}` : code``;
  return code`/* @__PURE__ */ ${use(side)}.${create}(() => ({${shape}\n})${more})`;
}

/** An event may refuse what all others have. */
const hasAll = (object: ObjectView, common: ObjectView): boolean =>
  common.properties.length > 0 &&
  common.properties.every(({ name }) => object.properties.some((property) => property.name === name));

function printProperty(property: PropertyView, side: Side): Code {
  const comment = toDocComment(property);
  const text = comment === "" ? "" : `/**\n${comment.replace(/^/gm, " * ")}\n */\n`;
  return code`${{ text, uses: [] }}${toKey(property.name)}: ${printValue(property, side)},`;
}

function printValue({ type, required, lenient }: PropertyView, side: Side): Code {
  if (required) return printType(type, side);
  const helper = use(side);
  if (side === "response") return code`${helper}.optional(${printType(type, side)})`;
  if (lenient) return code`${helper}.lenient(${printType(type, side)})`;
  if (!mayBeNull(type)) return code`${helper}.optional(${printType(type, side)})`;
  const rest = type === "unknown" ? type : type.filter(({ kind }) => kind !== "null");
  return code`${helper}.nullish(${printType(rest, side)})`;
}

/** What the schema of an object in a request knows besides its shape, if there is anything. */
function printReading(object: ObjectView): Code | undefined {
  const older = object.properties.flatMap(({ name, legacyNames }) =>
    legacyNames.map((legacy) => [legacy, toLiteral(name)] as const),
  );
  const inlined = findInlined(object);
  const entries = [
    ...(older.length > 0 ? [["older", toObjectLiteral(older)] as const] : []),
    ...(inlined ? [["inlined", printInlined(inlined)] as const] : []),
  ];
  return entries.length > 0 ? toObjectLiteral(entries) : undefined;
}

const printInlined = ({ property, inner, nullable }: NonNullable<ReturnType<typeof findInlined>>): Code =>
  toObjectLiteral([
    ["property", toLiteral(property.name)],
    ["inner", useObject(inner, "request")],
    ...(nullable ? [["nullable", code`true`] as const] : []),
  ]);
