import type { Model } from "../../model/model.js";
import type { KnownEvent } from "../../../templates/receiver/evidence.js";
import { layOutValue } from "../../layout/code.js";
import { toLiteral } from "../../text/code.js";
import type { EventView, View } from "../../view/view.js";
import { hasPart } from "../../view/walk.js";
import { codeFile, guideFile, libraryFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { emitInt64 } from "./int64.js";
import { collectKnownRequests, type EventParts } from "./known-requests.js";

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

function indexData({ events, fleet, int64 }: View, { album }: TargetContext): object {
  const { common, events: parts, objects } = collectKnownRequests(album, fleet);
  const known = events.map((event) => [event.name, describeEvent(event, parts[event.name], album.model)]);
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
