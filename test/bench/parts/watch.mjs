// One edit of the spec while `--watch` runs, until its line is printed, beside a cold run after the same edit.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { targets } from "../../../dist/generator/targets/all.js";
import { figure, ratios, spread } from "../figures.mjs";
import { measureProcess } from "../processes.mjs";
import { interleave } from "../rounds.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const cli = join(root, "dist/generator/cli/main.js");
const file = "spec/events/scanCode.json";

const outputs = { express: "express", "all targets": targets.map(({ name }) => name).join() };

export async function run({ quick }) {
  const home = mkdtempSync(join(tmpdir(), "mplus-codegen-bench-"));
  const watches = [];
  try {
    cpSync(join(root, "spec"), join(home, "spec"), { recursive: true });
    const figures = [];
    for (const [name, target] of Object.entries(outputs)) {
      const call = [cli, "--target", target, "--min-version", "48", "--spec", "spec", "--out"];
      const watch = startWatch([...call, `${target.length}-watched`, "--watch"], home);
      watches.push(watch);
      await watch.line(/Ctrl-C/);
      const contestants = {
        edit: () => measureEdit(home, watch),
        cold: () => measureProcess([...call, `${target.length}-cold`], home).wall,
      };
      const costs = await interleave(contestants, { rounds: quick ? 1 : 31, warmups: quick ? 0 : 5 });
      figures.push(compare(name, costs));
      watch.end();
    }
    return figures;
  } finally {
    for (const watch of watches) watch.end();
    rmSync(home, { recursive: true, force: true });
  }
}

const compare = (name, { edit, cold }) =>
  figure({
    what: "watching, one edit, wall time",
    contestant: name,
    beside: "a cold run",
    values: ratios(edit, cold),
    aim: { most: 0.1 },
    note: `${Math.round(spread(edit).median)} ms beside ${Math.round(spread(cold).median)} ms`,
  });

/** The milliseconds from an edit until a line tells that its files are written. */
async function measureEdit(home, watch) {
  const path = join(home, file);
  const spec = JSON.parse(readFileSync(path, "utf8"));
  // The look that follows every build is over.
  await new Promise((resolve) => setTimeout(resolve, 400));
  const told = watch.line(/changed in/);
  const start = performance.now();
  writeFileSync(path, JSON.stringify({ ...spec, description: `Edit ${start}.` }, null, 2));
  await told;
  return performance.now() - start;
}

/** A program that goes on, whose lines can be waited for. */
function startWatch(args, cwd) {
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
  let notice = () => undefined;
  child.stdout.setEncoding("utf8").on("data", (text) => notice(text));
  return {
    line: (pattern) =>
      new Promise((resolve) => {
        let seen = "";
        notice = (text) => {
          seen += text;
          if (pattern.test(seen)) resolve();
        };
      }),
    end: () => child.kill("SIGTERM"),
  };
}
