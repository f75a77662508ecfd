import { spawn } from "node:child_process";
import { join } from "node:path";
import type { MplusOptions, Receiver } from "../../../generated/receiver/index.js";
import { importFrom, makeRunFolder, writeFiles } from "../../workbench/folders.js";
import { madeOutput } from "../../workbench/made-output.js";
import { secret, signatureOf } from "../../conformance/signature.js";

/** A request and what the handler answers. Texts other than the body have one character per byte. */
export interface Exchange {
  readonly name: string;
  readonly method?: string | undefined;
  readonly event?: string | undefined;
  /** Default: the event. */
  readonly path?: string | undefined;
  /** Changes of the signed headers, by lower-case name; null omits one. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
  readonly body: string | Uint8Array;
  readonly answer?: Answer | undefined;
}

export type Answer =
  | { readonly json: string; readonly arrays?: boolean }
  | { readonly throws: string }
  | { readonly odd: string };

/** The options of both receivers. */
export interface Setup {
  readonly range: `${string}..${string}`;
  readonly responses?: "safe" | "gated";
  readonly subscriptions?: Readonly<Record<string, Subscription>>;
  readonly unsupported?: "reject" | "omit";
  readonly bodyLimit?: number;
  readonly hasOnError?: boolean;
  /** Events without a handler. */
  readonly without?: readonly string[];
  /** Handles an event once: the path of a locked file, for PHP. */
  readonly memory?: string;
}

interface Subscription {
  readonly secret: string | readonly string[];
  readonly version?: string;
  readonly name?: string;
}

/** What a receiver does with a request. */
export interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly log: readonly Line[];
  /** The request as the handler gets it, as JSON. */
  readonly request: string | null;
  /** Event, subscription, its name, and version. */
  readonly context: unknown;
  readonly unknown: readonly unknown[];
  readonly milliseconds: number;
}

type Line = readonly [level: string, message: string, fields: unknown, hasFault: boolean];

const toLatin1 = (text: string): string => Buffer.from(text, "latin1").toString("base64");

export const defaultSubscriptions = { "shop-12": { secret } };

export function headersOf({ body, headers = {} }: Exchange): Record<string, string | readonly string[]> {
  const good = {
    "x-mplus-subscription-id": "shop-12",
    "x-mplus-signature": signatureOf(body),
    "content-type": "application/json",
  };
  const all = Object.entries<string | readonly string[] | null>({ ...good, ...headers });
  return Object.fromEntries(all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])));
}

const makeOutput = ({ range, responses = "safe" }: Pick<Setup, "range" | "responses">) =>
  madeOutput(range, { targets: ["receiver", "php"], responses });

/** Writes the PHP code to a folder. */
export async function writePhp(setup: Pick<Setup, "range" | "responses">): Promise<string> {
  const folder = makeRunFolder();
  const { files } = await makeOutput(setup);
  writeFiles(
    folder,
    [...files].filter(([path]) => path.startsWith("php/")),
  );
  return join(folder, "php");
}

export const program = (name: string): string => join(import.meta.dirname, "programs", name);

/** Sends all requests to one PHP receiver. The first item is what its constructor logs. */
export async function askPhp(
  code: string,
  setup: Setup,
  exchanges: readonly Exchange[],
  settings: readonly string[] = [],
) {
  const lines = exchanges.map((exchange) => {
    const { method = "POST", event = "scanCode", path, body, answer } = exchange;
    const headers = Object.entries(headersOf(exchange)).map(([name, value]) => {
      return [name, typeof value === "string" ? toLatin1(value) : value.map(toLatin1)] as const;
    });
    return {
      ...{ method: toLatin1(method), event: toLatin1(event) },
      path: path === undefined ? undefined : toLatin1(path),
      headers: Object.fromEntries(headers),
      body: Buffer.from(body).toString("base64"),
      answer,
    };
  });
  const first = { subscriptions: defaultSubscriptions, ...setup };
  const input = [first, ...lines].map((line) => `${JSON.stringify(line)}\n`).join("");
  const all = ["display_errors=stderr", "log_errors=0", ...settings];
  const args = [...all.flatMap((each) => ["-d", each]), program("exchange.php"), code];
  const { stdout, stderr, code: status } = await run("php", args, input);
  const [constructed = "{}", ...printed] = stdout.trimEnd().split("\n");
  if (status !== 0 || printed.length !== exchanges.length)
    throw new Error(`php ended with ${status} after ${printed.length} answers: ${stderr.slice(0, 4000)}`);
  const outcomes = printed.map((line) => {
    const outcome = JSON.parse(line) as Outcome;
    return { ...outcome, body: Buffer.from(outcome.body, "base64").toString() };
  });
  return { outcomes, stderr, constructed: (JSON.parse(constructed) as Outcome).log };
}

