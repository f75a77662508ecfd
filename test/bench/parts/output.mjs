// What a user of express commits.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cli, makeHome, timeProcess } from "../processes.mjs";
import { report } from "../report.mjs";

const home = makeHome();
timeProcess([cli, "--target", "express", "--min-version", "48", "--out", "mplus", "--quiet"], home);
const files = readdirSync(join(home, "mplus"), { recursive: true })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(join(home, "mplus", path), "utf8"));
const text = files.join("");

report("output for express, files", [files.length], { unit: "files", most: 32 });
report("output for express, lines", [text.split("\n").length - 1], { unit: "lines", most: 7000 });
report("output for express, size", [Buffer.byteLength(text) / 1000], { unit: "kB", most: 300 });
