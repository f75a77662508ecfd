// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { createEventNameReader } from "../receiver/http.js";
import {
  createReceiver,
  type Log,
  type MplusExact,
  type MplusExactQueued,
  type MplusHandlers,
  type MplusLooseQueued,
  type MplusOptions,
  type MplusQueuedHandlers,
  type Receiver,
} from "../receiver/index.js";
import { toRawRequest } from "../receiver/node.js";

export * from "../receiver/index.js";

/**
 * Creates the plugin: `app.register(createMplusPlugin({ … }), { prefix: "/mplus" })`. It answers every request to its
 * prefix. An event is the last segment of the path: `POST /mplus/scanCode`. The log is the app's, unless the options have
 * another. The start of the app fails, with one sentence, if an option is wrong.
 */
export function createMplusPlugin<H, T = MplusHandlers, Q extends MplusLooseQueued = MplusQueuedHandlers>(
  options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>,
): FastifyPluginAsync {
  return toFastifyPlugin((log) => createReceiver<H, T, Q>({ ...options, log: options.log ?? log }));
}

/**
 * Puts a receiver into fastify.
 * @param createReceiver Creates it, with the log of the app.
 */
export function toFastifyPlugin(createReceiver: (log: Log) => Receiver): FastifyPluginAsync {
  // Fastify recognises such plugins by their promise.
  return (app) =>
    new Promise((resolve) => {
      const receiver = createReceiver(app.log);
      const readEventName = createEventNameReader(app.prefix);
      const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
        const event = readEventName(request.url) ?? "";
        const { status, headers, body } = await receiver.receive(
          toRawRequest(request.raw, event, reply.raw, request),
        );
        // As bytes, because fastify adds a charset to the content type of a string.
        return reply.code(status).headers(headers).send(Buffer.from(body));
      };

      // The body stays a stream, because the signature is over its bytes.
      app.removeAllContentTypeParsers();
      app.addContentTypeParser("*", (_request, _payload, done) => done(null));
      app.route({ ...untouched, method: app.supportedMethods, url: "/*", handler: answer });
      // Methods that fastify does not know, and the prefix itself. Without a prefix, they belong to the app.
      if (app.prefix !== "") app.setNotFoundHandler(answer);
      // The receiver refuses wrong content types itself; other errors belong to the app.
      app.setErrorHandler((error: Error & { code?: string }, request, reply) => {
        if (!contentTypeErrors.includes(error.code ?? "")) throw error;
        return answer(request, reply);
      });
      // Before connections are closed, which some apps force.
      app.addHook("preClose", () => receiver.close());
      resolve();
    });
}

/** Options for `@fastify/compress`: the signatures are over the bytes as they come and go. */
const untouched = { compress: false, decompress: false } as const;

const contentTypeErrors = ["FST_ERR_CTP_INVALID_MEDIA_TYPE", "FST_ERR_ROUTE_MISSING_CONTENT_TYPE"];
