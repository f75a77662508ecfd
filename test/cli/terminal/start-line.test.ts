import { expect, it } from "vitest";
import { run } from "../../../generator/cli/run.js";
import { secret } from "../../conformance/signature.js";

async function readStderr(call: string, isTTY: boolean): Promise<string> {
  let printed = "";
  await run([...call.split(" "), "--url", "http://127.0.0.1:9/mplus"], {
    environment: { MPLUS_SECRET: secret },
    stdout: { write: () => undefined },
    stderr: { isTTY, write: (text) => (printed += text) },
  });
  return printed;
}

it.each([
  ["explore", "Exploring for 60 s. Press Ctrl-C to stop.\n"],
  ["explore --for 5m", "Exploring for 300 s. Press Ctrl-C to stop.\n"],
  ["simulate loyalty", "Running 1 scenario. Press Ctrl-C to stop.\n"],
])("%s says on a terminal that it takes long, and nothing into a pipe", async (call, line) => {
  expect([await readStderr(call, true), await readStderr(call, false)]).toEqual([line, ""]);
});
