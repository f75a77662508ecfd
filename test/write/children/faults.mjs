// Loaded before a program (node --import): counts its calls of the file system on paths below a folder, and makes
// one fail or be the last. FAULT = { under, at, kind, lasting, report, pause }, as JSON:
//   kind    an error's code, "SIGKILL", or nothing: only count
//   lasting from then on all calls that need room on the disk fail, as they do when it is full
//   report  where to write the list of calls when the program ends
//   mark    print "begun" before the first call, for whoever wants to kill from outside
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { under, at = 0, kind, lasting = false, report, mark = false } = JSON.parse(process.env.FAULT);
const needsRoom = new Set(["writeFileSync", "mkdirSync", "linkSync", "symlinkSync", "copyFileSync"]);
const { appendFileSync, writeSync } = fs;
const calls = [];

const isCounted = (args) => args.slice(0, 2).some((arg) => typeof arg === "string" && arg.startsWith(under));

function strike(name) {
  if (mark && calls.length === 0) writeSync(1, "begun\n");
  calls.push(name);
  if (report !== undefined) appendFileSync(report, `${name}\n`);
  const isDue = calls.length === at || (lasting && at > 0 && calls.length > at && needsRoom.has(name));
  if (!isDue || kind === undefined) return;
  if (kind === "SIGKILL") process.kill(process.pid, "SIGKILL");
  throw Object.assign(new Error(`${kind}: made to fail, ${name}`), { code: kind, syscall: name });
}

for (const [name, call] of Object.entries(fs)) {
  if (typeof call !== "function" || !name.endsWith("Sync")) continue;
  const counted = (...args) => {
    if (isCounted(args)) strike(name);
    return call(...args);
  };
  fs[name] = Object.assign(counted, call);
}
syncBuiltinESMExports();
