// Runs a module with only what web platforms share: no process, Buffer or require, and no node modules. Call it with
// --experimental-vm-modules and the path of the module.
import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";

const shared = [
  ...["AbortController", "AbortSignal", "Headers", "ReadableStream", "Request", "Response", "TextDecoder"],
  ...[
    "TextEncoder",
    "URL",
    "URLSearchParams",
    "atob",
    "btoa",
    "clearInterval",
    "clearTimeout",
    "console",
    "crypto",
    "fetch",
  ],
  ...["performance", "setInterval", "setTimeout"],
];
const context = vm.createContext(Object.fromEntries(shared.map((name) => [name, globalThis[name]])));
const modules = new Map();

/** Loads each module once, even if it is requested concurrently. */
function load(url) {
  if (!modules.has(url)) modules.set(url, read(url));
  return modules.get(url);
}

async function read(url) {
  const source = await readFile(fileURLToPath(url), "utf8");
  return new vm.SourceTextModule(source, { context, identifier: url });
}

function resolve(specifier, parent) {
  if (isBuiltin(specifier)) throw new Error(`${parent} imports ${specifier}`);
  if (specifier.startsWith(".")) return new URL(specifier, parent).href;
  return import.meta.resolve(specifier, pathToFileURL(`${dirname(fileURLToPath(parent))}/`).href);
}

const entry = await load(pathToFileURL(process.argv[2]).href);
await entry.link((specifier, { identifier }) => load(resolve(specifier, identifier)));
await entry.evaluate();
