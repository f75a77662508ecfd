import { once } from "../../base/once.js";
import { generateOutput } from "../../output/generate-output.js";
import { loadSpec, readTillPage } from "../../contract/package/package-files.js";
import { openPage } from "../../till/page/page-server.js";
import { getErrorCode } from "../../base/problem/problem.js";
import { getScenarioReader } from "../../till/scenario/read-scenarios.js";
import { quote } from "../../base/text/quote.js";
import { readTillContract } from "../../till/engine/start-till.js";
import type { Args } from "../options/commands.js";
import { readReceiver, readRelease } from "../inputs/receiver.js";
import { ensure, joinOutcomes, requireSuccess, throwUsageProblem } from "../call-error.js";
import { renderText, type RenderedResult } from "../command-result.js";
import { untilInterrupted, type CommandContext } from "../terminal/terminal.js";

/** `till`: serves a till as a page, until it is interrupted. */
export async function till(
  args: Args<"till">,
  { environment, terminal }: CommandContext,
): Promise<RenderedResult> {
  const isPort = /^\d{1,5}$/.test(args.port) && Number(args.port) < 2 ** 16;
  const { value } = requireSuccess(
    joinOutcomes([
      readReceiver(args, environment),
      ensure(Number(args.port), isPort, `--port ${quote(args.port)} is not a number from 0 to 65535.`),
      readRelease(args.release),
    ]),
  );
  const [{ deadline, ...receiver }, port, release] = value;
  const page = await openPage({
    contract: readTillContract(),
    reader: getScenarioReader(),
    till: { ...receiver, release, product: args.product, settings: { answerDeadline: deadline } },
    port,
    files: readTillPage(),
    makeDocs: once(makeDocs),
  }).catch((error: unknown) => explainListenError(error, port));
  terminal.print(`A till of v${page.release} at ${page.url} - Ctrl-C ends it\n`);
  await untilInterrupted((signal) => new Promise((resolve) => signal.addEventListener("abort", resolve)));
  await page.close();
  return renderText("");
}

/** The docs of all releases as a web site. */
async function makeDocs(): Promise<ReadonlyMap<string, string>> {
  const generated = await generateOutput({ target: ["site"] }, requireSuccess(loadSpec()).value);
  const files = requireSuccess(generated).value.generation.outputs.flatMap((output) => output.files);
  return new Map(files.map(({ path, content }) => [path.replace(/^site\//, ""), content]));
}

function explainListenError(error: unknown, port: number): never {
  const code = getErrorCode(error);
  if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
  return throwUsageProblem(
    `Port ${port} ${code === "EACCES" ? "may not be used" : "is taken"}.`,
    "Another one: --port 4001, or --port 0 for any that is free.",
  );
}
