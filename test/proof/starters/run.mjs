import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { parse } from "yaml";
import { addWebhooks } from "./webhooks.mjs";

/**
 * `node test/proof/starters/run.mjs [name..]` adds the webhooks to new projects of the frameworks' own generators.
 * It fails if one of the project's commands fails with them and not without, or if the server does not answer
 * an event. `--make` only creates the projects, in the folder named by MPLUS_STARTERS, for later runs.
 * `--keep` does not delete the projects.
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const starters = parse(readFileSync(new URL("starters.yaml", import.meta.url), "utf8"));
const steps = ["lint", "format", "typecheck", "build", "test"];
const secret = Buffer.alloc(32, "starters").toString("base64");

const options = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = names.filter((name) => !starters.some((row) => row.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no starter ${unknown.join(", ")}.\nThere are: ${starters.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), "starters-"));
const store = process.env.MPLUS_STARTERS ?? join(work, "made");
let isGreen = true;
try {
  const rows = starters.filter(({ name }) => names.length === 0 || names.includes(name));
  if (options.includes("--make")) for (const row of rows) make(row, toEnvironment(row));
  else {
    const tarball = pack();
    for (const row of rows) isGreen = (await prove(row, tarball)) && isGreen;
  }
} finally {
  if (!options.includes("--keep")) rmSync(work, { recursive: true, force: true });
}
process.exitCode = isGreen ? 0 : 1;

async function prove(row, tarball) {
  const started = Date.now();
  const env = toEnvironment(row);
  const problems = [];
  const note = (step, { status, output }) => {
    if (status !== 0) problems.push(`${row.name}: ${step} fails\n${output.slice(-4000)}`);
    return status === 0 ? "ok" : "FAILS";
  };
  let picked = "";
  const results = {};
  try {
    const folder = copyOf(row, env, row.name);
    const run = (command) => runCommand(command, folder, env);
    const added = addWebhooks(row, { folder, tarball, run });
    picked = added.picked;
    // Server and `send` share the secret that init wrote.
    env.MPLUS_SECRET = added.secret ?? secret;
    const own = runOwn(row, folder, env);
    const isRed = Object.values(own).some(({ status }) => status !== 0);
    // All of them, because a project's tests may need its build.
    const before = isRed ? runOwn(row, copyOf(row, env, `${row.name}-before`), env) : {};
    for (const step of Object.keys(own))
      results[step] = before[step]?.status > 0 ? "red before" : note(step, own[step]);
    if (added.hasTest && results.test === "ok" && !/mplus-webhooks|\.yaml, in a shop/.test(own.test.output)) {
      results.test = "FAILS";
      problems.push(`${row.name}: the test that init wrote does not run\n${own.test.output}`);
    }
    results.send = note(
      "send",
      await withDatabase(row, (more) => send(row, folder, { ...env, ...more }, added.send)),
    );
    // The project's formatters and fixers must leave generated code up to date.
    if (row.fix) run(row.fix);
    results.check = note("check after the fixers", run(added.check));
  } catch (error) {
    problems.push(`${row.name}: ${error.message}`);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  const cells = [...steps, "send", "check"].map((step) => `${step} ${results[step] ?? "-"}`);
  console.log([row.name.padEnd(28), picked, `${seconds} s`, ...cells].join("  "));
  for (const problem of problems) console.error(`${problem}\n`);
  return problems.length === 0;
}

/** Copies a new starter, and returns the folder to work in. */
function copyOf(row, env, name) {
  const copy = join(work, name);
  spawnSync("cp", ["-a", "--reflink=auto", make(row, env), copy]);
  return join(copy, row.folder ?? "");
}

/** Returns the folder of a new starter, created once per row. */
function make(row, env) {
  const { make: commands = [], add = [], needs = [], files = {} } = row;
  const recipe = JSON.stringify([commands, add, needs, files]);
  const home = join(store, `${row.name}-${createHash("sha256").update(recipe).digest("hex").slice(0, 12)}`);
  const folder = join(home, row.name);
  if (existsSync(join(home, "made"))) return folder;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  for (const command of commands) mustRun(command, home, env);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(folder, { recursive: true });
  for (const command of add) mustRun(command, folder, env);
  writeFileSync(join(home, "made"), "");
  return folder;
}

function runOwn(row, folder, env) {
  const commands = Object.entries(row.own);
  return Object.fromEntries(commands.map(([step, command]) => [step, runCommand(command, folder, env)]));
}

/** Calls `run` with the variables of the row's database, which the project's own commands do not get. */
async function withDatabase({ database }, run) {
  if (database === undefined) return run({});
  if (database !== "postgres") return run({ DATABASE_URL: database });
  const { createPostgres } = await tsImport("../../workbench/servers/postgres.ts", import.meta.url);
  const { url, remove } = await createPostgres();
  try {
    return await run({ DATABASE_URL: url });
  } finally {
    remove();
  }
}

async function send(row, folder, env, call) {
  const server = spawn("bash", ["-c", row.start], {
    cwd: folder,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => (log += data));
  try {
    if (!(await isListening(row.port, server)))
      return { status: 1, output: `No server on port ${row.port}.\n${log}` };
    const url = `http://localhost:${row.port}/mplus`;
    const result = runCommand(`${call} --url ${url}`, folder, env);
    const isLogged = () => row.logs === undefined || log.includes(row.logs);
    for (let tries = 0; tries < 120 && !isLogged(); tries++) await wait(500);
    if (!isLogged()) return { status: 1, output: `The server does not log "${row.logs}".\n${log}` };
    return { ...result, output: `${result.output}\n${log}` };
  } finally {
    // Stop the whole process group: package managers start the server as a grandchild.
    try {
      process.kill(-server.pid, "SIGKILL");
    } catch {
      // The process has already exited.
    }
    await wait(500);
  }
}

async function isListening(port, server) {
  for (let tries = 0; tries < 120 && server.exitCode === null; tries++) {
    const isOpen = await new Promise((settle) => {
      const socket = connect(port, "localhost", () => settle(true)).on("error", () => settle(false));
      socket.on("connect", () => socket.end());
    });
    if (isOpen) return true;
    await wait(500);
  }
  return false;
}

function pack() {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--silent", "--pack-destination", work], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`npm pack fails\n${stderr}`);
  return join(work, stdout.trim().split("\n").at(-1));
}

/** Environment of a row's commands, with its tools first in PATH. */
function toEnvironment(row) {
  const env = {
    ...process.env,
    CI: "1",
    NO_COLOR: "1",
    npm_config_prefer_offline: "true",
    npm_config_audit: "false",
    npm_config_fund: "false",
    NEXT_TELEMETRY_DISABLED: "1",
    NX_DAEMON: "false",
    NX_TUI: "false",
    WRANGLER_SEND_METRICS: "false",
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
  };
  if (row.needs === undefined) return env;
  const packages = row.needs.flatMap((name) => ["--package", name]);
  const { stdout } = spawnSync("npm", ["exec", "--yes", ...packages, "--call", "echo $PATH"], {
    cwd: tmpdir(),
    encoding: "utf8",
  });
  return { ...env, PATH: stdout.trim() };
}

function runCommand(command, cwd, env) {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", command], {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 2 ** 28,
    timeout: 600_000,
  });
  return { status, stdout, output: `$ ${command}\n${stdout}${stderr}` };
}

function mustRun(command, cwd, env) {
  const { status, output } = runCommand(command, cwd, env);
  if (status !== 0) throw new Error(output.slice(-4000));
}
