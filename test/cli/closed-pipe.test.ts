import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const main = fileURLToPath(new URL("../../dist/generator/cli/main.js", import.meta.url));

it.skipIf(process.platform === "win32")("a reader that stops before the end is no fault", () => {
  const script = '"$1" "$2" versions .. --json | true';
  const { status, stderr } = spawnSync("sh", ["-c", script, "sh", process.execPath, main], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
});
