import { composeEvent, sendEvent, type EventToSend, type SentEvent } from "../../doctor/send-event.js";
import { withBody } from "../../doctor/wire.js";
import { report } from "../../problem/catalogue.js";
import { describeSystemError, failure, type Outcome, type Problem, success } from "../../problem/problem.js";
import { findNearPath } from "../../spec/read/read-spec.js";
import { quote } from "../../text/quote.js";
import type { EventModel, KindModel, ObjectModel } from "../../model/model.js";
import { placeParts } from "../../till/request/request.js";
import { TillError } from "../../till/values/error.js";
import { isObject, parseJson, parseJsonOrText, putAt, type JsonObject } from "../../json.js";
import type { Result } from "../json/results.js";
import type { Args } from "../options/commands.js";
import { readNamedFile } from "../read-named-file.js";
import { readReceiver, type Receiver } from "../receiver.js";
import { formatCurl } from "../report/curl-text.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import {
  formatSent,
  formatSummary,
  formatUnsent,
  sentToJson,
  type UnsentEvent,
} from "../report/send-text.js";
import { createStarter } from "../start-tills.js";
import type { Surroundings } from "../surroundings.js";
import type { Progress } from "../terminal/terminal.js";

/** `send`: sends events, each in a sale of its own, and judges their answers. */
export async function send(
  args: Args<"send">,
  { terminal: { progress }, environment, memo }: Surroundings,
): Promise<Ending> {
  const receiver = readReceiver(args, environment);
  const count = readCount(args.repeat);
  // What is wrong with the call itself needs no contract, which takes longer to read.
  if (!receiver.ok || !count.ok)
    return problemEnding(
      [receiver, count].flatMap((outcome) => (outcome.ok ? [] : outcome.problems)),
      args.json,
    );
  progress("reading the contract");
  const { contract, startTill } = createStarter(memo);
  const event = contract.model.events.find(({ name }) => name === args.event);
  const contents = readContents(args, event);
  if (!contents.ok) return problemEnding(contents.problems, args.json);
  const jobs = listReleases(args).map((release) =>
    toJob(args, { ...receiver.value, ...contents.value, startTill, release }),
  );
  try {
    return args.curl
      ? await printCurl(jobs, args)
      : toEnding(await sendAll(jobs, count.value, progress), args);
  } catch (error) {
    if (!(error instanceof TillError)) throw error;
    return problemEnding([reportUsage(error.message)], args.json);
  }
}

/** Undefined: the newest one. */
const listReleases = ({ release }: Args<"send">): readonly (string | undefined)[] =>
  release.length > 0 ? release : [undefined];

/** What the event holds: parts for the till to build on, and bytes to send in their place. */
interface Contents {
  readonly parts: JsonObject;
  readonly bytes: Uint8Array | undefined;
}

function readContents({ file, set }: Args<"send">, event: EventModel | undefined): Outcome<Contents> {
  if (file === undefined) return readParts(set, event);
  if (set.length > 0)
    return failure([reportUsage("--file sends a body as it is: --set cannot stand beside it.")]);
  try {
    const bytes = readNamedFile(file, longestBody);
    return bytes
      ? success({ bytes, parts: parseObject(bytes) })
      : failure([reportUsage(`${file} has more than 64 MiB.`)]);
  } catch (error) {
    const near = findNearPath(file, error);
    const hint = near === undefined ? undefined : `Did you mean ${quote(near)}?`;
    return failure([reportUsage(`${file} cannot be read: ${describeSystemError(error)}.`, hint)]);
  }
}

/** In bytes: far more than any receiver takes. */
const longestBody = 64 * 2 ** 20;

/** What a till knows of bytes that are not its own: it judges the answer by it. */
function parseObject(bytes: Uint8Array): JsonObject {
  const value = parseJson(new TextDecoder().decode(bytes));
  return isObject(value) ? value : {};
}

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

function readCount(repeat: string): Outcome<number> {
  const count = Number(repeat);
  return Number.isInteger(count) && count >= 1 && count <= 10_000
    ? success(count)
    : failure([reportUsage(`--repeat ${quote(repeat)} is not a number from 1 to 10000.`)]);
}

const reportUsage = (message: string, hint?: string): Problem => report("usage", { message, hint });

interface Job extends Receiver, Contents, Pick<EventToSend, "startTill"> {
  readonly release: string | undefined;
}

function toJob(args: Args<"send">, job: Job): EventToSend {
  const { url, subscription, secret, deadline, release, bytes, parts, startTill } = job;
  const { product, event } = args;
  return {
    startTill,
    till: {
      ...{ url, subscription, secret, release, product },
      settings: { answerDeadline: deadline },
      // Only an answer that is waited for is judged.
      events: { [event]: { blocking: true } },
    },
    event,
    parts,
    changes: { request: bytes && ((wire) => withBody(wire, bytes, secret)) },
  };
}

/** What came of the jobs that a till can do, and why it cannot do the others. */
interface Tried<T> {
  readonly done: readonly T[];
  readonly unsent: readonly UnsentEvent[];
}

/**
 * Does one job after another: what it takes is measured. A release that does not have the event stops no other.
 * @throws TillError if no release has it
 */
async function tryEach<T>(
  jobs: readonly EventToSend[],
  act: (job: EventToSend) => Promise<readonly T[]>,
): Promise<Tried<T>> {
  const done: T[] = [];
  const errors: TillError[] = [];
  const unsent: UnsentEvent[] = [];
  for (const job of jobs) {
    try {
      done.push(...(await act(job)));
    } catch (error) {
      if (!(error instanceof TillError) || error.kind !== "not there") throw error;
      errors.push(error);
      unsent.push({ release: job.till.release ?? "", reason: error.message });
    }
  }
  if (done.length === 0 && errors[0]) throw errors[0];
  return { done, unsent };
}

const sendAll = (
  jobs: readonly EventToSend[],
  count: number,
  progress: Progress,
): Promise<Tried<SentEvent>> =>
  tryEach(jobs, async (job) => {
    const sent: SentEvent[] = [];
    for (let nth = 1; nth <= count; nth++) {
      progress(`sending ${job.event}${count > 1 ? `, ${nth} of ${count}` : ""}`);
      sent.push(await sendEvent(job));
    }
    return sent;
  });

async function printCurl(jobs: readonly EventToSend[], args: Args<"send">): Promise<Ending> {
  const { done, unsent } = await tryEach(jobs, async (job) => [await composeEvent(job)]);
  const calls = done.map((wire) => formatCurl(wire, args));
  if (args.json) return jsonEnding({ calls, notSent: unsent } satisfies Result<"send">);
  // Where the calls stand, only calls may stand.
  return { ...successEnding(calls.join("\n")), stderr: formatUnsent(unsent) };
}

function toEnding({ done, unsent }: Tried<SentEvent>, { json }: Args<"send">): Ending {
  const [only, ...others] = done;
  const text = only && others.length === 0 ? formatSent(only) : formatSummary(done);
  const ending = json
    ? jsonEnding(sentToJson(done, unsent))
    : successEnding(`${text}${formatUnsent(unsent)}`);
  return done.every(({ isTaken }) => isTaken) ? ending : { ...ending, code: 1 };
}
