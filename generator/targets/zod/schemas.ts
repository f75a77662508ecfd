import { uncapitalize } from "../../base/text/words.js";
import type { Direction } from "../../contract/model/model.js";
import type { TextFormat } from "../../contract/read/dialect.js";
import {
  code,
  type Code,
  joinCode,
  toIdentifier,
  toPropertyKey,
  toLiteral,
  toObjectLiteral,
} from "../../base/text/code.js";
import type {
  EnumView,
  KindView,
  ObjectView,
  PropertyView,
  TextView,
  TypeView,
} from "../../contract/view/view.js";
import { findInlined, isNamedEnum, mayBeNull, withoutShared } from "../../contract/view/walk.js";
import { printComment, toDocComment } from "../doc-comment.js";
import { formatChecks } from "../format-checks.js";

/** Properties that all objects of its kind share come from the common schema. */
export function printObjectSchema(object: ObjectView, side: Direction, common?: ObjectView): Code {
  const shared = common && hasAll(object, common) ? common : undefined;
  if (side === "request" && !object.open && object.properties.length === 0)
    return code`/* @__PURE__ */ ${useName(side)}.emptyObject()`;
  const { properties } = shared ? withoutShared(object, shared) : object;
  const shape = properties.reduce(
    (before, property) => code`${before}\n${printProperty(property, side)}`,
    shared ? code`\n...${useObject(shared, side)}.shape,` : code``,
  );
  const create = object.open ? code`openObject` : code`object`;
  const more = side === "request" ? printReading(object) : code``;
  return code`/* @__PURE__ */ ${useName(side)}.${create}(() => ({${shape}\n})${more})`;
}

/** False if an event rejects a common property. */
const hasAll = (object: ObjectView, common: ObjectView): boolean =>
  common.properties.length > 0 &&
  common.properties.every(({ name }) => object.properties.some((property) => property.name === name));

function printProperty(property: PropertyView, side: Direction): Code {
  const comment: Code = { text: printComment(toDocComment(property)), uses: [] };
  return code`${comment}${toPropertyKey(property.name)}: ${printPropertyValue(property, side)},`;
}

function printPropertyValue({ type, required, lenient }: PropertyView, side: Direction): Code {
  const helper = useName(side);
  const values = printType(type, side);
  if (required) return values;
  if (side === "request" && lenient) return code`${helper}.lenient(${values})`;
  if (side === "response" || !mayBeNull(type)) return code`${helper}.optional(${values})`;
  const rest = type === "unknown" ? type : type.filter(({ kind }) => kind !== "null");
  return code`${helper}.nullish(${printType(rest, side)})`;
}

function printReading(object: ObjectView): Code {
  const older = object.properties.flatMap(({ name, legacyNames }) =>
    legacyNames.map((legacy) => [legacy, toLiteral(name)] as const),
  );
  const inlined = findInlined(object);
  const entries: [string, Code][] = older.length > 0 ? [["older", toObjectLiteral(older)]] : [];
  if (inlined) {
    const { property, inner } = inlined;
    const nullable = inlined.nullable ? code`, nullable: true` : code``;
    const names = code`property: ${toLiteral(property.name)}, inner: ${useObject(inner, "request")}`;
    entries.push(["inlined", code`{ ${names}${nullable} }`]);
  }
  return entries.length > 0 ? code`, ${toObjectLiteral(entries)}` : code``;
}

function printType(type: TypeView, side: Direction): Code {
  if (type === "unknown") return code`${zodLibrary}.unknown()`;
  const kinds = type.filter(({ kind }) => kind !== "null").map((kind) => printKind(kind, side));
  const isNullable = kinds.length < type.length;
  if (kinds.length === 0) return isNullable ? code`${zodLibrary}.null()` : code`${zodLibrary}.never()`;
  const whole = printUnion(kinds);
  return isNullable ? code`${whole}.nullable()` : whole;
}

const printUnion = (schemas: readonly Code[]): Code =>
  schemas.length > 1 ? code`${zodLibrary}.union([${joinCode(schemas)}])` : joinCode(schemas);

