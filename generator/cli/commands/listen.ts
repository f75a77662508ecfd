import { once } from "node:events";
import { readPageFiles } from "../../contract/package/package-files.js";
import { describeSystemError } from "../../base/problem/problem.js";
import { quote, toVisibleLine } from "../../base/text/quote.js";
import { printForTerminal } from "../../pages/blocks/terminal.js";
import { readEventName } from "../../till/engine/deliver.js";
import { maskSecret } from "../../till/engine/signature.js";
import { openTrafficPage, type TrafficPage, type TrafficPageOptions } from "../../till/page/traffic-page.js";
import { printExchange } from "../../till/report/exchange-blocks.js";
import { reportExchange, type ExchangeReport } from "../../till/report/exchange-report.js";
import { openForwarder, type Forwarded, type Rejection } from "../../till/traffic/forward.js";
import { createObserver, maxShops, type Observe } from "../../till/traffic/observe.js";
import { createRedaction } from "../../till/traffic/redact.js";
import { createResend } from "../../till/traffic/resend.js";
import type { SeenExchange } from "../../till/engine/seen-exchange.js";
import { throwUsageProblem } from "../call-error.js";
import { renderText, type RenderedResult } from "../command-result.js";
import {
  defaultSubscription,
  explainPortError,
  readOptionalSecret,
  readPort,
  readShopReleases,
} from "../inputs/receiver.js";
import { readBuiltInScenarios } from "../inputs/scenarios.js";
import { openRecordFile, type RecordFile } from "../inputs/record-file.js";
import { loadTill } from "../inputs/till-contract.js";
import type { Args } from "../options/commands.js";
import { untilInterrupted, type CommandContext, type Terminal } from "../terminal/terminal.js";

export async function listen(
  args: Args<"listen">,
  { environment, terminal }: CommandContext,
): Promise<RenderedResult> {
  const { url, port, findRelease, secret } = readListenOptions(args, environment);
  const { record, redact, secretEnv, subscription = defaultSubscription } = args;
  const { contract, getReader } = loadTill(args.additions);
  const observe = createObserver({ contract, secret, findRelease });
  const target = new URL(url);
  await untilInterrupted(async (signal) => {
    const file =
      record === undefined ? undefined : openRecordFile(record, redact && createRedaction(contract.model));
    const report = (seen: SeenExchange): ExchangeReport => reportExchange(seen, { contract, secret });
    const own = secret === undefined ? undefined : { url, subscription, secret };
    const resend = own && createResend({ ...own, observe, signal, deadline: 60_000 });
    const common = resend && { contract, reader: getReader(), secretEnv, resend };
    const page =
      common &&
      (await openPage(port, {
        traffic: { ...common, url, secret: own.secret, findRelease },
        till: { ...common, till: own, scenarios: readBuiltInScenarios(), isBesideShops: true },
      }));
    const shops = new Set<string>();
    const onForwarded = createShow({
      ...{ target, report, observe, shops, page, file },
      terminal: secret === undefined ? terminal : hideSecret(terminal, secret),
    });
    const isKnown = (shop: string): boolean => shops.has(shop);
    try {
      const forwarder = await openForwarder({ target, port, isKnown, onForwarded });
      const data = redact ? "customers' names, texts and numbers are replaced" : "it contains customer data";
      const lines = [
        `Point the tunnel at http://localhost:${forwarder.port}. Requests are forwarded to ${target.origin}${target.pathname}.`,
        page
          ? `Page: ${page.url}`
          : `${secretEnv} is not set, so signatures are not checked and there is no page.`,
        ...(record === undefined ? [] : [`Recording to ${record}: ${data}.`]),
        "Press Ctrl-C to stop.\n\n",
      ];
      terminal.print(lines.join("\n"));
      if (!signal.aborted) await once(signal, "abort");
      await forwarder.close();
    } catch (error) {
      explainPortError(error, port);
    } finally {
      await page?.close();
      file?.close();
    }
  });
  return renderText("");
}

/** The page uses the port after the tunnel's port. Its till sends to the server directly. */
function openPage(port: number, rooms: Pick<TrafficPageOptions, "traffic" | "till">): Promise<TrafficPage> {
  const pagePort = port && (port + 1) % 2 ** 16;
  return openTrafficPage({ ...rooms, port: pagePort, files: readPageFiles() }).catch((error: unknown) =>
    explainPortError(error, pagePort),
  );
}

function readListenOptions(args: Args<"listen">, environment: CommandContext["environment"]) {
  const { forward, secretEnv, record } = args;
  if (!URL.canParse(forward) || !/^https?:$/.test(new URL(forward).protocol))
    throwUsageProblem(`--forward ${quote(forward)} is not an http or https URL.`);
  const secret = readOptionalSecret(secretEnv, environment);
  if (record !== undefined && secret === undefined)
    throwUsageProblem(`--record only records requests with a valid signature, and ${secretEnv} is not set.`);
  const [port, findRelease] = [readPort(args.port), readShopReleases(args.release)];
  return { url: forward.replace(/\/(?=$|[?#])/, ""), port, findRelease, secret };
}

/** A sender that confuses its settings may send the secret in place of its id. */
function hideSecret(terminal: Terminal, secret: string): Terminal {
  const hide = (text: string): string => maskSecret(text, secret, "(the secret)");
  return { ...terminal, print: (stdout, stderr) => terminal.print(hide(stdout), stderr && hide(stderr)) };
}

interface Shown {
  readonly report: (seen: SeenExchange) => ExchangeReport;
  readonly target: URL;
  readonly observe: Observe;
  /** Subscriptions that have sent a valid signature. */
  readonly shops: Set<string>;
  readonly page: TrafficPage | undefined;
  readonly file: RecordFile | undefined;
  readonly terminal: Terminal;
}

const createShow =
  ({ target, report, observe, shops, page, file, terminal }: Shown) =>
  ({ method, path, rejection, ...wire }: Forwarded): void => {
    const lack = explainLack(method, wire.headers);
    if (rejection || lack !== undefined) {
      const why = rejection ? explainRejection(rejection, path, target) : `not an event: ${lack}`;
      terminal.print(`${toVisibleLine(`${method} ${path}`.slice(0, 200))}: ${why}\n`);
      return;
    }
    try {
      const event = readEventName(path);
      const seen = observe({ ...wire, event, url: `${target.origin}${path}`, source: "shop" });
      const reported = report(seen);
      terminal.print(printForTerminal(printExchange({ report: reported, at: seen.at }), terminal));
      page?.show(seen, reported);
      if (seen.isVerified !== true) return;
      if (shops.size < maxShops) shops.add(seen.subscription);
      // Requests from strangers are not recorded, because a replay would sign them.
      file?.write(seen);
    } catch (error) {
      terminal.print("", `This exchange was not recorded: ${describeSystemError(error)}.\n`);
    }
  };

/** Undefined if it may be an event. */
function explainLack(method: string, headers: Forwarded["headers"]): string | undefined {
  if (method !== "POST") return "only POST sends one";
  return "x-mplus-subscription-id" in headers ? undefined : "it has no header X-Mplus-Subscription-Id";
}

function explainRejection(rejection: Rejection, path: string, { pathname }: URL): string {
  if (rejection === "length") return "not forwarded, because its body is larger than 4 MiB";
  if (rejection === "memory") return "dropped, because the requests in progress fill 64 MiB";
  return path.startsWith(pathname)
    ? "not forwarded, because servers may read this path in different ways"
    : `not forwarded, because --forward has the path ${pathname}`;
}
