import { vi } from "vitest";
import { getOwn, isObject, type Json, type JsonObject } from "../../../generator/base/json.js";
import { once } from "../../../generator/base/once.js";
import type { Till, TillOptions } from "../../../generator/till/engine/till-types.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import { fencedBlocks, signalGroup, startProgram, waitUntilListening } from "../../workbench/run.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { ownContract } from "../../till/own-spec.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { loadOwnModel, loadOwnSpec } from "../own-spec.js";

const output = once(async () =>
  collectFiles(await emit(loadOwnSpec(), "48..", { targets: ["express", "docs"] })),
);

/** The program of a task's page, and the commands that start it and play its scenario. */
export async function readTaskPage(name: string) {
  const page = (await output()).get(`docs/tasks/${name}.md`) ?? "";
  const [program = ""] = fencedBlocks(page, "ts");
  const [, start = "", second = ""] = fencedBlocks(page, "sh");
  return { program, start, play: second.trim().split("\n").at(-1) ?? "" };
}

/** All commands of the task pages have run in it. */
export async function makeTasksFolder(): Promise<{ readonly path: string; remove(): void }> {
  const path = makeProjectFolder();
  const made = [...(await output())].filter(([file]) => !file.startsWith("docs/"));
  const programs = await Promise.all(
    loadOwnModel().tasks.map(async ({ name }) => [`${name}.ts`, (await readTaskPage(name)).program] as const),
  );
  writeFiles(path, [
    ["package.json", '{"type":"module"}'],
    ...made.map(([file, text]) => [`mplus/${file}`, text] as const),
    ...programs,
  ]);
  return { path, remove: () => removeFolder(path) };
}

/** Changes a request on its way, as another release might send it. */
export type Change = (request: Record<string, Json>, event: string) => void;

export type RunningTask = Awaited<ReturnType<typeof startTask>>;

let seed = 0;

/** Uses the commands of the task's page. `without` removes lines from them. */
export async function startTask(
  folder: string,
  name: string,
  { without = "", port }: { readonly without?: string; readonly port?: number } = {},
) {
  const { start } = await readTaskPage(name);
  const lines = start.split("\n").filter((line) => without === "" || !line.includes(without));
  const free = port ?? (await findFreePort());
  const program = startProgram(folder, ["sh", "-c", lines.join("\n")], { PORT: `${free}` });
  const tills: Till[] = [];
  const stop = async (): Promise<void> => {
    signalGroup(program.child, "SIGKILL");
    await program.ended;
  };
  const end = async (): Promise<void> => {
    for (const till of tills) await till.close();
    await stop();
  };
  try {
    await waitUntilListening(program, free);
  } catch (error) {
    await end();
    throw error;
  }
  const url = `http://localhost:${free}/mplus`;
  return {
    url,
    stop,
    end,
    output: (): string => program.printed().stdout,
    // npx prints its own warnings.
    complaints: (): readonly string[] =>
      program
        .printed()
        .stderr.split("\n")
        .filter((line) => line !== "" && !line.startsWith("npm ")),
    openTill(options: Partial<TillOptions> = {}, change: Change = () => undefined): Till {
      seed += 1;
      const shop = { url, subscription: "shop-12", secret, release: "58", seed, fetch: changing(change) };
      const till = startTill(ownContract(), { clock: "virtual", ...shop, ...options });
      tills.push(till);
      return till;
    },
    /** Resolves when the program has read the line. */
    async type(line: string): Promise<void> {
      const countHelp = () => program.printed().stdout.split("Type `paid").length;
      const before = countHelp();
      program.child.stdin?.write(`${line}\nend of line\n`);
      await vi.waitFor(() => {
        if (countHelp() === before) throw new Error("It has not read the line yet.");
      }, patience);
    },
    read: async (path: string): Promise<string> => (await fetch(`http://localhost:${free}${path}`)).text(),
  };
}

/** In milliseconds. */
export const patience = { timeout: 60_000 };

/** Forwards requests, changed and signed again. */
const changing =
  (change: Change): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const body = JSON.parse(await request.text()) as Record<string, Json>;
    change(body, new URL(request.url).pathname.split("/").at(-1) ?? "");
    const text = JSON.stringify(body);
    const headers = new Headers(request.headers);
    headers.set("X-Mplus-Signature", signatureOf(text));
    return fetch(request.url, { method: request.method, headers, body: text, redirect: "manual" });
  };

export function answerOf(till: Till): JsonObject {
  const verdict = till.transcript.at(-1)?.verdict;
  if (verdict?.kind === "taken") return verdict.answer;
  throw new Error(`The till could not use the answer: ${JSON.stringify(till.transcript.at(-1))}`);
}

export function objectOf(request: JsonObject, name: string): Record<string, Json> {
  const found = getOwn(request, name);
  return isObject(found) ? found : {};
}
