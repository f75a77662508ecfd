import type { Album } from "../../lattice/album.js";
import type { Model } from "../../model/model.js";
import { formatTypeScript } from "../../text/format.js";
import { toDataText, toStringLiteral } from "../../text/literal.js";
import { collectEvidence } from "./evidence.js";
import type { Fleet } from "../../time/fleet.js";
import { collectKnownParts } from "./known-parts.js";
import type { EventView, ObjectView, View } from "../../view/view.js";
import { codeFile, guideFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { emitInt64 } from "./int64.js";

export const receiver: Target<"receiver"> = {
  name: "receiver",
  summary: "the webhook protocol without a framework: signatures, checks, answers",
  needs: ["types", "validators"],
  emit: emitReceiver,
};

async function emitReceiver(view: View, context: TargetContext): Promise<OutputFile[]> {
  const { album, memo } = context;
  const format = (code: string): Promise<string> =>
    memo.keep("formatted", code, () => formatTypeScript(code));
  const index = context.layout("receiver/index.hbs")(indexData(view, album.model));
  return [
    ...receiverCode(context),
    guideFile("receiver", context),
    codeFile("receiver/index.ts", await format(index), context),
    codeFile("receiver/known-parts.ts", await format(knownPartsCode(album, view.fleet)), context),
    codeFile("receiver/version-evidence.ts", await format(evidenceCode(album)), context),
    ...(await emitInt64(view, context)),
  ];
}

/** The receiver's code. With web crypto, the web's signatures replace Node's, and the code for Node is left out. */
function receiverCode(context: TargetContext): OutputFile[] {
  const isWeb = context.crypto === "web";
  const omitted = [webSignature, ...(isWeb ? ["http/node-http.ts"] : [])];
  const source = (path: string): string => (isWeb && path === "auth/signature.ts" ? webSignature : path);
  return context
    .codeIn("receiver")
    .filter((path) => !omitted.includes(path))
    .map((path) => codeFile(`receiver/${path}`, context.template(`receiver/${source(path)}`), context));
}

const webSignature = "auth/signature-web.ts";

/** The module with the names of events, properties and enum values, and the releases that added them. */
const evidenceCode = (album: Album): string =>
  [
    'import type { VersionEvidence } from "./version/version-evidence.js";\n',
    "/** What the releases of the POS added to the requests: 59.3.2 is 59 0003 0002. */",
    `export const versionEvidence: VersionEvidence = ${toDataText(collectEvidence(album))};`,
  ].join("\n");

/** The module with the names of types and properties, and the releases of those outside the fleet. */
const knownPartsCode = (album: Album, fleet: Fleet): string =>
  [
    'import type { KnownParts } from "./version/known-parts.js";\n',
    "/** The properties of the fleet's requests, and those of other releases: 59.3.2 is 59 0003 0002. */",
    `export const knownParts: KnownParts = ${toDataText(collectKnownParts(album, fleet))};`,
  ].join("\n");

function indexData({ events, int64 }: View, { polling }: Model): object {
  return {
    types: "../types/index.js",
    validators: "../validators/index.js",
    fleet: "../validators/index.js",
    events: events.map(({ name }) => toStringLiteral(name)),
    ownObjects: events.map(({ name, ownObjects }) => ({
      event: name,
      objects: ownObjects.map(toStringLiteral),
    })),
    requiredObjects: events.map((event) => ({
      event: event.name,
      objects: listRequired(event).map(toStringLiteral),
    })),
    repeated: events
      .filter(({ pollingOptional }) => pollingOptional)
      .map(({ name }) => toStringLiteral(name)),
    echoed: events.flatMap(listEchoes),
    pollingOptional: events
      .filter((event) => needsNoPolling(event, polling))
      .map(({ name }) => toStringLiteral(name)),
    int64: int64 && { held: toStringLiteral(int64), responses: int64 === "string" },
  };
}

/** The event's own objects without which the validator refuses a request. */
const listRequired = ({ ownObjects, request }: EventView): readonly string[] =>
  ownObjects.filter((object) => request.properties.some(({ name, required }) => required && name === object));

/** Whether an event may be answered without a word on polling, or some shop knows no such answer to it. */
const needsNoPolling = ({ pollingOptional, response }: EventView, polling: Model["polling"]): boolean =>
  pollingOptional || !response.properties.some(({ name }) => name === polling?.ends.object);

/** The properties that an answer repeats, such as `externalPayment.externalPaymentId`, as far as the fleet knows them. */
const listEchoes = ({ name, echoes, request, response }: EventView): object[] =>
  echoes
    .filter(({ object, property }) =>
      [request, response].every((side) => hasProperty(findObject(side, object), property)),
    )
    .map(({ object, property }) => ({
      event: name,
      object: toStringLiteral(object),
      property: toStringLiteral(property),
    }));

function findObject({ properties }: ObjectView, name: string): ObjectView | undefined {
  const type = properties.find((property) => property.name === name)?.type ?? [];
  const kinds = type === "unknown" ? [] : type;
  return kinds.flatMap((kind) => (kind.kind === "object" ? [kind.object] : []))[0];
}

const hasProperty = (object: ObjectView | undefined, name: string): boolean =>
  object?.properties.some((property) => property.name === name) ?? false;
