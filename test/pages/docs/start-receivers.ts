import { writeFile } from "node:fs/promises";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sign, verify } from "../../../templates/copied/receiver/base/signature.js";
import {
  waitUntilListening,
  runProgram,
  signalGroup,
  startProgram,
  type StartedProgram,
} from "../../workbench/run.js";
import { inProject } from "../../workbench/project.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { lackingFor, prepare, secret, titleOf, type Sample } from "./start-samples.js";
import { removeFolder } from "../../workbench/folders.js";
import requests from "./start-requests.json" with { type: "json" };

interface Given {
  readonly method?: string;
  readonly body?: string;
  readonly signature?: string;
}

/** Without a code, the answer is `{}`. */
type Case = readonly [name: string, given: Given, status: number, code?: string];

const limit = 1024 * 1024;
const event = '{"event":{"eventCounter":1},"text":"Crème brûlée €"}';
const report = '{"error":{"code":"INVALID_LINE_ID","message":"Crème"},"original":{}}';

const signed = (body: string): Given => ({ body, signature: sign(body, secret) });

const eventOfSize = (size: number): string => {
  const around = '{"event":{},"text":""}';
  return around.replace('""', `"${"x".repeat(size - around.length)}"`);
};

/** Signed by a till, so each answer is signed too. */
const proved: readonly Case[] = [
  ["takes an event with accents, signed as UTF-8", signed(event), 200],
  ["takes a report", signed(report), 200],
  ["takes a body as large as the limit", signed(eventOfSize(limit)), 200],
  ["refuses JSON that is deep and never ends", signed("[".repeat(100_000)), 400, "INVALID_JSON"],
  ...Object.entries(requests.refused).flatMap(([code, bodies]) =>
    bodies.map((body): Case => [`refuses ${body || "an empty body"}`, signed(body), 400, code]),
  ),
];

const ofText = sign(event, Buffer.from(secret).toString("base64"));
const part = sign(event, secret).slice(0, 28);

/** Anybody can send these, so no answer may be useful to an attacker. */
const strange: readonly Case[] = [
  ["refuses a body without a signature", { body: event }, 400, "NO_SIGNATURE"],
  ["refuses an empty signature", { body: event, signature: "" }, 400, "NO_SIGNATURE"],
  ...[sign(`${event} `, secret), ofText, part, "é".repeat(44)].map((signature): Case => [
    `refuses the signature of another body, of another key, or of none: ${signature}`,
    { body: event, signature },
    400,
    "INVALID_SIGNATURE",
  ]),
  ["refuses a GET", { method: "GET" }, 405, "METHOD_NOT_ALLOWED"],
  ["refuses a signed GET", { method: "GET", signature: sign("", secret) }, 405, "METHOD_NOT_ALLOWED"],
  ["refuses a signed body beyond the limit", signed(eventOfSize(limit + 1)), 413, "BODY_TOO_LARGE"],
];

/** Signed, but not valid requests of their event. Some JSON parsers reject large numbers, NaN and lone surrogates. */
const unfit = [
  ...requests.unfit.map((each) => ({ ...each, code: "INVALID_DATA" })),
  ...[...requests.ids, "9".repeat(400)].flatMap((id) =>
    requests.withIds.map(({ path, body }) => ({
      path,
      body: body.replace("ID", id),
      code: "INVALID_(DATA|JSON)",
    })),
  ),
];

const listPaths = () => [...loadRealModel().events.map(({ name }) => name), "", "no/such/event"];

const shop = { "X-Mplus-Subscription-Id": "shop-12" };

const odd = "odd+".repeat(11);

/** The body has more than `size` bytes. */
function chunksBeyond(size: number): string {
  const chunk = `10000\r\n${"0".repeat(0x10000)}\r\n`;
  return `${chunk.repeat(Math.ceil(size / 0x10000) + 1)}0\r\n\r\n`;
}

/** Sends raw bytes, ends its side of the connection, and returns the answer. Gives up after 1.5 seconds. */
async function exchange(port: number, bytes: string): Promise<string> {
  const socket = connect({ port, host: "localhost" }).setEncoding("latin1");
  let answer = "";
  socket.on("data", (text: string) => (answer += text)).on("error", () => undefined);
  socket.end(bytes, "latin1");
  const given = setTimeout(() => socket.destroy(), 1500);
  if (!socket.closed) await new Promise((resolve) => socket.once("close", resolve));
  clearTimeout(given);
  return answer;
}

/** The pages describe most of these. The others require no particular answer. */
const scenarios = ["loyalty", "payment", "payment-cancel", "customer", "receipt", "kitchen", "newer"];

