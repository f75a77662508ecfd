import type { Int64Part, Int64Paths } from "../../../templates/int64/int64-paths.js";
import { toLiteral } from "../../text/code.js";
import type { KindView, ObjectView, PropertyView, TypeView, View } from "../../view/view.js";
import { findInlined } from "../../view/walk.js";
import { codeFile } from "../code-file.js";
import { layOutCode } from "../../layout/code.js";
import type { OutputFile, TargetContext } from "../target.js";

type Properties = Int64Paths["objects"][string];

/** Emits the code that reads and writes 64-bit integers as bigints; nothing if they are numbers. */
export function emitInt64(view: View, context: TargetContext): OutputFile[] {
  if (view.int64 === undefined) return [];
  const code = ["int64-paths", "lossless-json", "read-json", "write-json"].map((name) =>
    codeFile(`receiver/int64/${name}.ts`, context.template(`int64/${name}.ts`), context),
  );
  return [...code, codeFile("receiver/int64/contract-paths.ts", layOutCode(pathsCode(view)), context)];
}

/** The names in it are identifiers. Writing an answer needs no paths: the integers in it are bigints. */
function pathsCode(view: View): string {
  return [
    'import type { Int64Paths } from "./int64-paths.js";\n',
    "/** The 64-bit integers in requests. */",
    `export const requests: Int64Paths = ${toLiteral(findInt64Paths(view)).text};`,
  ].join("\n");
}

/** The paths to the 64-bit integers in requests; only those of objects that contain one, themselves or further below. */
export function findInt64Paths({ events, errorRequest }: Pick<View, "events" | "errorRequest">): Int64Paths {
  const objects = new Map<ObjectView, Properties>();
  const inObject = (object: ObjectView): Properties => {
    const inlined = findInlined(object)?.inner.properties ?? [];
    const properties =
      objects.get(object) ?? Object.fromEntries([...inlined, ...object.properties].flatMap(inProperty));
    objects.set(object, properties);
    return properties;
  };
  const inProperty = ({ name, legacyNames, type }: PropertyView): (readonly [string, Int64Part])[] => {
    const part = inType(type);
    return isEmpty(part) ? [] : [name, ...legacyNames].map((spelling) => [spelling, part]);
  };
  const inType = (type: TypeView): Int64Part =>
    type === "unknown" ? {} : (Object.assign({}, ...type.map(inKind)) as Int64Part);
  const inKind = (kind: KindView): Int64Part => {
    if (kind.kind === "number" && kind.held !== undefined) return { int64: true };
    if (kind.kind === "object") return hasInt64(kind.object) ? { object: kind.object.name } : {};
    const items = kind.kind === "array" ? inType(kind.items) : {};
    return isEmpty(items) ? {} : { items };
  };
  const hasInt64 = (object: ObjectView): boolean => !isEmpty(inObject(object));

  const leading = events.filter(({ request }) => hasInt64(request));
  return {
    roots: Object.fromEntries(leading.map(({ name, request }) => [name, request.name])),
    ...(hasInt64(errorRequest) && { errorReport: errorRequest.name }),
    objects: Object.fromEntries(
      [...objects].filter(([, properties]) => !isEmpty(properties)).map(([{ name }, each]) => [name, each]),
    ),
  };
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;
