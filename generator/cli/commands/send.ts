import type { ReportBlock } from "../../pages/blocks/block.js";
import { printForTerminal } from "../../pages/blocks/terminal.js";
import { plain, styled, text } from "../../pages/blocks/text.js";
import { bullets, codeBlock, listItem, nestedBullets } from "../../pages/blocks/builders.js";
import { isObject, parseJson, parseJsonOrText, putAt, type JsonObject } from "../../base/json.js";
import type { EventModel, KindModel, ObjectModel } from "../../contract/model/model.js";
import { playAtNewTill } from "../../till/scenario/play-at-new-till.js";
import type { ScenarioResult, Scenario } from "../../till/scenario/scenario.js";
import { quote, quoteForShell } from "../../base/text/quote.js";
import { placeParts } from "../../till/engine/request.js";
import { readTillContract, startOwnTill } from "../../till/engine/start-till.js";
import { sign } from "../../till/engine/signature.js";
import { requireUserFile } from "../inputs/user-files.js";
import type { Args } from "../options/commands.js";
import { readReceiver } from "../inputs/receiver.js";
import { requireSuccess, throwProblems, throwUsageProblem, usageProblem } from "../call-error.js";
import { renderText, type RenderedResult, type CommandResult } from "../command-result.js";
import { splitSetting } from "../inputs/scenarios.js";
import type { CommandContext } from "../terminal/terminal.js";

/** `send`: a scenario of one event, played at a till of each release, and what a till does with the answer. */
export async function send(
  args: Args<"send">,
  { terminal, environment }: CommandContext,
): Promise<CommandResult<SendJson> | RenderedResult> {
  // What is wrong with the call itself needs no contract, which takes longer to read.
  const { deadline, ...receiver } = requireSuccess(readReceiver(args, environment)).value;
  terminal.progress("reading the contract");
  const { events } = readTillContract().model;
  const { parts, bytes } = readContents(
    args,
    events.find(({ name }) => name === args.event),
  );
  const scenario = createScenario(args.event, parts, deadline);
  const transport = createTransport(bytes, receiver.secret, args.curl);
  const results: ScenarioResult[] = [];
  for (const release of args.release.length > 0 ? args.release : [undefined]) {
    const options = { ...receiver, release, product: args.product, fetch: transport.start() };
    results.push(await playAtNewTill(scenario, { ...options, tell: terminal.progress }, startOwnTill));
  }
  // A release that does not have the event stops no other.
  const notSent = results
    .filter(({ outcome }) => outcome === "not played")
    .map(({ release, reason = "" }) => ({ release, reason }));
  const sent = results.flatMap(toSentEvents);
  if (sent.length === 0) {
    const [refused] = results.flatMap(({ steps }) => steps.flatMap(({ failures }) => failures));
    throwUsageProblem(refused?.message ?? notSent[0]?.reason ?? "");
  }
  if (!args.curl)
    return {
      report: () => [...sent.flatMap(reportSentEvent), ...reportNotSent(notSent)],
      json: () => ({ events: sent.map(sentEventToJson), notSent }),
      fails: sent.some(({ outcome }) => outcome !== "passed"),
    };
  const calls = transport.requests.map((request) => formatCurl(request, args));
  if (args.json) return { report: () => "", json: () => ({ calls, notSent }) };
  // Where the calls stand, only calls may stand.
  return { ...renderText(calls.join("\n")), stderr: printForTerminal(reportNotSent(notSent)) };
}

/** With `--curl` the calls take the place of the events. */
export type SendJson = (SentEventsJson | { readonly calls: readonly string[] }) & {
  readonly notSent: readonly NotSent[];
};

/** The events that were sent, in this order. */
interface SentEventsJson {
  readonly events: readonly ReturnType<typeof sentEventToJson>[];
}

/** A till that sends no such event, and why, in a sentence. */
interface NotSent {
  readonly release: string;
  readonly reason: string;
}

/** Only an answer that is waited for is judged. */
const createScenario = (event: string, parts: JsonObject, answerDeadline: number): Scenario => ({
  name: "sending",
  file: "send",
  values: {},
  isCut: true,
  events: { [event]: { blocking: true } },
  settings: { answerDeadline },
  steps: [{ title: event, action: { kind: "event", event, parts } }],
});

/**
 * Takes the place of fetch: replaces the body of an event by other bytes, and keeps each request. Requests that follow an event, such
 * as a report, pass unchanged.
 */
