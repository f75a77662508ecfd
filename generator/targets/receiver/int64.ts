import { formatTypeScript } from "../../text/format.js";
import type { KindView, ObjectView, PropertyView, TypeView, View } from "../../view/view.js";
import { codeFile } from "../code-file.js";
import type { OutputFile, TargetContext } from "../target.js";

/** Where 64-bit integers stand, as `templates/int64/positions.ts` reads it. */
interface Positions {
  readonly roots: Readonly<Record<string, string>>;
  readonly errorReport?: string;
  readonly objects: Readonly<Record<string, Properties>>;
}

type Properties = Readonly<Record<string, Position>>;

interface Position {
  readonly int64?: true;
  readonly object?: string;
  readonly items?: Position;
}

/** What reads and writes bodies whose 64-bit integers are no numbers; nothing where they are. */
export async function emitInt64(view: View, context: TargetContext): Promise<OutputFile[]> {
  if (view.int64 === undefined) return [];
  const code = ["lossless-json", "positions", "read-json", "write-json"].map((name) =>
    codeFile(`receiver/int64/${name}.ts`, context.template(`int64/${name}.ts`), context),
  );
  return [...code, codeFile("receiver/int64/where.ts", await formatTypeScript(whereCode(view)), context)];
}

/** Names of the spec are identifiers. What is written needs no places where bigints show themselves. */
function whereCode(view: View): string {
  const { requests, responses } = findPositions(view);
  return [
    'import type { Positions } from "./positions.js";\n',
    "/** Where requests have 64-bit integers. */",
    `export const requests: Positions = ${JSON.stringify(requests)};`,
    ...(view.int64 === "string"
      ? [
          "\n/** Where answers have them. */",
          `export const responses: Positions = ${JSON.stringify(responses)};`,
        ]
      : []),
  ].join("\n");
}

/** Where the requests and the answers of a view have 64-bit integers. */
export function findPositions({ events, errorRequest }: View): Record<"requests" | "responses", Positions> {
  const requests = events.map(({ name, request }) => [name, request] as const);
  const responses = events.map(({ name, response }) => [name, response] as const);
  return { requests: positionsIn(requests, errorRequest), responses: positionsIn(responses) };
}

type Roots = readonly (readonly [string, ObjectView])[];

/** Only of objects that have a 64-bit integer or lead to one. */
function positionsIn(roots: Roots, errorReport?: ObjectView): Positions {
  const objects = new Map<ObjectView, Properties>();
  const inObject = (object: ObjectView): Properties => {
    const properties = objects.get(object) ?? Object.fromEntries(object.properties.flatMap(inProperty));
    objects.set(object, properties);
    return properties;
  };
  const inProperty = ({ name, legacyNames, type }: PropertyView): (readonly [string, Position])[] => {
    const position = inType(type);
    return isEmpty(position) ? [] : [name, ...legacyNames].map((spelling) => [spelling, position]);
  };
  const inType = (type: TypeView): Position =>
    type === "unknown" ? {} : (Object.assign({}, ...type.map(inKind)) as Position);
  const inKind = (kind: KindView): Position => {
    if (kind.kind === "number" && kind.held !== undefined) return { int64: true };
    if (kind.kind === "object") return leads(kind.object) ? { object: kind.object.name } : {};
    const items = kind.kind === "array" && kind.items ? inType(kind.items) : {};
    return isEmpty(items) ? {} : { items };
  };
  const leads = (object: ObjectView): boolean => !isEmpty(inObject(object));

  const leading = roots.filter(([, object]) => leads(object)).map(([event, { name }]) => [event, name]);
  return {
    roots: Object.fromEntries(leading) as Positions["roots"],
    ...(errorReport && leads(errorReport) && { errorReport: errorReport.name }),
    objects: Object.fromEntries(
      [...objects].filter(([, properties]) => !isEmpty(properties)).map(([{ name }, each]) => [name, each]),
    ),
  };
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;
