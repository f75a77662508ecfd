import { printForTerminal } from "../../blocks/terminal.js";
import { sign } from "../../till/wire/sign.js";
import type { EventModel, KindModel, ObjectModel } from "../../model/model.js";
import { report } from "../../problem/catalogue.js";
import { describeSystemError, failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { isObject, parseJson, parseJsonOrText, putAt, type JsonObject } from "../../json.js";
import { playAtNewTill } from "../../scenario/play/play-at-new-till.js";
import type { ScenarioResult } from "../../scenario/play/result.js";
import type { Scenario } from "../../scenario/scenario.js";
import { findNearPath } from "../../spec/read/read-spec.js";
import { quote } from "../../text/quote.js";
import { placeParts } from "../../till/request/request.js";
import { readTillContract } from "../../till/running/contract.js";
import { startOwnTill } from "../../till/running/start.js";
import { TillError } from "../../till/values/error.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { readNamedFile } from "../named-files.js";
import { readReceiver } from "../receiver.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { formatCurl, reportSent, reportUnsent, sentToJson, type Wire } from "../report/send.js";
import type { Surroundings, Terminal } from "../terminal.js";

/** `send`: a scenario of one event, played at a till of each release, and what a till does with the answer. */
export async function send(args: Args<"send">, { terminal, environment }: Surroundings): Promise<Ending> {
  const receiver = readReceiver(args, environment);
  // What is wrong with the call itself needs no contract, which takes longer to read.
  if (!receiver.ok) return problemEnding(receiver.problems, args.json);
  terminal.progress("reading the contract");
  const contract = readTillContract();
  const contents = readContents(
    args,
    contract.model.events.find(({ name }) => name === args.event),
  );
  if (!contents.ok) return problemEnding(contents.problems, args.json);
  const { deadline, ...where } = receiver.value;
  const scenario = toScenario(args.event, contents.value.parts, deadline);
  const carrier = createCarrier(contents.value.bytes, where.secret, args.curl);
  const results: ScenarioResult[] = [];
  try {
    for (const release of args.release.length > 0 ? args.release : [undefined]) {
      const tell = terminal.progress;
      const options = { ...where, release, product: args.product, fetch: carrier.start(), tell };
      results.push(await playAtNewTill(scenario, options, startOwnTill));
    }
  } catch (error) {
    if (!(error instanceof TillError)) throw error;
    return problemEnding([reportUsage(error.message)], args.json);
  }
  return toEnding({ results, wires: carrier.wires }, args, terminal);
}

/** Only an answer that is waited for is judged. */
const toScenario = (event: string, parts: JsonObject, answerDeadline: number): Scenario => ({
  name: "sending",
  file: "send",
  values: {},
  isCut: true,
  events: { [event]: { blocking: true } },
  settings: { answerDeadline },
  steps: [{ title: event, action: { kind: "event", event, parts } }],
});

/**
 * Stands where the network is: puts other bytes in the place of an event's own, and keeps each event. What follows an event, such as
 * a report, is left as it is.
 */
function createCarrier(bytes: Uint8Array | undefined, secret: string, isHeldBack: boolean) {
  const wires: Wire[] = [];
  const start = (): typeof fetch => {
    let isFirst = true;
    return async (input, init) => {
      if (!isFirst) return fetch(input, init);
      isFirst = false;
      const headers = Object.fromEntries(new Headers(init?.headers));
      const body = bytes ?? new Uint8Array(await new Response(init?.body ?? null).arrayBuffer());
      const signed = bytes ? { ...headers, "x-mplus-signature": sign(bytes, secret) } : headers;
      wires.push({ url: new Request(input).url, headers: signed, body });
      if (isHeldBack) throw new Error("Nothing is sent.");
      return fetch(input, { ...init, headers: signed, body: new Uint8Array(body) });
    };
  };
  return { start, wires };
}

/** The parts of an event for the till to build on, and the bytes to send in their place. */
interface Contents {
  readonly parts: JsonObject;
  readonly bytes: Uint8Array | undefined;
}

function readContents({ file, set }: Args<"send">, event: EventModel | undefined): Outcome<Contents> {
  if (file === undefined) return readParts(set, event);
  if (set.length > 0)
    return failure([reportUsage("--file sends a body as it is: --set cannot stand beside it.")]);
  try {
    const bytes = readNamedFile(file, maxBody);
    if (!bytes) return failure([reportUsage(`${file} has more than 64 MiB.`)]);
    // The till judges the answer by what it knows of bytes that are not its own.
    const value = parseJson(new TextDecoder().decode(bytes));
    return success({ bytes, parts: isObject(value) ? value : {} });
  } catch (error) {
    const near = findNearPath(file, error);
    const hint = near === undefined ? undefined : `Did you mean ${quote(near)}?`;
    return failure([reportUsage(`${file} cannot be read: ${describeSystemError(error)}.`, hint)]);
  }
}

/** In bytes: far more than any receiver takes. */
const maxBody = 64 * 2 ** 20;

function readParts(settings: readonly string[], event: EventModel | undefined): Outcome<Contents> {
  const wrong = settings.filter((setting) => !/^[^=.]+(?:\.[^=.]+)*=/.test(setting));
  if (wrong.length > 0)
    return failure(
      wrong.map((setting) =>
        reportUsage(`--set ${quote(setting)} is not path=value.`, "For example: --set scannedCode=LOYAL-42"),
      ),
    );
  const parts = settings.reduce<JsonObject>((all, setting) => {
    const end = setting.indexOf("=");
    const value = setting.slice(end + 1);
    const path = setting.slice(0, end).split(".");
    const isText = event !== undefined && takesText(event, path);
    return putAt(all, path, isText ? value : parseJsonOrText(value));
  }, {});
  return success({ parts, bytes: undefined });
}

/** Whether a part of the event can only be text, so that digits are not meant as a number. */
function takesText(event: EventModel, path: readonly string[]): boolean {
  const kinds = listKinds(event.request, placeParts(event, putAt({}, path, null)));
  return kinds.length > 0 && kinds.every(({ kind }) => kind === "string");
}

/** The kinds of the only value in a body. */
function listKinds({ properties }: ObjectModel, body: JsonObject): readonly KindModel[] {
  const [[name, value] = ["", null]] = Object.entries(body);
  const kinds = (properties.find((each) => each.name === name)?.eras ?? []).flatMap(({ type }) =>
    type.map(({ kind }) => kind),
  );
  if (!isObject(value)) return kinds;
  return kinds.flatMap((kind) => (kind.kind === "object" ? listKinds(kind.object, value) : []));
}

const reportUsage = (message: string, hint?: string): Problem => report("usage", { message, hint });

/** A release that does not have the event stops no other. */
function toEnding(
  { results, wires }: { readonly results: readonly ScenarioResult[]; readonly wires: readonly Wire[] },
  args: Args<"send">,
  terminal: Terminal,
): Ending {
  const notSent = results
    .filter(({ outcome }) => outcome === "not played")
    .map(({ release, reason = "" }) => ({ release, reason }));
  const sent = results.filter(({ steps }) => steps.some(({ exchanges }) => exchanges.length > 0));
  const [refused] = results.flatMap(({ steps }) => steps.flatMap(({ failures }) => failures));
  if (sent.length === 0)
    return problemEnding([reportUsage(refused?.message ?? notSent[0]?.reason ?? "")], args.json);
  if (args.curl) {
    const calls = wires.map((wire) => formatCurl(wire, args));
    if (args.json) return jsonEnding({ calls, notSent } satisfies Result<"send">);
    // Where the calls stand, only calls may stand.
    return { ...successEnding(calls.join("\n")), stderr: printForTerminal(reportUnsent(notSent)) };
  }
  const ending = args.json
    ? jsonEnding(sentToJson(sent, notSent))
    : successEnding(printForTerminal([...sent.flatMap(reportSent), ...reportUnsent(notSent)], terminal));
  return sent.every(({ outcome }) => outcome === "passed") ? ending : { ...ending, code: 1 };
}
