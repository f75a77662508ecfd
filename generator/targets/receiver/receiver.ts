import type { Model } from "../../model/model.js";
import type { KnownEvent } from "../../../templates/receiver/evidence.js";
import { layOutCode, layOutValue } from "../../layout/code.js";
import { toLiteral } from "../../text/code.js";
import type { EventView, KindView, ObjectView, PropertyView, TypeView, View } from "../../view/view.js";
import { findInlined, hasPart } from "../../view/walk.js";
import { codeFile, guideFile, libraryFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { collectKnownRequests, type EventParts } from "./known-requests.js";
import type { Int64Part, Int64Paths } from "../../../templates/int64/int64-paths.js";

export const receiver: Target<"receiver"> = {
  name: "receiver",
  summary: "the webhook protocol without a framework: signatures, checks, answers",
  needs: ["types", "validators"],
  emit: (view, context) => Promise.resolve(emitReceiver(view, context)),
};

function emitReceiver(view: View, context: TargetContext): OutputFile[] {
  const index = context.layout("receiver/index.hbs")(indexData(view, context));
  return [
    ...receiverCode(context),
    guideFile("receiver", context),
    libraryFile("receiver/index.ts", index, context),
    ...emitInt64(view, context),
  ];
}

/** The receiver's code. With web crypto, the web's signatures replace Node's, and the code for Node is left out. */
function receiverCode(context: TargetContext): OutputFile[] {
  const isWeb = context.crypto === "web";
  const omitted = ["signature-web.ts", ...(isWeb ? ["node.ts"] : [])];
  const source = (name: string): string => (isWeb && name === "signature.ts" ? "signature-web.ts" : name);
  return context
    .codeIn("receiver")
    .filter((name) => !omitted.includes(name))
    .map((name) => {
      // The one that is looked into: where the types of Node are not installed, the compiler says so there.
      const toFile = name === "signature.ts" ? codeFile : libraryFile;
      return toFile(`receiver/${name}`, context.template(`receiver/${source(name)}`), context);
    });
}

function indexData({ events, fleet, int64 }: View, { snapshots }: TargetContext): object {
  const { common, events: parts, objects } = collectKnownRequests(snapshots, fleet);
  const known = events.map((event) => [event.name, describeEvent(event, parts[event.name], snapshots.model)]);
  const code = toLiteral({ common, events: Object.fromEntries(known) as object, objects }).text;
  return {
    known: layOutValue(code, { before: "const known: KnownRequests = ", after: ";", depth: 0 }),
    int64: int64 !== undefined,
  };
}

/** What the receiver has to know of an event. */
function describeEvent(event: EventView, known: EventParts | undefined, { polling }: Model): KnownEvent {
  const { ownObjects: own, pollingOptional, echoes, request, response } = event;
  const required = own.filter((object) =>
    request.properties.some((property) => property.required && property.name === object),
  );
  // Its answer needs no word on polling, or some shop knows no such answer to it.
  const endsItself =
    pollingOptional || !response.properties.some(({ name }) => name === polling?.ends.object);
  // A property that the answer repeats, such as `externalPayment.externalPaymentId`, as far as the fleet knows it.
  const echo = echoes.find((each) => [request, response].every((side) => hasPart(side, each)));
  const { since, parts } = known ?? { parts: {} };
  return {
    ...(since !== undefined && { since }),
    own,
    ...(required.length > 0 && { required }),
    ...(pollingOptional && { repeated: true as const }),
    ...(endsItself && { endsItself: true as const }),
    ...(echo && { echo: [echo.object, echo.property] as const }),
    parts,
  };
}

type Properties = Int64Paths["objects"][string];

/** Emits the code that reads and writes 64-bit integers as bigints; nothing if they are numbers. */
function emitInt64(view: View, context: TargetContext): OutputFile[] {
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
