// The time from an edit of the spec to the line that `--watch` prints, compared with a cold run after the same
// edit.
import { spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { figureOfTimes } from "../figures.mjs";
import { cli, inFolder, measureProcess, root } from "../processes.mjs";
import { interleave } from "../rounds.mjs";
import { listArgs } from "../target-args.mjs";
import { importSource } from "../../workbench/sources.mjs";

const { targets } = await importSource("targets/all.ts");

const outputs = { express: ["express"], "all targets": targets.map(({ name }) => name) };

export const run = ({ quick }) =>
  inFolder(async (home) => {
    cpSync(join(root, "spec"), join(home, "spec"), { recursive: true });
    const figures = [];
    for (const [contestant, names] of Object.entries(outputs)) {
      const call = [cli, ...listArgs(...names), "--min-version", "48", "--spec", "spec", "--out"];
      const watch = startWatch([...call, `${names.length}-watched`, "--watch"], home);
      try {
        await watch.line(/Ctrl-C/);
        const contestants = {
          edit: () => measureEdit(join(home, "spec/events/scanCode.json"), watch),
          cold: () => measureProcess([...call, `${names.length}-cold`], home).wall,
        };
        const { edit, cold } = await interleave(contestants, {
          rounds: quick ? 1 : 31,
          warmups: quick ? 0 : 5,
        });
        const line = {
          what: "watch, one edit, wall time",
          contestant,
          beside: "a cold run",
          aim: { most: 0.5 },
        };
        figures.push(figureOfTimes(line, edit, cold));
      } finally {
        watch.end();
      }
    }
    return figures;
  });

/** Milliseconds from an edit until a line reports that its files are written. */
async function measureEdit(path, watch) {
  const spec = JSON.parse(readFileSync(path, "utf8"));
  // Wait for the check that follows every build.
  await sleep(400);
  const told = watch.line(/changed in/);
  const start = performance.now();
  writeFileSync(path, JSON.stringify({ ...spec, description: `Edit ${start}.` }, null, 2));
  await told;
  return performance.now() - start;
}

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