function createTransport(bytes: Uint8Array | undefined, secret: string, isDryRun: boolean) {
  const requests: SignedRequest[] = [];
  const start = (): typeof fetch => {
    let isFirst = true;
    return async (input, init) => {
      if (!isFirst) return fetch(input, init);
      isFirst = false;
      const headers = Object.fromEntries(new Headers(init?.headers));
      const body = bytes ?? new Uint8Array(await new Response(init?.body ?? null).arrayBuffer());
      const signed = bytes ? { ...headers, "x-mplus-signature": sign(bytes, secret) } : headers;
      requests.push({ url: new Request(input).url, headers: signed, body });
      if (isDryRun) throw new Error("Nothing is sent.");
      return fetch(input, { ...init, headers: signed, body: new Uint8Array(body) });
    };
  };
  return { start, requests };
}

/** The parts of an event for the till to build on, and the bytes to send in their place. */
interface EventContents {
  readonly parts: JsonObject;
  readonly bytes?: Uint8Array;
}

function readContents({ file, set }: Args<"send">, event: EventModel | undefined): EventContents {
  if (file === undefined) return { parts: readParts(set, event) };
  if (set.length > 0) throwUsageProblem("--file sends a body as it is: --set cannot stand beside it.");
  const bytes = requireUserFile(file, maxBody);
  if (!bytes) return throwUsageProblem(`${file} has more than 64 MiB.`);
  // The till judges the answer by what it knows of bytes that are not its own.
  const value = parseJson(new TextDecoder().decode(bytes));
  return { bytes, parts: isObject(value) ? value : {} };
}

/** In bytes: far more than any receiver takes. */
const maxBody = 64 * 2 ** 20;

function readParts(settings: readonly string[], event: EventModel | undefined): JsonObject {
  const wrong = settings.filter((setting) => !/^[^=.]+(?:\.[^=.]+)*=/.test(setting));
  const say = (setting: string) =>
    usageProblem(`--set ${quote(setting)} is not path=value.`, "For example: --set scannedCode=LOYAL-42");
  if (wrong.length > 0) throwProblems(wrong.map(say));
  return settings.map(splitSetting).reduce<JsonObject>((all, [name, value]) => {
    const path = name.split(".");
    const isText = event !== undefined && takesText(event, path);
    return putAt(all, path, isText ? value : parseJsonOrText(value));
  }, {});
}

/** Whether a part of the event can only be text, so that digits are not meant as a number. */
function takesText(event: EventModel, path: readonly string[]): boolean {
  const kinds = listValueKinds(event.request, placeParts(event, putAt({}, path, null)));
  return kinds.length > 0 && kinds.every(({ kind }) => kind === "string");
}

/** The kinds of the only value in a body. */
function listValueKinds({ properties }: ObjectModel, body: JsonObject): readonly KindModel[] {
  const [[name, value] = ["", null]] = Object.entries(body);
  const kinds = (properties.find((each) => each.name === name)?.eras ?? []).flatMap(({ type }) =>
    type.map(({ kind }) => kind),
  );
  if (!isObject(value)) return kinds;
  return kinds.flatMap((kind) => (kind.kind === "object" ? listValueKinds(kind.object, value) : []));
}

/** An event that was sent, with the answer and what a till made of it; none, where the till sent nothing. */
function toSentEvents({ release, outcome, steps: [step], session, pending }: ScenarioResult) {
  const [exchange] = step?.exchanges ?? [];
  if (!step || !exchange) return [];
  const { complaint } = step;
  const duration = exchange.result?.duration ?? 0;
  // The parts of the sale that are not as they are in a new one.
  const effects: Readonly<Record<string, unknown>> = Object.fromEntries(
    Object.entries(session).filter(
      ([name, value]) => name !== "sessionId" && !["[]", "{}", "false"].includes(JSON.stringify(value)),
    ),
  );
  return [{ release, outcome, pending, exchange, complaint, duration, effects }];
}

type SentEvent = ReturnType<typeof toSentEvents>[number];

/** One event: the answer, what a till does with it, and what to change. */
function reportSentEvent(sent: SentEvent): readonly ReportBlock[] {
  const { exchange, duration, release } = sent;
  const { event, url, leftOut, reply, verdict } = exchange;
  const body = reply?.body ?? "";
  const shown = truncate(body.trimEnd(), "\n");
  const status = reply ? `Status ${reply.status}, in ${duration} ms` : `No answer, after ${duration} ms`;
  const answer = listItem(plain(status), ...(shown === "" ? [] : [codeBlock("json", shown)]));
  return nestedBullets([
    {
      text: text`${styled("name", event)} to ${plain(url)}, as a till of v${release} sends it`,
      items: leftOut.map(({ path, message }) => plain(`without ${path}: ${message}`)),
      blocks: nestedBullets([answer]),
    },
  ]).concat(verdict.kind === "taken" ? describeTaken(sent) : describeRefused(sent));
}

