import type { Album } from "../../lattice/album.js";
import type { Model } from "../../model/model.js";
import type { KnownRequests } from "../../../templates/receiver/evidence.js";
import { toKey, toLiteral } from "../../text/code.js";
import { toStringLiteral } from "../../text/literal.js";
import type { EventView, ObjectView, View } from "../../view/view.js";
import { guideFile, libraryFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { emitInt64 } from "./int64.js";
import { collectKnownRequests } from "./known-requests.js";

export const receiver: Target<"receiver"> = {
  name: "receiver",
  summary: "the webhook protocol without a framework: signatures, checks, answers",
  needs: ["types", "validators"],
  emit: emitReceiver,
};

async function emitReceiver(view: View, context: TargetContext): Promise<OutputFile[]> {
  const index = context.layout("receiver/index.hbs")(indexData(view, context.album));
  return [
    ...receiverCode(context),
    guideFile("receiver", context),
    libraryFile("receiver/index.ts", index, context),
    ...(await emitInt64(view, context)),
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
    .map((name) => libraryFile(`receiver/${name}`, context.template(`receiver/${source(name)}`), context));
}

/** What requests hold, an object a line: so a change of one touches one line. */
function printKnown({ common, events, objects }: KnownRequests): string {
  const print = (data: object): string => toLiteral(data).text;
  const list = (records: Readonly<Record<string, object>>): string =>
    Object.entries(records)
      .map(([name, record]) => `    ${toKey(name).text}: ${print(record)},\n`)
      .join("");
  return `{\n  common: ${print(common)},\n  events: {\n${list(events)}  },\n  objects: {\n${list(objects)}  },\n}`;
}

function indexData({ events, fleet, int64 }: View, album: Album): object {
  const { polling } = album.model;
  return {
    known: printKnown(collectKnownRequests(album, fleet)),
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
