import { fastify as createFastify, type FastifyPluginAsync } from "fastify";
import { createMplusPlugin } from "../../../generated/fastify/index.js";
import { onServer, type Mount } from "./target.js";

/** Uses our own server: fastify stops its own when it closes, so that no request could be rejected. */
export const mountFastify: Mount<FastifyPluginAsync> = async (options, plugins = []) => {
  const stream = { write: (line: string) => options.log?.debug({}, line) };
  // While it closes, fastify answers with an unsigned rejection of its own.
  const app = createFastify({ return503OnClosing: false, logger: { stream } });
  for (const each of plugins) await app.register(each);
  await app.register(createMplusPlugin(options), { prefix: "/mplus" });
  await app.ready();
  return { listen: (request, response) => app.routing(request, response), retire: () => app.close() };
};

export const fastify = onServer("fastify", mountFastify);
