// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { createReadEvent } from "../receiver/event-path.js";
import type { Log } from "../receiver/log.js";
import { toRawRequest, type Leftovers } from "../receiver/node-http.js";
import type { Receiver } from "../receiver/receiver.js";

/**
 * Makes a plugin for `app.register(…, { prefix: "/mplus" })` that answers whatever comes to its prefix.
 * @param createReceiver Makes the receiver, which writes to the app's log unless it was given another.
 */
export function toFastifyPlugin(createReceiver: (log: Log) => Receiver): FastifyPluginAsync {
  // eslint-disable-next-line @typescript-eslint/require-await -- fastify tells plugins by their promise
  return async (app) => {
    const receiver = createReceiver(app.log);
    const readEvent = createReadEvent(app.prefix);
    const answer = (request: FastifyRequest, reply: FastifyReply) =>
      respond(receiver, { request, reply, event: readEvent(request.url) ?? "" });

    // The body stays a stream: it is the bytes that are signed.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, _payload, done) => done(null));
    app.route({ method: app.supportedMethods, url: "/*", handler: answer });
    // Methods that fastify does not know, and the bare prefix. Without a prefix that is the app's own business.
    if (app.prefix !== "") app.setNotFoundHandler(answer);
    // What fastify has against a content type, the receiver has words for; other errors are the app's.
    app.setErrorHandler((error: Error & { code?: string }, request, reply) => {
      if (!isAboutContentType(error)) throw error;
      return answer(request, reply);
    });
    // Before connections are closed, which some apps do by force.
    app.addHook("preClose", () => receiver.close());
  };
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly event: string;
}

async function respond(receiver: Receiver, { request, reply, event }: Exchange): Promise<FastifyReply> {
  // Not its `body`: that is ours, and nobody has read it.
  const { rawBody }: Leftovers = request as Leftovers;
  const raw = toRawRequest(request.raw, { event, response: reply.raw, leftovers: { rawBody } });
  const { status, headers, body } = await receiver.receive(raw);
  // As bytes: fastify adds a charset to the type of a text.
  return reply.code(status).headers(headers).send(Buffer.from(body));
}

function isAboutContentType({ code = "" }: { readonly code?: string }): boolean {
  return code === "FST_ERR_CTP_INVALID_MEDIA_TYPE" || code === "FST_ERR_ROUTE_MISSING_CONTENT_TYPE";
}
