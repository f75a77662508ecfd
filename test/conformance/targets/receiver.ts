import { createReceiver, type RawRequest } from "../../../generated/receiver/index.js";
import { createEventNameReader } from "../../../generated/receiver/protocol/request.js";
import type { WireRequest } from "../wire-message.js";
import { readAnswer, toHeaderLines, toPieces } from "../wire.js";
import type { Target } from "./target.js";

const readEventName = createEventNameReader("/mplus");

/** The control: the protocol without HTTP. The other targets must answer the same. */
export const receiver: Target = {
  name: "receiver",
  open(options) {
    const core = createReceiver(options);
    return {
      async send(request) {
        const { status, headers, body } = await core.receive(toRawRequest(request));
        // HTTP sends no body with the answer to HEAD.
        const sent = request.method === "HEAD" ? "" : body;
        return readAnswer(status, Object.entries(headers), Buffer.from(sent));
      },
      retire: () => core.close(),
      end: () => Promise.resolve(),
    };
  },
};

export function toRawRequest(request: WireRequest): RawRequest {
  const { method, path, body, framing } = request;
  const lines = toHeaderLines(request);
  return {
    method,
    event: readEventName(path) ?? "",
    header(name) {
      // HTTP does not count this white space as part of a value.
      const values = lines.filter((line) => line[0].toLowerCase() === name).map((line) => line[1].trim());
      return values.length > 1 ? values : values[0];
    },
    body: framing === "length" ? body : toStream(framing === "chunked" ? toPieces(body) : undefined),
    waitUntil: () => undefined,
  };
}

async function* toStream(pieces: readonly Uint8Array[] | undefined): AsyncIterable<Uint8Array> {
  if (pieces === undefined) await new Promise(() => undefined);
  await Promise.resolve();
  yield* pieces ?? [];
}
