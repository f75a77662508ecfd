import { createMplusHandler } from "../../../generated/fetch/index.js";
import type { WireRequest } from "../wire-message.js";
import { readAnswer, toHeaderLines, toPieces } from "../wire.js";
import type { Target } from "./target.js";

/** Does what a web platform does around the handler, without a server. */
export const fetch: Target = {
  name: "fetch",
  open(options) {
    const handle = createMplusHandler({ ...options, basePath: "/mplus" });
    return {
      async send(request) {
        const response = await handle(toRequest(request));
        const body = await response.arrayBuffer();
        // A platform sends no body with the answer to HEAD.
        const sent = request.method === "HEAD" ? new ArrayBuffer() : body;
        return readAnswer(response.status, response.headers, new Uint8Array(sent));
      },
      retire: () => handle.close(),
      end: () => Promise.resolve(),
    };
  },
};

function toRequest(request: WireRequest): Request {
  const { method, path, body, framing } = request;
  const isEmpty = body.length === 0 && framing === "length";
  return new Request(path.startsWith("/") ? `https://shop.example${path}` : path, {
    method,
    headers: toHeaderLines(request).map((line) => [...line]),
    ...(!isEmpty && { body: toStream(request), duplex: "half" }),
  });
}

function toStream({ body, framing }: WireRequest): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (framing === "withheld") return;
      for (const piece of framing === "chunked" ? toPieces(body) : [body]) controller.enqueue(piece);
      controller.close();
    },
  });
}
