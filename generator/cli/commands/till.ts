import { once } from "../../base/once.js";
import { generateOutput } from "../../output/generate-output.js";
import { loadSpec, readTillPage } from "../../contract/package/package-files.js";
import { openPage, type OpenPage } from "../../till/page/page-server.js";
import { getErrorCode, type Outcome } from "../../base/problem/problem.js";
import { getScenarioReader } from "../../till/scenario/read-scenarios.js";
import { quote } from "../../base/text/quote.js";
import { readTillContract } from "../../till/engine/start-till.js";
import type { Args } from "../options/commands.js";
import { readReceiver } from "../inputs/receiver.js";
import { ensure, joinOutcomes, requireSuccess, throwUsageProblem } from "../call-error.js";
import { renderText, type RenderedResult } from "../command-result.js";
import { untilInterrupted, type CommandContext } from "../terminal/terminal.js";

/** `till`: serves a till as a page, until it is interrupted. */
export async function till(
  args: Args<"till">,
  { terminal, environment }: CommandContext,
): Promise<RenderedResult> {
  const [release, ...others] = args.release;
  const { value } = requireSuccess(
    joinOutcomes([
      readReceiver(args, environment),
      readPort(args.port),
      ensure(release, others.length === 0, "A till runs one release.", "Give --release once."),
    ]),
  );
  const [{ deadline, ...receiver }, port] = value;
  terminal.progress("reading the contract");
  const page = await openPage({
    contract: readTillContract(),
    reader: getScenarioReader(),
    till: { ...receiver, release, product: args.product, settings: { answerDeadline: deadline } },
    port,
    files: readTillPage(),
    makeDocs: once(makeDocs),
  }).catch((error: unknown) => explainListenError(error, port));
  const line = `A till of v${page.release} at ${page.url} - Ctrl-C ends it\n`;
  return { ...renderText(line), goOn: () => keepOpen(page) };
}

const readPort = (port: string): Outcome<number> =>
  ensure(
    Number(port),
    /^\d{1,5}$/.test(port) && Number(port) < 2 ** 16,
    `--port ${quote(port)} is not a number from 0 to 65535.`,
  );

async function keepOpen(page: OpenPage): Promise<0> {
  await untilInterrupted((signal) => new Promise((resolve) => signal.addEventListener("abort", resolve)));
  await page.close();
  return 0;
}

/** The docs of all releases as a web site. */
async function makeDocs(): Promise<ReadonlyMap<string, string>> {
  const generated = await generateOutput({ target: ["site"] }, requireSuccess(loadSpec()).value);
  const files = requireSuccess(generated).value.generation.outputs.flatMap((output) => output.files);
  return new Map(files.map(({ path, content }) => [path.replace(/^site\//, ""), content]));
}

function explainListenError(error: unknown, port: number): never {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken.`,
    EACCES: `Port ${port} may not be used.`,
  };
  const reason = reasons[getErrorCode(error)];
  if (reason === undefined) throw error;
  return throwUsageProblem(reason, "Another one: --port 4001, or --port 0 for any that is free.");
}
