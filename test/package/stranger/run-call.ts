import { dirname, join } from "node:path";
import { once } from "../../../generator/base/once.js";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { runProgram, signalGroup, startProgram, withServer, type Command } from "../../workbench/run.js";
import { findNewNode } from "../../workbench/new-node.js";
import { comparable } from "../guide.js";
import { findNeeds, type Needs } from "./call-needs.js";
import type { PrintedCall } from "./printed-calls.js";
import type { Project } from "./project.js";

export interface Desk extends Project {
  /** The package manager's prefix: `npx`, `pnpm exec` or empty. */
  readonly execute: string;
  readonly shop: number;
  readonly port: number;
}

const newNode = once(() => dirname(findNewNode()));

/** Runs a documented call. Returns "ok", why it was not run, or what failed. */
export async function runCall(desk: Desk, { page, call, shown }: PrintedCall): Promise<string> {
  const row = findNeeds(call);
  if (!row)
    return "no row of test/package/stranger/call-needs.yaml fits it: add one that says what it needs and how it ends, or why it cannot be run";
  if (row.because !== undefined) return `not run: ${row.because}`;
  const port = row.server === undefined ? desk.shop : desk.port;
  const run = async (): Promise<string> => {
    const { code, stdout, stderr } = await type(desk, row, { page, script: toScript(desk, row, call, port) });
    if (code !== (row.code ?? 0)) return `exit code ${code}\n${stdout}${stderr}`;
    const seen = comparable(stdout.replaceAll(`${port}`, "3000"));
    return shown === undefined || seen === comparable(shown)
      ? "ok"
      : `the page shows something else\n${seen}`;
  };
  if (row.server === undefined) return run();
  let result = "";
  const command = row.server.split(" ") as unknown as Command;
  await withServer({ ...desk, command, port }, async () => void (result = await run()));
  return result;
}

/** The call as a reader with this package manager and these servers types it. */
function toScript({ execute }: Desk, { before = "", edit = {} }: Needs, call: string, port: number): string {
  const edited = Object.entries(edit).reduce((text, [from, to]) => text.replace(from, to), call);
  return `${before}\n${edited}`
    .replaceAll("localhost:3000", `localhost:${port}`)
    .replace(/\bnpx (?=mplus-codegen)/g, `${execute} `);
}

/** Runs a script until it ends, or until it prints `until`, and then sends Ctrl-C. */
async function type(
  { cwd, env }: Desk,
  { until }: Needs,
  { page, script }: { readonly page: string; readonly script: string },
) {
  const more = { PAGE: join(packageRoot, page), NEW_NODE: newNode() };
  const command = ["bash", "-c", script] as const;
  if (!until) return runProgram(cwd, command, { ...env, ...more });
  const program = startProgram(cwd, command, { ...env, ...more });
  const { child, ended } = program;
  const works = new Promise<boolean>((resolve) => {
    child.stdout?.on("data", () => (until.test(program.printed().stdout) ? resolve(true) : undefined));
    void ended.then(() => resolve(false));
  });
  const code = (await works) ? 0 : 1;
  signalGroup(child, "SIGINT");
  return { ...(await ended), code };
}
