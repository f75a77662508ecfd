import { posix } from "node:path";
import { truncate } from "../base/text/quote.js";
import type { ExistingProject, RequiredLines } from "./changes.js";
import type { Framework } from "./choices.js";
import { toImport, type CodeStyle } from "./code-style.js";

/** Files that may create the app, most likely first. */
export function listEntryPaths(manifestText: string): readonly string[] {
  const named = manifestText.split(/[^\w./-]/).filter((word) => /\.[cm]?[jt]s$/.test(word));
  const folders = ["src/", "", "app/"];
  const names = ["app.module", "app", "server", "main", "index"];
  const endings = ["ts", "mts", "js", "mjs", "cjs"];
  const usual = folders.flatMap((folder) =>
    names.flatMap((name) => endings.map((ending) => `${folder}${name}.${ending}`)),
  );
  // Paths in the last of these folders are compiler output.
  const own = named
    .map((path) => posix.normalize(path))
    .filter((path) => !/^(?:\.\.|dist|build|out)\//.test(path));
  return [...new Set([...own, ...usual])];
}

/** By framework: the code that creates an app and its name, and the line that mounts the endpoint. */
// prettier-ignore
const apps: Readonly<Record<string, { readonly made: RegExp; readonly mount: string }>> = {
  nest: { made: /^\s*(imports): \[/, mount: "WebhooksModule," },
  fastify: { made: /\b(\w+) = (?:await )?[Ff]astify\(|\b(?:function|async) (?:\w+ ?)?\((fastify)\b|(fastify)\.register\(AutoLoad/, mount: 'app.register(createWebhooks(), { prefix: "/mplus" });' },
  hono: { made: /\b(\w+) = new (?:Hono|OpenAPIHono)\b/, mount: 'app.route("/mplus", createWebhooks());' },
  koa: { made: /\b(\w+) = new Koa\b/, mount: "app.use(createWebhooks());" },
  express: { made: /\b(\w+)(?:: [\w.]+)? = express\(/, mount: 'app.use("/mplus", createWebhooks());' },
  node: { made: /\b(\w+) = (?:http\.)?createServer\(/, mount: 'if (request.url?.startsWith("/mplus/")) return webhooks(request, response);' },
};

interface Entry {
  readonly path: string;
  readonly app: string;
  readonly place: string;
}

/** Body parsers leave no raw body to later code. */
const parser = /express\.(?:json|urlencoded|text|raw)|body-?parser|koaBody/i;

export function findEntry({ name }: Framework, sources: ExistingProject["sources"]): Entry | undefined {
  const made = apps[name]?.made ?? /^\b$/;
  for (const [path, text] of sources) {
    const lines = text.split("\n");
    const index = lines.findIndex((line) => made.test(line));
    const [, ...names] = made.exec(lines[index] ?? "") ?? [];
    const app = names.find(Boolean);
    if (app === undefined) continue;
    const parserIndex = lines.findIndex(
      (line, at) => at > index && line.includes(".use(") && parser.test(line),
    );
    const shown = parserIndex === -1 ? index : parserIndex;
    const isAbove = parserIndex !== -1 || (lines[index] ?? "").includes(".register(");
    const side = name === "nest" ? "in" : isAbove ? "above" : "below";
    return { path, app, place: `${side} line ${shown + 1}, ${truncate((lines[shown] ?? "").trim(), 100)}` };
  }
  return undefined;
}

export function listEntryLines(
  framework: Framework,
  { webhooks, toCode }: CodeStyle,
  { sources }: ExistingProject,
): readonly RequiredLines[] {
  const mount = apps[framework.name]?.mount;
  if (mount === undefined || [...sources.values()].some((text) => text.includes("/mplus-webhooks")))
    return [];
  const unknown = { path: "The file that creates the app", app: "app", place: "above all body parsers" };
  const { path, app, place } = findEntry(framework, sources) ?? unknown;
  const name = framework.name === "nest" ? "WebhooksModule" : "createWebhooks";
  const from = toImport(path === unknown.path ? webhooks : path, webhooks);
  const line = `import { ${name} } from "${from}";`;
  const imported = path.endsWith(".mjs") ? line : toCode(line);
  const made = framework.name === "node" ? ["const webhooks = createWebhooks();"] : [];
  return [
    { path, place: "at the top", lines: [imported, ...made] },
    { path, place, lines: [mount.replace(/^app\b/, app)] },
  ];
}