/** In characters: more of an answer helps nobody. */
const maxShown = 2000;

const truncate = (text: string, beforeEnd: string): string =>
  text.length > maxShown ? `${text.slice(0, maxShown).trimEnd()}${beforeEnd}…` : text;

function describeRefused({ exchange, complaint }: SentEvent) {
  const findings = "findings" in exchange.verdict ? exchange.verdict.findings : [];
  // All that is wrong, where that is more than one thing.
  const all = findings.map(({ path = "", message }) => plain(`${path} ${message}`));
  return nestedBullets([
    {
      text: styled("error", "A till cannot use it."),
      items: listAdvice(complaint),
      blocks: all.length < 2 ? [] : nestedBullets([listItem(plain("All of it:"), ...bullets(all))]),
    },
  ]);
}

const listAdvice = (complaint: SentEvent["complaint"]) =>
  complaint ? [plain(complaint.message), plain(`What to change: ${complaint.change}`)] : [];

function describeTaken({ exchange, complaint, effects, pending }: SentEvent) {
  const { event, at, unused, notes } = exchange;
  const then = [
    ...Object.entries(effects).map(([name, value]) => `${name}: ${truncate(JSON.stringify(value), "")}`),
    ...pending.map(
      (next) => `then ${next.event}${next.event === event ? " again" : ""}, ${next.at - at} ms later`,
    ),
  ];
  const taken = styled("good", "As far as is known, a till takes this answer");
  return [
    ...bullets([
      ...unused.map(({ path, message }) => plain(`Not used, ${path}: ${message}`)),
      ...notes.map(({ message }) => plain(`Note: ${message}`)),
    ]),
    ...nestedBullets([
      {
        text: then.length > 0 ? text`${taken}. Then:` : text`${taken}, and has nothing to do.`,
        items: then.map(plain),
      },
    ]),
    ...(complaint
      ? nestedBullets([{ text: styled("warning", "Another till may mind:"), items: listAdvice(complaint) }])
      : []),
  ];
}

/** Which releases had nothing to send, a line each. */
const reportNotSent = (unsent: readonly NotSent[]): readonly ReportBlock[] =>
  bullets(unsent.map(({ release, reason }) => plain(`Not sent by a till of v${release}: ${reason}`)));

/** An event that was sent, for a program. */
const sentEventToJson = ({ exchange, release, duration, effects, pending, ...sent }: SentEvent) => {
  const { event, url, reply, verdict, leftOut, unused, notes } = exchange;
  return {
    event,
    url,
    release,
    status: reply?.status ?? null,
    duration,
    answer: reply?.body ?? null,
    taken: verdict.kind === "taken",
    complaint: sent.complaint ?? null,
    verdict,
    leftOut,
    unused,
    notes,
    effects,
    pending,
  };
};

/** A request as it goes over the wire. */
interface SignedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A request as commands for a shell, signed with openssl and sent with curl. */
function formatCurl({ url, headers, body }: SignedRequest, { secretEnv, file }: Args<"send">): string {
  const names = Object.keys(headers).filter((name) => !omittedHeaders.includes(name));
  const options = names.map(
    (name) => `  -H ${quoteForShell(`${capitalizeName(name)}: ${headers[name] ?? ""}`)} \\\n`,
  );
  const data = file === undefined ? '"$BODY"' : quoteForShell(`@${file}`);
  return [
    file === undefined ? `BODY=${quoteForShell(Buffer.from(body).toString("utf8"))}\n` : "",
    `KEY=$(printf %s "$${secretEnv}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')\n`,
    `SIGNATURE=$(${file === undefined ? 'printf %s "$BODY" | ' : ""}openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary`,
    `${file === undefined ? "" : ` ${quoteForShell(file)}`} | openssl base64 -A)\n`,
    `curl -sS -i ${quoteForShell(url)} --data-${file === undefined ? "raw" : "binary"} ${data} \\\n`,
    ...options,
    `  -H "${signatureHeader}: $SIGNATURE"\n`,
  ].join("");
}

/** As names of headers are written in docs. */
const capitalizeName = (name: string): string =>
  name.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());

const signatureHeader = "X-Mplus-Signature";

/** Headers that curl sets by itself, or that are made in the shell. */
const omittedHeaders: readonly string[] = [
  signatureHeader.toLowerCase(),
  "connection",
  "accept-encoding",
  "host",
  "content-length",
];
