import { once } from "../../once.js";
import { generateOutput } from "../../output/output.js";
import { loadSpec } from "../../package/package-files.js";
import { readTillPage } from "../../package/package-files.js";
import { openPage, type OpenPage } from "../../page/page-server.js";
import { getErrorCode } from "../../problem/problem.js";
import { getScenarioReader } from "../../scenario/read-scenarios.js";
import { quote } from "../../text/quote.js";
import { readTillContract } from "../../till/running/start.js";
import type { Args } from "../options/commands.js";
import { readReceiver } from "../receiver.js";
import {
  listProblems,
  need,
  refuse,
  refuseAny,
  successEnding,
  usage,
  usageIf,
  type Ending,
} from "../report/ending.js";
import { untilInterrupted, type Surroundings } from "../terminal.js";

/** `till`: serves a till as a page, until it is interrupted. */
export async function till(args: Args<"till">, { terminal, environment }: Surroundings): Promise<Ending> {
  const receiver = readReceiver(args, environment);
  const port = Number(args.port);
  const [release, ...others] = args.release;
  const problems = [
    ...listProblems([receiver]),
    ...usageIf(
      !/^\d{1,5}$/.test(args.port) || port >= 2 ** 16,
      `--port ${quote(args.port)} is not a number from 0 to 65535.`,
    ),
    ...usageIf(others.length > 0, "A till runs one release.", "Give --release once."),
  ];
  refuseAny(problems);
  terminal.progress("reading the contract");
  const { deadline, ...where } = need(receiver).value;
  const page = await openPage({
    ...{ contract: readTillContract(), reader: getScenarioReader() },
    till: { ...where, release, product: args.product, settings: { answerDeadline: deadline } },
    ...{ port, files: readTillPage(), makeDocs: once(makeDocs) },
  }).catch((error: unknown) => explain(error, port));
  const line = `A till of v${page.release} at ${page.url} - Ctrl-C ends it\n`;
  return { ...successEnding(line), goOn: () => keepOpen(page) };
}

async function keepOpen(page: OpenPage): Promise<0> {
  await untilInterrupted((signal) => new Promise((resolve) => signal.addEventListener("abort", resolve)));
  await page.close();
  return 0;
}

/** The docs of all releases as a web site. */
async function makeDocs(): Promise<ReadonlyMap<string, string>> {
  const generated = await generateOutput({ target: ["site"] }, need(loadSpec()).value);
  const files = need(generated).value.generation.outputs.flatMap((output) => output.files);
  return new Map(files.map(({ path, content }) => [path.replace(/^site\//, ""), content]));
}

function explain(error: unknown, port: number): never {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken.`,
    EACCES: `Port ${port} may not be used.`,
  };
  const reason = reasons[getErrorCode(error)];
  if (reason === undefined) throw error;
  return refuse(usage(reason, "Another one: --port 4001, or --port 0 for any that is free."));
}