/** Sends requests of our own, and runs the senders of the pages. */
export function testReceiver(sample: Sample, senders: readonly Sample[]): void {
  const { id, receiver, plays } = sample;
  if (receiver === undefined) return;

  describe.skipIf(lackingFor(sample))(titleOf(sample, `the receiver of start/${id}.md`), () => {
    let folder: string;
    let port: number;
    let server: StartedProgram;

    beforeAll(async () => {
      folder = await prepare(sample);
      port = await findFreePort();
      const env = { MPLUS_SECRET: secret, PORT: `${port}`, MPLUS_STATE: join(folder, "state.json") };
      server = startProgram(folder, receiver(port), env);
      await waitUntilListening(server, port);
    });

    afterAll(async () => {
      signalGroup(server.child, "SIGKILL");
      await server.ended;
      removeFolder(folder);
    });

    const post = async (path: string, { method = "POST", signature, body }: Given) => {
      const response = await fetch(`http://localhost:${port}/${path}`, {
        method,
        headers: {
          Connection: "close",
          ...shop,
          ...(signature !== undefined && { "X-Mplus-Signature": signature }),
        },
        ...(body !== undefined && { body }),
      });
      const { status, headers } = response;
      const text = await response.text();
      return { status, type: headers.get("Content-Type"), signature: headers.get("X-Mplus-Signature"), text };
    };

    const known = new Map<string, string>();
    const note = ({ text, signature }: { text: string; signature: string | null }): void => {
      if (signature !== null) known.set(text, signature);
    };

    /** Returns the signature of the answer. */
    const expectAnswer = async (path: string, given: Given, status: number, code?: string) => {
      const { text, signature, ...rest } = await post(path, given);
      expect(rest).toEqual({ status, type: "application/json" });
      const error = {
        code: expect.stringMatching(`^${code ?? ""}$`) as string,
        message: expect.stringMatching(/\w/) as string,
      };
      expect(JSON.parse(text)).toEqual(code === undefined ? {} : { error });
      return { text, signature };
    };

    const reportOf = async (message: string): Promise<string> => {
      note(await post("startSession", signed(report.replace("Crème", message))));
      await vi.waitFor(() => expect(server.printed().stderr).toContain(message), { timeout: 600_000 });
      return server.printed().stderr;
    };

    for (const [name, ...rest] of proved)
      it(`${name}, and signs its answer`, async () => {
        const { text, signature } = await expectAnswer("startSession", ...rest);
        expect(verify(text, signature ?? "", secret)).toBe(true);
      });

    for (const [name, ...rest] of strange)
      it(`${name}, and signs nothing`, async () => {
        expect((await expectAnswer("startSession", ...rest)).signature).toBeNull();
      });

    it("has nothing to say to an event of a later release, whatever it is called", async () => {
      const body = '{"event":{},"externalPayment":{"externalPaymentId":"later"}}';
      expect(await post("refundExternalPayment", signed(body))).toMatchObject({ status: 200, text: "{}" });
    });

    it.each(requests.withoutDetails)("refuses %s without its object, and signs that", async (path) => {
      const given = signed(`{"event":{"of":"${path}"}}`);
      const { text, signature } = await expectAnswer(path, given, 400, "NO_EVENT_DETAILS");
      expect(verify(text, signature ?? "", secret)).toBe(true);
    });

    it.each([
      ["startSession", "cancelSession", "{}"],
      ["scanCode", "completeSession", '{"scannedCode":"1"}'],
      ["startExternalPayment", "cancelExternalPayment", "{}"],
    ])("refuses a body of %s at %s, and takes its repeat", async (first, second, part) => {
      const given = signed(
        `{"event":{},"${first}":${part},"externalPayment":{"externalPaymentId":"crossed"}}`,
      );
      const { status } = await post(first, given);
      await expectAnswer(second, given, 400, "INVALID_DATA");
      expect((await post(first, given)).status).toBe(status);
      expect(status).toBe(200);
    });

    for (const { path, body, code } of plays ? unfit : []) {
      // Newtonsoft.Json replaces a lone surrogate.
      if (id === "csharp" && body.includes("\\ud800")) continue;
      it(`refuses what is no ${path}, and signs that: ${body.slice(0, 200)}`, async () => {
        const { text, signature } = await expectAnswer(path, signed(body), 400, code);
        expect(verify(text, signature ?? "", secret)).toBe(true);
      });
    }

    for (const { path, body, discounts } of plays ? requests.odd : [])
      it(`takes what may be a ${path}: ${body}`, async () => {
        const { status, text } = await post(path, signed(body));
        const { lineChanges = [] } = JSON.parse(text) as { lineChanges?: unknown[] };
        expect([status, lineChanges.length]).toEqual([200, discounts]);
      });

    if (plays)
      it("passes doctor, and plays a sale with a card, payments, and what asks for nothing", () =>
        inProject(
          async ({ call }) => {
            for (const [ask, verdict] of [
              [["doctor"], /\nNo problems found\.\n$/],
              [["simulate", ...scenarios], /\n\d+ passed\.\n$/],
            ] as const) {
              const { code, stdout } = await call(...ask, "--url", `http://localhost:${port}`);
              expect(stdout).toMatch(verdict);
              expect(code).toBe(0);
            }
          },
          { MPLUS_SECRET: secret },
        ));

    it("refuses whatever it has ever signed, posted back to any path", async () => {
      for (const [, given] of [...proved, ...strange]) note(await post("startSession", given));
      expect(known.size).toBeGreaterThan(2);
      const printed = await reportOf("before what is posted back");
      // The loop also visits entries that it adds.
      for (const [body, signature] of known) {
        for (const path of listPaths()) {
          const answer = await post(path, { body, signature });
          expect({ path, body, status: answer.status }).toEqual({ path, body, status: 400 });
          note(answer);
        }
      }
      const reported = (await reportOf("after it")).slice(printed.length);
      expect(reported.match(/could not use/g)).toHaveLength(1);
    });

    it("writes down what a report says, and the event that it is about", async () => {
      expect(await reportOf("a report alone")).toMatch(/an answer to '?startSession'?: [^]*INVALID_LINE_ID/);
    });

    it("prints no escape that the path of a report holds", async () => {
      const { body = "", signature = "" } = signed('{"error":{"code":"A","message":"B"},"original":{}}');
      const head = `POST /odd\x1b[31m HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: ${body.length}`;
      const headers = `X-Mplus-Subscription-Id: shop-12\r\nX-Mplus-Signature: ${signature}`;
      await exchange(port, `${head}\r\n${headers}\r\n\r\n${body}`);
      // Output is in order, so anything from before the report has been printed.
      expect(await reportOf("after an escape")).not.toMatch(/\x1b|\x9b/);
    });

    it.each([
      ...Object.entries(requests.rawHeads),
      ["a length beyond all numbers", `Content-Length: ${"9".repeat(5000)}\r\n\r\n`],
      ["chunks beyond the limit", `Transfer-Encoding: chunked\r\n\r\n${chunksBeyond(limit)}`],
    ])("stands %s, and signs nothing for it", async (_, rest) => {
      const head = `POST /startSession HTTP/1.1\r\nHost: localhost:${port}\r\nX-Mplus-Signature: ${odd}\r\n`;
      expect(await exchange(port, head + rest)).not.toMatch(/x-mplus-signature|odd/i);
      expect(await post("startSession", signed(event))).toMatchObject({ status: 200, text: "{}" });
    });

    it("repeats nothing of a request that is odd all over", async () => {
      const request = `ODD /odd HTTP/1.1\r\nHost: localhost:${port}\r\nX-Odd: odd\r\nContent-Length: 0\r\n\r\n`;
      expect(await exchange(port, request)).not.toMatch(/x-mplus-signature|odd/i);
    });

    it("answers while many others stall in the middle of a request", async () => {
      const sockets = Array.from({ length: 40 }, () => connect({ port, host: "localhost" }));
      for (const socket of sockets) {
        socket.on("error", () => undefined);
        socket.write(
          `POST /startSession HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 100\r\n\r\nx`,
        );
      }
      await Promise.all(sockets.map((socket) => once(socket, "connect")));
      expect(await post("startSession", signed(event))).toMatchObject({ status: 200 });
      for (const socket of sockets) socket.destroy();
    });

    for (const sender of senders) {
      const command = sender.sender;
      if (!command) continue;
      it.skipIf(lackingFor(sender))(
        titleOf(sender, `takes the request of start/${sender.id}.md`),
        async () => {
          const elsewhere = await prepare(sender);
          await writeFile(join(elsewhere, "startSession.json"), event);
          const env = { MPLUS_SECRET: secret, PORT: `${port}` };
          const { code, stdout, stderr } = await runProgram(elsewhere, [...command, "startSession"], env);
          removeFolder(elsewhere);
          expect(stderr).toBe("");
          expect(stdout).toMatch(/\b200\b[^]*\{\}\n$/);
          expect(code).toBe(0);
        },
      );
    }
  });
}
