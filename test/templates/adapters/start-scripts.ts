/**
 * Scripts by target that start a server as in the READMEs, send its port, and define `close` for the receiver and
 * `end` for the server. Only Fastify is told to force connections closed. The scripts find the target's module in
 * `mplus` and its options in `options`.
 */
export const startScripts: Readonly<Record<string, string>> = {
  node: `const listener = mplus.createMplusListener({ basePath: "/mplus", ...options });
    const close = () => listener.close();
    const end = () => server.close();
    const server = createServer(listener).listen(0, () => process.send(server.address().port));`,
  express: `const { default: express } = await import("express");
    const router = mplus.createMplusRouter(options);
    const close = () => router.close();
    const end = () => server.close();
    const server = express().use("/mplus", router).listen(0, () => process.send(server.address().port));`,
  koa: `const { default: Koa } = await import("koa");
    const middleware = mplus.createMplusMiddleware({ basePath: "/mplus", ...options });
    const close = () => middleware.close();
    const end = () => server.close();
    const server = new Koa().use(middleware).listen(0, () => process.send(server.address().port));`,
  fastify: `const { default: fastify } = await import("fastify");
    const app = fastify({ forceCloseConnections: true });
    app.register(mplus.createMplusPlugin(options), { prefix: "/mplus" });
    const close = () => app.close();
    const end = () => undefined;
    await app.listen({ port: 0 });
    process.send(app.server.address().port);`,
  hono: `const { Hono } = await import("hono");
    const { serve } = await import("@hono/node-server");
    const app = mplus.createMplusApp(options);
    const close = () => app.close();
    const end = () => server.close();
    const server = serve({ fetch: new Hono().route("/mplus", app).fetch, port: 0 }, ({ port }) => process.send(port));`,
};
