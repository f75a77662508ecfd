import { createServer } from "node:http";
import { fastify as createFastify } from "fastify";
import { createMplusPlugin } from "../../../generated/fastify/index.js";
import { drive, type Target } from "./target.js";

/** On a server of ours, because fastify ends its own when it closes, and then nobody is left to be refused. */
export const fastify: Target = {
  name: "fastify",
  async open(options, http = {}) {
    const stream = { write: (line: string) => options.log?.debug({}, line) };
    // While it closes it has a refusal of its own, which nobody could sign.
    const app = createFastify({ return503OnClosing: false, logger: { stream } });
    await app.register(createMplusPlugin(options), { prefix: "/mplus" });
    await app.ready();
    return drive(
      createServer(http, (request, response) => app.routing(request, response)),
      () => app.close(),
    );
  },
};
