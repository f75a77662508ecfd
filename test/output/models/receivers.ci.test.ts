import { describe, expect, it } from "vitest";
import { fencedBlocks, withServer, type Command } from "../../cli/running.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { takeSample } from "../../fuzz/amount.js";
import { builtIn, listFailures, playBuiltIn } from "../../till/proof/built-in.js";
import type { CheckedSpec } from "../../../generator/spec/checked-spec.js";
import type { ResponseMode } from "../../../generator/view/view.js";
import { collectFiles, emit, realSources, realSpec, toSpec, type Range } from "../../workbench/emit.js";
import { inFolder, lacking, titled } from "./output.js";

const receivers: readonly {
  readonly language: "php" | "python";
  readonly program: string;
  readonly extension: string;
  readonly command: (port: number) => Command;
  /** The scenarios that the server of the language cannot take part in. */
  readonly beyond: readonly string[];
}[] = [
  {
    language: "php",
    program: "php",
    extension: "php",
    command: (port) => ["php", "-d", "display_errors=0", "-S", `localhost:${port}`, "receiver.php"],
    beyond: [],
  },
  {
    language: "python",
    program: "python3",
    extension: "py",
    command: () => ["python3", "receiver.py"],
    // Its requests come in chunks, which http.server does not read.
    beyond: ["bad-line"],
  },
];

/** Fleets whose shops take forms, and that have none; and a contract in which one event has an answer of its own. */
const fleets: readonly {
  readonly range: Range;
  readonly responses: ResponseMode;
  readonly contract: string;
  readonly spec: () => CheckedSpec;
  /** The scenarios that need what not every shop takes. */
  readonly beyond: readonly string[];
}[] = [
  { range: "59..", responses: "gated", contract: "frozen", spec: realSpec, beyond: [] },
  { range: "48..", responses: "safe", contract: "frozen", spec: realSpec, beyond: ["form"] },
  { range: "48..", responses: "safe", contract: "changed", spec: specWithOwnAnswer, beyond: ["form"] },
];

/** The contract, with a property that only `startExternalPayment` may answer: it gets a type of its own. */
function specWithOwnAnswer(): CheckedSpec {
  const sources = realSources().map(({ path, text }) => ({
    path,
    text: path.endsWith("responses/externalPayment.json")
      ? text.replace('"finalAmount": {', '"finalAmount": { "x-only-for": ["startExternalPayment"],')
      : text,
  }));
  return toSpec(sources);
}

/** What a reader of the guide has in a folder: the models, and the two files that the guide shows. */
async function saveReceiver(
  { language, extension }: (typeof receivers)[number],
  fleet: Pick<(typeof fleets)[number], "range" | "responses" | "spec">,
) {
  const { range, responses } = fleet;
  const files = collectFiles(await emit(fleet.spec(), range, { targets: ["models"], responses, language }));
  const blocks = fencedBlocks(files.get("models/README.md") ?? "", language);
  const [receiver = "", shop = ""] = blocks.slice(1);
  return new Map([...files, [`models/receiver.${extension}`, receiver], [`models/shop.${extension}`, shop]]);
}

/** Starts the receiver of the guide, made for a fleet. */
async function withReceiver(
  kind: (typeof receivers)[number],
  fleet: Parameters<typeof saveReceiver>[1],
  use: (url: string, printed: () => string) => Promise<void>,
): Promise<void> {
  const port = await findFreePort();
  await inFolder(await saveReceiver(kind, fleet), async (folder) => {
    const env = { MPLUS_SECRET: secret, MPLUS_STORE: folder };
    const server = { cwd: `${folder}/models`, command: kind.command(port), port, env };
    await withServer(server, (started) => use(`http://localhost:${port}`, () => started.printed().stderr));
  });
}

describe.each(receivers)("the receiver of the guide for $language", (kind) => {
  const missing = lacking([kind.program]);

  it.skipIf(missing.length > 0).each(takeSample(fleets, 3))(
    titled("passes every scenario, made for $range, $responses, of the $contract contract", missing),
    (fleet) =>
      withReceiver(kind, fleet, async (url, printed) => {
        const beyond = [...kind.beyond, ...fleet.beyond];
        const failures = [];
        // Another seed each: they are days of one shop, and no payment comes twice.
        for (const [seed, name] of [...builtIn().keys()].filter((each) => !beyond.includes(each)).entries())
          for (const failure of listFailures(await playBuiltIn(name, { url, seed })))
            failures.push(`${name}: ${failure}`);
        expect(failures, printed()).toEqual([]);
        expect(printed()).not.toMatch(/could not use|Traceback|Warning|Fatal/);
      }),
  );

  it.skipIf(missing.length > 0)(
    titled(
      "refuses a body at another event, finds the event after two slashes, and logs the unanswered",
      missing,
    ),
    () =>
      withReceiver(kind, safe, async (url, printed) => {
        const send = async (path: string, content: object): Promise<number> => {
          const body = JSON.stringify(content);
          const headers = { "X-Mplus-Signature": signatureOf(body) };
          const answer = await fetch(url + path, { method: "POST", headers, body });
          expect(answer.headers.get("X-Mplus-Signature")).toBe(signatureOf(await answer.text()));
          return answer.status;
        };
        expect(await send("//startPayment", request(1))).toBe(200);
        expect(await send("/startPayment", request(1))).toBe(200);
        expect(await send("/completeSession", request(1))).toBe(400);
        expect(await send("/startPayments", request(2))).toBe(200);
        expect(await send("/scanCode", { ...request(3), scanCode: { scannedCode: 1 } })).toBe(400);
        for (const line of [/Nothing answers startPayments/, /No request of scanCode/])
          await expect.poll(printed, { timeout: 600_000 }).toMatch(line);
      }),
  );
});

const safe = { range: "48..", responses: "safe", spec: realSpec } as const;

const request = (eventCounter: number): object => ({
  event: { eventBlocking: true, eventCounter, eventTimestamp: "2026-01-01T12:00:00.000+01:00" },
  sender: { branchNumber: 1, workplaceNumber: 1 },
  session: { sessionId: "1" },
});
