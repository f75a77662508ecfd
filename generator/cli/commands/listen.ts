import { once } from "node:events";
import { describeSystemError } from "../../base/problem/problem.js";
import { quote, toVisibleLine } from "../../base/text/quote.js";
import { printForTerminal } from "../../pages/blocks/terminal.js";
import { readTillContract } from "../../till/engine/start-till.js";
import type { TillContract } from "../../till/engine/till-set-up.js";
import type { OpenPage } from "../../till/page/page-server.js";
import { openForwarder, type Forwarded } from "../../till/traffic/forward.js";
import { createObserver, type Observe } from "../../till/traffic/observe.js";
import { createRedaction } from "../../till/traffic/redact.js";
import { createResend, type ResendTarget } from "../../till/traffic/resend.js";
import { ensure, joinOutcomes, requireSuccess } from "../call-error.js";
import { renderText, type RenderedResult } from "../command-result.js";
import { explainPortError, readOptionalSecret, readPort, readShopReleases } from "../inputs/receiver.js";
import { openRecordFile, type RecordFile } from "../inputs/record-file.js";
import type { Args } from "../options/commands.js";
import { untilInterrupted, type CommandContext, type Terminal } from "../terminal/terminal.js";
import { openOwnPage } from "./till/open-own-page.js";
import { reportExchange } from "./traffic/report-exchange.js";

/** `listen`: forwards what shops send to a server, until it is interrupted; prints, shows and records it. */
export async function listen(
  args: Args<"listen">,
  { environment, terminal }: CommandContext,
): Promise<RenderedResult> {
  const { url, port, findRelease, secret } = readListenOptions(args, environment);
  const contract = readTillContract();
  const observe = createObserver({ contract, secret, findRelease });
  const redact = args.redact ? createRedaction(contract.model) : undefined;
  const target = new URL(url);
  await untilInterrupted(async (signal) => {
    const file = args.record === undefined ? undefined : openRecordFile(args.record, redact);
    const page = secret ? await openTrafficPage(args, { url, port, secret, observe, signal }) : undefined;
    try {
      const onForwarded = createShow({ target, contract, observe, page, file, terminal });
      const forwarder = await openForwarder({ target, port, onForwarded }).catch((error: unknown) =>
        explainPortError(error, port),
      );
      const lines = [
        `Lead the tunnel to http://localhost:${forwarder.port}; what comes goes on to ${target.origin}.`,
        page
          ? `The page: ${page.url}`
          : `${args.secretEnv} is not set: no signature is checked, and there is no page.`,
        ...(args.record
          ? [
              `Recording to ${args.record}: ${redact ? "customers' data is replaced" : "it holds customers' data"}.`,
            ]
          : []),
        "Ctrl-C ends it.",
      ];
      terminal.print(`${lines.join("\n")}\n\n`);
      if (!signal.aborted) await once(signal, "abort");
      forwarder.close();
    } finally {
      await page?.close();
      file?.close();
    }
  });
  return renderText("");
}

function readListenOptions(args: Args<"listen">, environment: CommandContext["environment"]) {
  const { forward: url, secretEnv, record } = args;
  const isUrl = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  const read = readOptionalSecret(secretEnv, environment);
  const mayRecord = record === undefined || !read.ok || read.value !== undefined;
  const { value } = requireSuccess(
    joinOutcomes([
      ensure(url.replace(/\/$/, ""), isUrl, `--forward ${quote(url)} is no http or https URL.`),
      readPort(args.port),
      readShopReleases(args.release),
      read,
      ensure("", mayRecord, `--record keeps what has a valid signature, and ${secretEnv} is not set.`),
    ]),
  );
  const [target, port, findRelease, secret] = value;
  return { url: target, port, findRelease, secret };
}

/** The page, with a till that sends to the server itself. Its port is the one after that of the tunnel. */
function openTrafficPage(
  { subscription = "shop-12", secretEnv }: Args<"listen">,
  {
    url,
    port,
    secret,
    observe,
    signal,
  }: Omit<ResendTarget, "deadline"> & { port: number; signal: AbortSignal },
): Promise<OpenPage> {
  const resend = createResend({ url, secret, observe, signal, deadline: 60_000 });
  const till = { url, subscription, secret };
  return openOwnPage({ till, secretEnv, resend, port: port === 0 ? 0 : (port + 1) % 2 ** 16 }, signal);
}

interface Shown {
  readonly contract: TillContract;
  readonly target: URL;
  readonly observe: Observe;
  readonly page: OpenPage | undefined;
  readonly file: RecordFile | undefined;
  readonly terminal: Terminal;
}

/** What becomes of a request that was forwarded: it is printed, shown on the page and recorded. */
function createShow({
  target,
  contract,
  observe,
  page,
  file,
  terminal,
}: Shown): (forwarded: Forwarded) => void {
  let recording = file;
  return ({ method, path, ...wire }) => {
    if (!("x-mplus-subscription-id" in wire.headers)) {
      terminal.print(`${toVisibleLine(`${method} ${path}`.slice(0, 200))}: no event\n`);
      return;
    }
    const event = path.split("?")[0]?.split("/").at(-1) ?? "";
    const seen = observe({ ...wire, event, url: `${target.origin}${path}`, source: "shop" });
    terminal.print(printForTerminal(reportExchange(seen, contract), terminal));
    page?.show(seen);
    // What a stranger sent is not kept: a replay would sign it.
    if (seen.isVerified !== true) return;
    try {
      recording?.write(seen);
    } catch (error) {
      recording = undefined;
      terminal.print("", `The recording ends here: ${describeSystemError(error)}.\n`);
    }
  };
}
