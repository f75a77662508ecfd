import { generateOutput } from "../../output/output.js";
import { loadSpec } from "../../package/load-spec.js";
import { openPage, type OpenPage } from "../../page/page-server.js";
import { report } from "../../problem/catalogue.js";
import { failure, getErrorCode, success, type Outcome, type Problem } from "../../problem/problem.js";
import { getScenarioReader } from "../../scenario/read/read-scenarios.js";
import { quote } from "../../text/quote.js";
import { readTillContract } from "../../till/running/contract.js";
import { TillError } from "../../till/values/error.js";
import { readTillPage } from "../../package/package-files.js";
import { once } from "../../once.js";
import type { Args } from "../options/commands.js";
import { readReceiver } from "../receiver.js";
import { problemEnding, successEnding, type Ending } from "../report/ending.js";
import { type Surroundings, untilInterrupted } from "../terminal.js";

/** `till`: serves a till as a page, until it is interrupted. */
export async function till(args: Args<"till">, { terminal, environment }: Surroundings): Promise<Ending> {
  const receiver = readReceiver(args, environment);
  const port = readPort(args.port);
  const [release, ...others] = args.release;
  const problems = [
    ...[receiver, port].flatMap((outcome) => (outcome.ok ? [] : outcome.problems)),
    ...(others.length > 0 ? [reportUsage("A till runs one release.", "Give --release once.")] : []),
  ];
  if (problems.length > 0 || !receiver.ok || !port.ok) return problemEnding(problems, false);
  terminal.progress("reading the contract");
  const contract = readTillContract();
  const reader = getScenarioReader();
  const { deadline, ...where } = receiver.value;
  try {
    const page = await openPage({
      ...{ contract, reader },
      till: { ...where, release, product: args.product, settings: { answerDeadline: deadline } },
      port: port.value,
      files: readTillPage(),
      makeDocs: once(makeDocs),
    });
    const line = `A till of v${page.release} at ${page.url} - Ctrl-C ends it\n`;
    return { ...successEnding(line), goOn: () => keepOpen(page) };
  } catch (error) {
    return problemEnding([explain(error, port.value)], false);
  }
}

async function keepOpen(page: OpenPage): Promise<0> {
  await untilInterrupted((signal) => new Promise((resolve) => signal.addEventListener("abort", resolve)));
  await page.close();
  return 0;
}

/** The docs of all releases as a web site. */
async function makeDocs(): Promise<ReadonlyMap<string, string>> {
  const spec = loadSpec();
  const generated = spec.ok && (await generateOutput({ target: ["site"] }, spec.value));
  const outputs = generated && generated.ok ? generated.value.generation.outputs : [];
  return new Map(
    outputs.flatMap(({ files }) => files.map(({ path, content }) => [path.replace(/^site\//, ""), content])),
  );
}

function readPort(port: string): Outcome<number> {
  if (/^\d{1,5}$/.test(port) && Number(port) < 2 ** 16) return success(Number(port));
  return failure([reportUsage(`--port ${quote(port)} is not a number from 0 to 65535.`)]);
}

function explain(error: unknown, port: number): Problem {
  if (error instanceof TillError) return reportUsage(error.message);
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken.`,
    EACCES: `Port ${port} may not be used.`,
  };
  const reason = reasons[getErrorCode(error)];
  if (reason === undefined) throw error;
  return reportUsage(reason, "Another one: --port 4001, or --port 0 for any that is free.");
}

const reportUsage = (message: string, hint?: string): Problem => report("usage", { message, hint });
