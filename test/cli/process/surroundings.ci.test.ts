import { describe, expect, it } from "vitest";
import { targets } from "../../../generator/targets/all.js";
import { specWith } from "../../injection/marked-spec.js";
import { inProject, type Project } from "../../workbench/project.js";

const preloaded = (code: string) => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}`,
});

/** Exits with code 9 when a socket is opened or a process is started. */
const guarded = preloaded(`
  import { syncBuiltinESMExports } from "node:module";
  import cluster from "node:cluster";
  import dgram from "node:dgram";
  import dns from "node:dns";
  import net from "node:net";
  import processes from "node:child_process";
  import workers from "node:worker_threads";
  const stop = (what) => function () { process.stderr.write("uses " + what); process.reallyExit(9); };
  net.Socket.prototype.connect = stop("a socket");
  net.Server.prototype.listen = stop("a server");
  dgram.createSocket = stop("UDP");
  dns.lookup = dns.promises.lookup = dns.resolve = stop("DNS");
  cluster.fork = stop("a cluster");
  workers.Worker = stop("a worker");
  for (const name of ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"])
    processes[name] = stop(name);
  globalThis.fetch = stop("fetch");
  syncBuiltinESMExports();
`);

const all = targets.map(({ name }) => name).join();
const everything = ["--target", all, "--language", "python", "--spec", "spec", "--out", "out"];

async function runIn(put: (project: Project) => void, environment: Readonly<Record<string, string>> = {}) {
  return inProject(async (project) => {
    put(project);
    const run = await project.callBuilt(...everything);
    return { run, tree: project.tree() };
  }, environment);
}

describe("a run of the command line", { concurrent: true }, () => {
  const url = "http://127.0.0.1:9/a.json https://example.com $(touch PWN) `touch PWN`";
  const full = (project: Project): void => {
    for (const { path, text } of specWith(() => url)) project.put(`spec/${path}`, text);
  };

  it("opens no socket and starts no process, whatever a spec says", async () => {
    const { run, tree } = await runIn(full, guarded);
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(Object.keys(tree)).not.toContain("PWN");
  });

  it.each(["https://example.com/a.json", "file:///etc/passwd"])(
    "refuses a reference to %s without looking there",
    async ($ref) => {
      const { run } = await runIn(
        (project) => project.putSpec({ "responses/scanCode.json#/properties/label": { $ref } }),
        guarded,
      );
      expect(run.code).toBe(2);
      expect(run.stderr).toMatch(/^error: responses\/scanCode\.json:\d+:\d+ \(dangling-ref\)$/m);
    },
  );
});
