// Counts the file system calls on paths below a folder, and makes one of them fail or be the last:
//   under   the folder
//   at      the number of the call, from 1 on
//   kind    an error code; "SIGKILL" or "SIGINT", which the process sends to itself; "death": later calls do nothing, as
//           if the process had been killed; undefined: only count
//   only    the name of the calls to count; default: all
//   lasting all later calls that need space on the disk fail, too, as on a full disk
// A test arms itself. A program loads this first (node --import), with FAULT as JSON in its environment.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const needsRoom = new Set(["writeFileSync", "mkdirSync", "linkSync", "symlinkSync", "copyFileSync"]);

/** Starts spoiling calls in this process. `calls` lists them, and `disarm` stops it. */
export function arm({ under, at = 0, kind, only, lasting = false }) {
  const calls = [];
  const strike = (name) => {
    if (only !== undefined && name !== only) return;
    calls.push(name);
    const goesOn = kind === "death" || (lasting && needsRoom.has(name));
    const isDue = calls.length === at || (at > 0 && calls.length > at && goesOn);
    if (!isDue || kind === undefined) return;
    if (kind.startsWith("SIG")) process.kill(process.pid, kind);
    else throw Object.assign(new Error(`${kind}: made to fail, ${name}`), { code: kind, syscall: name });
  };
  const isBelow = (arg) => typeof arg === "string" && arg.startsWith(under);
  // Writes to an open file count as well.
  const open = new Set();
  const isCounted = (name, args) =>
    args.slice(0, 2).some(isBelow) || (name === "writeFileSync" && open.has(args[0]));
  const real = Object.entries(fs).filter(
    // `existsSync` never throws.
    ([name, call]) => typeof call === "function" && name.endsWith("Sync") && name !== "existsSync",
  );
  for (const [name, call] of real) {
    const counted = (...args) => {
      try {
        if (isCounted(name, args)) strike(name);
      } catch (error) {
        // A full disk has room for the file, but not for its content.
        if (error.code === "ENOSPC" && name === "writeFileSync") call(args[0], "", args[2]);
        throw error;
      }
      const result = call(...args);
      if (name === "openSync" && isBelow(args[0])) open.add(result);
      if (name === "closeSync") open.delete(args[0]);
      return result;
    };
    fs[name] = Object.assign(counted, call);
  }
  syncBuiltinESMExports();
  const disarm = () => {
    Object.assign(fs, Object.fromEntries(real));
    syncBuiltinESMExports();
  };
  return { calls, disarm };
}

if (process.env.FAULT !== undefined) arm(JSON.parse(process.env.FAULT));
