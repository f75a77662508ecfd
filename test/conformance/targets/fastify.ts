import { fastify as createFastify, type FastifyPluginAsync } from "fastify";
import { createMplusPlugin } from "../../../generated/fastify/index.js";
import { onServer, type Mount } from "./target.js";

/** On a server of ours, because fastify ends its own when it closes, and then nobody is left to be refused. */
export const mountFastify: Mount<FastifyPluginAsync> = async (options, plugins = []) => {
  const stream = { write: (line: string) => options.log?.debug({}, line) };
  // While it closes it has a refusal of its own, which nobody could sign.
  const app = createFastify({ return503OnClosing: false, logger: { stream } });
  for (const each of plugins) await app.register(each);
  await app.register(createMplusPlugin(options), { prefix: "/mplus" });
  await app.ready();
  return { listen: (request, response) => app.routing(request, response), retire: () => app.close() };
};

export const fastify = onServer("fastify", mountFastify);
