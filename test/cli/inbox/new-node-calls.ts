// `node --import tsx new-node-calls.ts` runs the calls from stdin, one per line, under a Node that supports an
// inbox. It answers each call with one line.
import { createInterface } from "node:readline";
import { run } from "../../../generator/cli/run.js";
import { act, type Action } from "./inbox-actions.js";

export type Asked =
  | { readonly argv: readonly string[]; readonly environment?: Readonly<Record<string, string>> }
  | { readonly database: string; readonly action: Action };

async function call(argv: readonly string[], environment: Readonly<Record<string, string>>) {
  const printed = { stdout: "", stderr: "" };
  const toStream = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const streams = { stdout: toStream("stdout"), stderr: toStream("stderr") };
  return { code: await run(argv, { environment, ...streams }), ...printed };
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line) as Asked;
  const answer =
    "argv" in asked
      ? await call(asked.argv, asked.environment ?? {})
      : await act(asked.database, asked.action);
  console.log(JSON.stringify(answer ?? null));
}
