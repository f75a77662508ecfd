import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readCases } from "../../workbench/cases.js";
import { withReason } from "../../workbench/tools.js";
import { recognized, refusal, refused, said } from "../answers.js";
import { canary, post, scan } from "../requests.js";
import { createOptions } from "../setups.js";
import { secret } from "../signature.js";
import { createStage } from "../stage.js";
import { endServers, phpServers, type OpenedServer } from "./servers.js";
import { PhpCode } from "./stage-server.js";

interface HandlerCase {
  readonly name: string;
  readonly code: string;
  /** Of the signed answer. Default: 200. */
  readonly status?: 500;
  /** Default: the code was recognized. */
  readonly answer?: object;
  /** The script ends, so the answer has status 500, no signature and nothing that was printed. */
  readonly ends?: boolean;
  /** The headers may have gone before the answer. It then has status 500 and no signature. */
  readonly broken?: boolean;
  readonly log?: string;
}

const cases = readCases("handlers.yaml", import.meta) as readonly HandlerCase[];

afterAll(endServers);

describe.each(phpServers)("handlers behind $name", ({ name: server, missing, open }) => {
  const stage = createStage();
  let opened: OpenedServer | undefined;

  beforeAll(async () => {
    if (missing === undefined) opened = await open(createOptions(stage, {}));
  });
  afterAll(() => opened?.end());

  const send = async (request = post()) => {
    if (opened === undefined) throw new Error("The server is not open.");
    return opened.send(request);
  };

  it.skipIf(missing).each(cases.map((each) => [each.name, each] as const))(
    withReason(`${server}: %s`, missing),
    async (_name, each) => {
      const {
        code,
        status = 200,
        answer: wanted,
        ends,
        broken,
        log = ends ? "the script ended before its answer" : undefined,
      } = each;
      stage.handler = () => new PhpCode(`${code} return ['scanCode' => ['recognized' => true]];`);
      stage.lines.length = 0;
      const answer = await send();
      const isUnsent = ends === true || (broken === true && answer.status !== 200);
      if (isUnsent) {
        expect(answer.status).toBe(500);
        expect(answer.headers).not.toHaveProperty("x-mplus-signature");
      } else if (wanted) expect(JSON.parse(answer.body)).toEqual(wanted);
      else expect(answer).toEqual(status === 200 ? recognized : refusal.failed);
      if (ends) expect(answer.body).not.toContain("printed");
      const messages = stage.lines.map(({ message }) => message);
      if (log !== undefined) expect(messages).toEqual([expect.stringContaining(log)]);
      else if (!broken)
        expect(messages.filter((message) => !message.includes("that were printed"))).toEqual([]);
      // The server still works.
      stage.handler = undefined;
      expect(await send()).toEqual(recognized);
    },
  );

  it.skipIf(missing)(withReason(`${server}: the processes share one memory`, missing), async () => {
    let calls = 0;
    stage.handler = () => ({ message: [{ message: String((calls += 1)) }] });
    const body = scan({}, { eventCounter: 7001 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(post({ body }))));
    expect(answers).toEqual(answers.map(() => said("1")));
    expect(calls).toBe(1);
    const replay = await opened?.sendAgain(post({ body, event: "startSession" }));
    const message =
      "This body was already received as scanCode; each event must have its own body and eventCounter.";
    expect(replay).toEqual(refused("INVALID_DATA", message));
  });

  it.skipIf(missing)(
    withReason(`${server}: the server's own log has no secret and no part of a body`, missing),
    async () => {
      const readLogs = () => opened?.readLogs() ?? "";
      await vi.waitFor(() => expect(readLogs()).toContain("Allowed memory size"), 600_000);
      const logs = readLogs();
      for (const part of [secret, canary, "printed"]) expect(logs).not.toContain(part);
    },
  );
});