function run(command: string, args: readonly string[], input: string) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    const child = spawn(command, args);
    const out = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (out.stderr += text));
    child.stdin.on("error", () => undefined).end(input);
    child.on("error", reject).on("close", (code) => resolve({ code, ...out }));
  });
}

type CreateReceiver = (options: MplusOptions) => Receiver;

/**
 * Sends requests to the TypeScript receiver: each to a new one, because it always remembers bodies, and reports once
 * what PHP without a memory reports each time. With a memory, all to one.
 */
export async function askTypeScript(setup: Setup, exchanges: readonly Exchange[]) {
  const { folder } = await makeOutput(setup);
  const { createReceiver } = await importFrom<{ createReceiver: CreateReceiver }>(
    folder,
    "receiver/index.js",
  );
  const events = await listEvents(folder);
  const known = setup.memory === undefined ? undefined : open(createReceiver, events, setup);
  const outcomes: Outcome[] = [];
  for (const exchange of exchanges) {
    const one = known ?? open(createReceiver, events, setup);
    outcomes.push(await one.ask(exchange));
  }
  return { outcomes, constructed: open(createReceiver, events, setup).constructed };
}

async function listEvents(folder: string): Promise<readonly string[]> {
  const { validators } = await importFrom<{
    validators: { rules: { events: ReadonlyMap<string, unknown> } };
  }>(folder, "validators/index.js");
  return [...validators.rules.events.keys()];
}

function open(createReceiver: CreateReceiver, events: readonly string[], setup: Setup) {
  const { subscriptions = defaultSubscriptions, unsupported, bodyLimit, hasOnError, without = [] } = setup;
  const log: Line[] = [];
  const write = (level: string) => (fields: object, message: string) => {
    const { err, ...others } = fields as { err?: unknown };
    log.push([level, message, JSON.parse(JSON.stringify(others)), err !== undefined]);
  };
  let answer: Answer | undefined;
  let seen: { request: string | null; context: unknown; unknown: unknown[] };
  const handle = (context: unknown): unknown => {
    const { request, eventName, subscriptionId, subscriptionName, version, error, original } =
      context as Readonly<Record<string, unknown>>;
    const isReport = request === undefined;
    seen.request = writeFinite(isReport ? { error, original } : request);
    if (!isReport) seen.context = [eventName, subscriptionId, subscriptionName ?? null, version ?? null];
    return answerWith(answer);
  };
  const handled = events.filter((event) => !without.includes(event));
  const receiver = createReceiver({
    subscriptions,
    handlers: Object.fromEntries(handled.map((event) => [event, handle])),
    nonBlocking: "wait",
    log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
    onUnknown: (part) => void seen.unknown.push(JSON.parse(JSON.stringify({ ...part, count: undefined }))),
    onError: hasOnError === true ? (context) => void handle(context) : undefined,
    unsupported,
    bodyLimit,
    dedupe: setup.memory === undefined ? undefined : {},
  });
  const constructed = log.splice(0);
  const ask = async (exchange: Exchange): Promise<Outcome> => {
    const { method = "POST", event = "scanCode", path, body } = exchange;
    answer = exchange.answer;
    seen = { request: null, context: null, unknown: [] };
    const all = headersOf(exchange);
    const start = performance.now();
    const response = await receiver.receive({
      ...{ method, event, path, body: Buffer.from(body) },
      // Node's servers leave out the white space around a value; PHP's may not.
      header: (name) => trimAll(all[name]),
      waitUntil: () => undefined,
    });
    const milliseconds = performance.now() - start;
    return { ...response, ...seen, log: log.splice(0), milliseconds };
  };
  return { constructed, ask };
}

const trim = (value: string): string => value.replace(/^[\t ]+|[\t ]+$/g, "");

const trimAll = (value: string | readonly string[] | undefined) =>
  typeof value === "string" ? trim(value) : value?.map(trim);

const writeFinite = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === "number" && !Number.isFinite(part) ? 0 : part,
  );

function answerWith(answer: Answer | undefined): unknown {
  if (answer === undefined) return undefined;
  if ("throws" in answer) throw new Error(answer.throws);
  return "json" in answer ? JSON.parse(answer.json) : undefined;
}
