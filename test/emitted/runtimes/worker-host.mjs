// Serves a module as Cloudflare Workers do, until it is killed: `node worker-host.mjs <miniflare> <module> <flag>…`, with the port in PORT
// and the worker's variables in BINDINGS.
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";

const [miniflare, script, ...compatibilityFlags] = process.argv.slice(2);
const { Miniflare } = await import(pathToFileURL(miniflare).href);

const server = new Miniflare({
  modules: true,
  modulesRules: [{ type: "ESModule", include: ["**/*.js"] }],
  rootPath: dirname(script),
  scriptPath: script,
  compatibilityDate: "2026-07-01",
  compatibilityFlags,
  bindings: JSON.parse(process.env.BINDINGS ?? "{}"),
  host: "127.0.0.1",
  port: Number(process.env.PORT),
});
await server.ready;