function printKind(kind: KindView, side: Direction): Code {
  switch (kind.kind) {
    case "null":
    case "boolean":
      return code`${zodLibrary}.${toIdentifier(kind.kind)}()`;
    case "number":
      return printNumber(kind);
    case "text":
      return printTextSchema(kind, side);
    case "enum":
      return isNamedEnum(kind.enum) ? useName("enums", nameSchema(kind.enum)) : printEnumSchema(kind.enum);
    case "array":
      return withLimits(
        code`${zodLibrary}.array(${printType(kind.items, side)})`,
        kind.minItems,
        kind.maxItems,
      );
    case "object":
      return useObject(kind.object, side);
  }
}

/** An open enum accepts any string, and its type lists the known values. */
export function printEnumSchema({ values, open }: EnumView): Code {
  const literals = values.map(({ value }) => toLiteral(value));
  if (literals.length === 0) return open ? code`${zodLibrary}.string()` : code`${zodLibrary}.never()`;
  return open
    ? code`${useName("openEnum")}<${joinCode(literals, " | ")}>()`
    : code`${zodLibrary}.enum([${joinCode(literals)}])`;
}

function withLimits(schema: Code, least: number | undefined, most: number | undefined): Code {
  const atLeast = least === undefined ? schema : code`${schema}.min(${least})`;
  return most === undefined ? atLeast : code`${atLeast}.max(${most})`;
}

/** `int` rejects an integer that JSON.parse has rounded. */
const printNumber = ({ level, minimum, maximum }: Extract<KindView, { kind: "number" }>): Code =>
  withLimits(level === "number" ? code`${zodLibrary}.number()` : code`${zodLibrary}.int()`, minimum, maximum);

/** Formats are only checked in answers: any date that a shop sends is accepted. */
function printTextSchema({ formats, minLength, maxLength }: TextView, side: Direction): Code {
  const asked = side === "response" ? formats.map(printFormat) : [];
  const text = asked.length > 0 ? printUnion(asked) : code`${zodLibrary}.string()`;
  // Zod counts code units, but JSON Schema counts code points.
  const length = code`${useName("formats", "lengthOf")}(text)`;
  const atLeast = minLength === undefined ? text : code`${text}.refine((text) => ${length} >= ${minLength})`;
  return maxLength === undefined ? atLeast : code`${atLeast}.refine((text) => ${length} <= ${maxLength})`;
}

/** The validators' functions, because zod's accept other dates and URLs. */
const printFormat = (format: TextFormat): Code =>
  code`${zodLibrary}.stringFormat(${toLiteral(format)}, ${useName("formats", formatChecks[format])})`;

const modules = {
  z: { path: "zod", isWhole: true },
  request: { path: "request.js", isWhole: true },
  response: { path: "response.js", isWhole: true },
  openEnum: { path: "open-enum.js", isWhole: false },
  formats: { path: "formats.js", isWhole: false },
  enums: { path: "enums.js", isWhole: false },
  requests: { path: "requests.js", isWhole: false },
  responses: { path: "responses.js", isWhole: false },
} as const;

export type ModuleName = keyof typeof modules;

/** The file with this code imports the name. */
const useName = (module: ModuleName, name: string = module): Code => ({
  text: toIdentifier(name).text,
  uses: [`${module} ${name}`],
});

const zodLibrary: Code = useName("z");

const useObject = (object: ObjectView, side: Direction): Code => useName(`${side}s`, nameSchema(object));

/** No language reserves such a name. */
export const nameSchema = ({ name }: { readonly name: string }): string => `${uncapitalize(name)}Schema`;

/** `own` is the module itself, or `event` for a module outside the shared folder. */
export function printModuleImports(codes: readonly Code[], own: ModuleName | "event"): string {
  const used = new Set(codes.flatMap(({ uses }) => uses));
  const folder = own === "event" ? "./parts/" : "./";
  const imports = (Object.keys(modules) as ModuleName[]).map((module) => {
    const names = [...used].filter((each) => each.startsWith(`${module} `)).map((each) => each.split(" ")[1]);
    if (names.length === 0 || module === own) return "";
    const { path, isWhole } = modules[module];
    const source = module === "z" ? path : folder + path;
    return `import ${isWhole ? `* as ${module}` : `{ ${names.sort().join(", ")} }`} from "${source}";\n`;
  });
  return imports.join("");
}
