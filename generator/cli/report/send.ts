import type { ReportBlock } from "../../blocks/block.js";
import { plain, styled, text } from "../../blocks/text.js";
import { bullets, codeBlock, entry, nestedBullets } from "../../blocks/write.js";
import type { ScenarioResult } from "../../scenario/play/result.js";
import { quoteForShell } from "../../text/quote.js";
import type { Result } from "../results.js";

/** One event: the answer, what a till does with it, and what to change. */
export function reportSent(result: ScenarioResult): readonly ReportBlock[] {
  const { exchange, duration } = getSent(result);
  const { event, url, leftOut, reply, verdict } = exchange;
  const body = reply?.body ?? "";
  const shown = body.length > maxShown ? `${body.slice(0, maxShown).trimEnd()}\n…` : body.trimEnd();
  const status = reply ? `Status ${reply.status}, in ${duration} ms` : `No answer, after ${duration} ms`;
  const answer = entry(plain(status), ...(shown === "" ? [] : [codeBlock("json", shown)]));
  return nestedBullets([
    {
      text: text`${styled("name", event)} to ${plain(url)}, as a till of v${result.release} sends it`,
      items: leftOut.map(({ path, message }) => plain(`without ${path}: ${message}`)),
      blocks: nestedBullets([answer]),
    },
  ]).concat(verdict.kind === "taken" ? describeTaken(result) : describeRefused(result));
}

/** In characters: more of a body helps nobody. */
const maxShown = 2000;

function getSent({ steps, session }: ScenarioResult) {
  const [step] = steps;
  const [exchange] = step?.exchanges ?? [];
  if (!exchange) throw new Error("The till sent nothing.");
  return {
    exchange,
    complaint: step?.complaint,
    duration: exchange.result?.duration ?? 0,
    effects: listEffects(session),
  };
}

/** The parts of a sale that are not as they are in a new one. */
const listEffects = (session: ScenarioResult["session"]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(session).filter(
      ([name, value]) => name !== "sessionId" && !["[]", "{}", "false"].includes(JSON.stringify(value)),
    ),
  );

function describeRefused(result: ScenarioResult) {
  const { exchange, complaint } = getSent(result);
  const findings = "findings" in exchange.verdict ? exchange.verdict.findings : [];
  // All that is wrong, where that is more than one thing.
  const all = findings.map(({ path = "", message }) => plain(`${path} ${message}`));
  return nestedBullets([
    {
      text: styled("error", "A till cannot use it."),
      items: listAdvice(complaint),
      blocks: all.length < 2 ? [] : nestedBullets([entry(plain("All of it:"), ...bullets(all))]),
    },
  ]);
}

const listAdvice = (complaint: ReturnType<typeof getSent>["complaint"]) =>
  complaint ? [plain(complaint.message), plain(`What to change: ${complaint.change}`)] : [];

function describeTaken(result: ScenarioResult) {
  const { exchange, complaint, effects } = getSent(result);
  const { event, at, unused, notes } = exchange;
  const then = [
    ...Object.entries(effects).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    ...result.pending.map(
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

/** An event that a till of a release does not send. */
interface UnsentEvent {
  readonly release: string;
  readonly reason: string;
}

/** Which releases had nothing to send, a line each. */
export const reportUnsent = (unsent: readonly UnsentEvent[]): readonly ReportBlock[] =>
  bullets(unsent.map(({ release, reason }) => plain(`Not sent by a till of v${release}: ${reason}`)));

/** The same for programs. */
export const sentToJson = (
  results: readonly ScenarioResult[],
  notSent: readonly UnsentEvent[],
): Result<"send"> => ({
  events: results.map((result) => {
    const { exchange, complaint = null, duration, effects } = getSent(result);
    const { event, url, reply, verdict, leftOut, unused, notes } = exchange;
    return {
      ...{ event, url, release: result.release, status: reply?.status ?? null, duration },
      ...{ answer: reply?.body ?? null, taken: verdict.kind === "taken", complaint, verdict },
      ...{ leftOut, unused, notes, effects, pending: result.pending },
    };
  }),
  notSent,
});

/** A request as it goes over the wire. */
export interface Wire {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Where a call takes what it does not hold. */
export interface CurlSources {
  /** The environment variable with the secret, which the call only names. */
  readonly secretEnv: string;
  /** The file with the body; undefined: the call holds it. */
  readonly file: string | undefined;
}

/** A request as commands for a shell, signed with openssl and sent with curl. */
export function formatCurl({ url, headers, body }: Wire, { secretEnv, file }: CurlSources): string {
  const names = Object.keys(headers).filter((name) => !unsent.includes(name));
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

/** What curl sets by itself, or what is made in the shell. */
const unsent: readonly string[] = [
  signatureHeader.toLowerCase(),
  "connection",
  "accept-encoding",
  "host",
  "content-length",
];
