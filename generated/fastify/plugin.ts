// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { createEventNameReader } from "../receiver/http/event-path.js";
import type { Log } from "../receiver/api/log.js";
import { toRawRequest, type ParsedBody } from "../receiver/http/node-http.js";
import type { Receiver } from "../receiver/api/receiver.js";

/**
 * Creates a plugin for `app.register(…, { prefix: "/mplus" })` that answers every request to its prefix.
 * @param createReceiver Creates the receiver, which writes to the app's log unless its options have another.
 */
export function toFastifyPlugin(createReceiver: (log: Log) => Receiver): FastifyPluginAsync {
  // eslint-disable-next-line @typescript-eslint/require-await -- fastify recognises plugins by their promise
  return async (app) => {
    const receiver = createReceiver(app.log);
    const readEventName = createEventNameReader(app.prefix);
    const answer = (request: FastifyRequest, reply: FastifyReply) =>
      respond(receiver, { request, reply, event: readEventName(request.url) ?? "" });

    // The body stays a stream, because the signature is over its bytes.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, _payload, done) => done(null));
    app.route({ method: app.supportedMethods, url: "/*", handler: answer });
    // Methods that fastify does not know, and the prefix itself. Without a prefix, they belong to the app.
    if (app.prefix !== "") app.setNotFoundHandler(answer);
    // The receiver refuses wrong content types itself; other errors belong to the app.
    app.setErrorHandler((error: Error & { code?: string }, request, reply) => {
      if (!isAboutContentType(error)) throw error;
      return answer(request, reply);
    });
    // Before connections are closed, which some apps force.
    app.addHook("preClose", () => receiver.close());
  };
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly event: string;
}

async function respond(receiver: Receiver, { request, reply, event }: Exchange): Promise<FastifyReply> {
  // Not `body`: this plugin's parser leaves it empty.
  const { rawBody }: ParsedBody = request as ParsedBody;
  const raw = toRawRequest(request.raw, { event, response: reply.raw, parsed: { rawBody } });
  const { status, headers, body } = await receiver.receive(raw);
  // As bytes, because fastify adds a charset to the content type of a string.
  return reply.code(status).headers(headers).send(Buffer.from(body));
}

function isAboutContentType({ code = "" }: { readonly code?: string }): boolean {
  return code === "FST_ERR_CTP_INVALID_MEDIA_TYPE" || code === "FST_ERR_ROUTE_MISSING_CONTENT_TYPE";
}
