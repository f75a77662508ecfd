import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { recognized } from "../../conformance/answers.js";
import { post, scan } from "../../conformance/requests.js";
import { secret } from "../../conformance/signature.js";
import { createWireClient } from "../../conformance/wire.js";

/** As in the READMEs. Each defines `close` for the receiver and `end` for the server, and sends its port. */
const starts: Readonly<Record<string, string>> = {
  node: `const listener = mplus.createMplusListener({ basePath: "/mplus", ...options });
    const [close, end] = [() => listener.close(), () => server.close()];
    const server = createServer(listener).listen(0, () => process.send(server.address().port));`,
  fastify: `const { default: fastify } = await import("fastify");
    const app = fastify({ forceCloseConnections: true });
    app.register(mplus.createMplusPlugin(options), { prefix: "/mplus" });
    const [close, end] = [() => app.close(), () => undefined];
    await app.listen({ port: 0 });
    process.send(app.server.address().port);`,
  hono: `const { Hono } = await import("hono");
    const { serve } = await import("@hono/node-server");
    const app = mplus.createMplusApp(options);
    const [close, end] = [() => app.close(), () => server.close()];
    const server = serve({ fetch: new Hono().route("/mplus", app).fetch, port: 0 }, ({ port }) => process.send(port));`,
};

/** One handler finishes at once, and the other one later. Only the server keeps the process alive. */
const script = (target: string, start: string) => `
  import { createServer } from "node:http";
  import * as mplus from ${JSON.stringify(new URL(`../../../generated/${target}/index.ts`, import.meta.url).href)};
  const closing = new Promise((resolve) => process.once("SIGTERM", resolve));
  const scanCode = async ({ request }) => {
    process.send("handling");
    await closing;
    await new Promise((resolve) => setTimeout(resolve, request.event.eventCounter * 100));
    return { scanCode: { recognized: true } };
  };
  const options = {
    subscriptions: { "shop-12": { secret: ${JSON.stringify(secret)} } },
    handlers: { scanCode },
  };
  void closing.then(() => {
    process.disconnect();
    void close().then(end);
  });
  ${start}
`;

it.each(Object.entries(starts))(
  "answers all its requests before it ends on SIGTERM: %s",
  async (target, start) => {
    const args = ["--import", "tsx", "--input-type=module", "-e", script(target, start)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const exited = once(child, "exit");
    const [port] = (await once(child, "message")) as [number];
    const client = createWireClient(port);
    // A POS keeps an idle connection open.
    await client.send(post({ event: "nothing" }));
    const answers = [0, 1].map((eventCounter) => client.send(post({ body: scan({}, { eventCounter }) })));
    for (const _ of answers) await once(child, "message");
    child.kill("SIGTERM");
    const last = { ...recognized, headers: { ...recognized.headers, connection: "close" } };
    expect(await Promise.all(answers)).toEqual([last, last]);
    expect(await exited).toEqual([0, null]);
  },
);
