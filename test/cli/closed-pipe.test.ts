import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const main = fileURLToPath(new URL("../../dist/generator/cli/main.js", import.meta.url));

it.skipIf(!existsSync("/dev/full"))("output that cannot be written is said in a sentence", () => {
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", '"$1" "$2" targets > /dev/full', "sh", process.execPath, main],
    {
      encoding: "utf8",
    },
  );
  expect([status, stderr]).toEqual([2, "mplus-codegen: Its output cannot be written: the disk is full.\n"]);
});

it.skipIf(process.platform === "win32")("a reader that stops before the end is no fault", () => {
  const script = '"$1" "$2" versions .. --json | true';
  const { status, stderr } = spawnSync("sh", ["-c", script, "sh", process.execPath, main], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
});
