import { writeFile } from "node:fs/promises";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sign, verify } from "../../../templates/copied/receiver/signature.js";
import {
  waitUntilListening,
  runProgram,
  signalGroup,
  startProgram,
  type StartedProgram,
} from "../../cli/running.js";
import { inProject } from "../../cli/project.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { lackingFor, prepare, secret, titleOf, type Sample } from "./start-samples.js";
import { removeFolder } from "../../workbench/folders.js";

interface Case {
  readonly name: string;
  readonly given: { readonly method?: string; readonly body?: string; readonly signature?: string };
  readonly want: { readonly status: number; readonly code?: string };
}

const limit = 1024 * 1024;
const event = '{"event":{"eventCounter":1},"text":"Crème brûlée €"}';
const report = '{"error":{"code":"INVALID_LINE_ID","message":"Crème"},"original":{}}';

const signed = (body: string): Case["given"] => ({ body, signature: sign(body, secret) });

const eventOfSize = (size: number): string => {
  const around = '{"event":{},"text":""}';
  return around.replace('""', `"${"x".repeat(size - around.length)}"`);
};

/** Signed by a till, so each answer is signed too. */
const proved: readonly Case[] = [
  { name: "takes an event with accents, signed as UTF-8", given: signed(event), want: { status: 200 } },
  { name: "takes a report", given: signed(report), want: { status: 200 } },
  {
    name: "takes a body as large as the limit",
    given: signed(eventOfSize(limit)),
    want: { status: 200 },
  },
  ...["{}", "[]", '[{"event":{}}]', "null", "1", '"event"'].map((body): Case => ({
    name: `refuses what has no event: ${body}`,
    given: signed(body),
    want: { status: 400, code: "INVALID_DATA" },
  })),
  ...["null", "[]", "[{}]", '"{}"', "1", "true"].map((value): Case => ({
    name: `refuses an event that is no object: ${value}`,
    given: signed(`{"event":${value}}`),
    want: { status: 400, code: "INVALID_DATA" },
  })),
  ...['{"error":{"code":"INVALID_DATA","message":"x"}}', '{"original":{"event":{}}}'].map((body): Case => ({
    name: `refuses half a report: ${body}`,
    given: signed(body),
    want: { status: 400, code: "INVALID_DATA" },
  })),
  ...["", "test", '{"event":{}', '{"event":{}} x', "[".repeat(100_000)].map((body): Case => ({
    name: `refuses what is no JSON: ${body.slice(0, 20)}`,
    given: signed(body),
    want: { status: 400, code: "INVALID_JSON" },
  })),
];

/** Anybody can send these, so no answer may be useful to an attacker. */
const strange: readonly Case[] = [
  {
    name: "refuses a body without a signature",
    given: { body: event },
    want: { status: 400, code: "NO_SIGNATURE" },
  },
  {
    name: "refuses an empty signature",
    given: { body: event, signature: "" },
    want: { status: 400, code: "NO_SIGNATURE" },
  },
  {
    name: "refuses the signature of another body",
    given: { body: event, signature: sign(`${event} `, secret) },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "refuses a signature made with the text of the secret",
    given: { body: event, signature: sign(event, Buffer.from(secret).toString("base64")) },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "refuses a part of the signature",
    given: { body: event, signature: sign(event, secret).slice(0, 28) },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "refuses a signature that is no ASCII",
    given: { body: event, signature: "é".repeat(44) },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "refuses a GET",
    given: { method: "GET" },
    want: { status: 405, code: "METHOD_NOT_ALLOWED" },
  },
  {
    name: "refuses a GET with the signature of nothing",
    given: { method: "GET", signature: sign("", secret) },
    want: { status: 405, code: "METHOD_NOT_ALLOWED" },
  },
  {
    name: "refuses a body beyond the limit, even with a signature that fits",
    given: signed(eventOfSize(limit + 1)),
    want: { status: 413, code: "BODY_TOO_LARGE" },
  },
];

/** A member's session. Its line differs in this way from a line that gets the discount. */
const sessionWith = (line: string): string =>
  `{"event":{},"session":{"relation":{"relationNumber":20517}},"addSessionLine":{"line":{"articleNumber":1,${line}}}}`;

/** Some JSON parsers reject large numbers, NaN and lone surrogates. */
const oddity = /^INVALID_(DATA|JSON)$/;

/** Signed, but not valid requests of their event. */
const unfit: readonly (readonly [path: string, body: string, code?: RegExp])[] = [
  ["scanCode", '{"event":{}}'],
  ["scanCode", '{"event":{},"scanCode":{"scannedCode":{}}}'],
  [
    "addSessionLine",
    '{"event":{},"session":{"relation":{"relationNumber":20517}},"addSessionLine":{"line":"Tea"}}',
  ],
  ["startExternalPayment", '{"event":{},"externalPayment":{}}'],
  ["pollExternalPayment", '{"event":{},"externalPayment":[]}'],
  ...["null", "true", "1", "1e999", "9".repeat(400), "[]", "NaN", '"\\ud800"'].flatMap((id) => [
    ["startExternalPayment", `{"event":{},"externalPayment":{"externalPaymentId":${id}}}`, oddity] as const,
    ["scanCode", `{"event":{},"scanCode":{"scannedCode":${id}}}`, oddity] as const,
    ["addSessionLine", sessionWith(`"lineId":${id}`), oddity] as const,
  ]),
  ["addSessionLine", sessionWith('"lineId":"1","quantity":{}')],
  ["addSessionLine", sessionWith('"lineId":"1","quantity":"abc"')],
];

const member = '"session":{"relation":{"relationNumber":20517}';
const oneLine = '"lines":[{"lineId":"1","articleNumber":1,"text":"Tea"}]';

/** Unusual shapes that a till may send, and the number of lines that get the discount. */
const odder: readonly (readonly [path: string, body: string, discounts: number])[] = [
  ...[
    "quantity",
    "priceIncl",
    "text",
    "discountPercentage",
    "discountAmount",
    "externalDiscount",
    "pluNumber",
  ].map((name) => ["addSessionLine", sessionWith(`"lineId":"1","${name}":null`), 1] as const),
  [
    "addSessionLine",
    `{"event":{},${member}},"addSessionLine":{"line":{"lineId":"1","articleNumber":null}}}`,
    0,
  ],
  ["addSessionLine", `{"event":{},${member}},"addSessionLine":{"lineId":"1","articleNumber":1}}`, 1],
  [
    "addSessionLine",
    `{"event":{},${member}},"addSessionLine":{"line":null,"lineId":"1","articleNumber":1}}`,
    1,
  ],
  [
    "addSessionLine",
    '{"event":{},"session":null,"addSessionLine":{"line":{"lineId":"1","articleNumber":1}}}',
    0,
  ],
  ["addSessionLine", '{"event":{},"session":{"relation":null},"addSessionLine":{"line":{"lineId":"1"}}}', 0],
  ["scanCode", `{"event":{},"session":{"lines":null},"scanCode":{"scannedCode":"2900004815168"}}`, 0],
  ["selectRelation", `{"event":{},${member},${oneLine}},"selectRelation":null}`, 0],
  ["selectRelation", `{"event":{},${member},${oneLine}},"selectRelation":{"relation":null}}`, 0],
  [
    "selectRelation",
    `{"event":{},${member},${oneLine}},"selectRelation":{"relation":null,"relationNumber":20517}}`,
    0,
  ],
  [
    "selectRelation",
    `{"event":{},"session":{${oneLine}},"selectRelation":{"relation":{"relationNumber":20517}}}`,
    1,
  ],
  ["selectRelation", `{"event":{},"session":{${oneLine}},"selectRelation":{"relationNumber":20517}}`, 1],
  ["selectRelation", `{"event":{},"session":{${oneLine}},"selectRelation":{"relationNumber":null}}`, 0],
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

  describe.skipIf(lackingFor(sample).length > 0)(titleOf(sample, `the receiver of start/${id}.md`), () => {
    let folder: string;
    let port: number;
    let server: StartedProgram;

    beforeAll(async () => {
      folder = await prepare(sample);
      port = await findFreePort();
      const env = { MPLUS_SECRET: secret, PORT: `${port}`, MPLUS_PAYMENTS: join(folder, "payments.json") };
      server = startProgram(folder, receiver(port), env);
      await waitUntilListening(server, port);
    });

    afterAll(async () => {
      signalGroup(server.child, "SIGKILL");
      await server.ended;
      removeFolder(folder);
    });

    const post = async (path: string, { method = "POST", signature, body }: Case["given"]) => {
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

    const expectAnswer = (text: string, { code }: Pick<Case["want"], "code">): void => {
      const error = { code, message: expect.stringMatching(/\w/) as string };
      expect(JSON.parse(text)).toEqual(code === undefined ? {} : { error });
    };

    const reportOf = async (message: string): Promise<string> => {
      note(await post("startSession", signed(report.replace("Crème", message))));
      await vi.waitFor(() => expect(server.printed().stderr).toContain(message), { timeout: 600_000 });
      return server.printed().stderr;
    };

    it.each(proved)("$name, and signs its answer", async ({ given, want }) => {
      const { text, signature, ...rest } = await post("startSession", given);
      expect(rest).toEqual({ status: want.status, type: "application/json" });
      expectAnswer(text, want);
      expect(verify(text, signature ?? "", secret)).toBe(true);
    });

    it.each(strange)("$name, and signs nothing", async ({ given, want }) => {
      const { text, signature, ...rest } = await post("startSession", given);
      expect(rest).toEqual({ status: want.status, type: "application/json" });
      expectAnswer(text, want);
      expect(signature).toBeNull();
    });

    it("has nothing to say to an event of a later release, whatever it is called", async () => {
      const body = '{"event":{},"externalPayment":{"externalPaymentId":"later"}}';
      expect(await post("refundExternalPayment", signed(body))).toMatchObject({ status: 200, text: "{}" });
    });

    for (const [path, body, code = "INVALID_DATA"] of plays ? unfit : []) {
      // Newtonsoft.Json replaces a lone surrogate.
      if (id === "csharp" && body.includes("\\ud800")) continue;
      it(`refuses what is no ${path}, and signs that: ${body.slice(0, 200)}`, async () => {
        const { status, text, signature } = await post(path, signed(body));
        expect(status).toBe(400);
        expectAnswer(text, { code: expect.stringMatching(code) as string });
        expect(verify(text, signature ?? "", secret)).toBe(true);
      });
    }

    for (const [path, body, discounts] of plays ? odder : [])
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
      for (const { given } of [...proved, ...strange]) note(await post("startSession", given));
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
      ["a length below nothing", "Content-Length: -1\r\n\r\n"],
      ["a length that is a text", "Content-Length: many\r\n\r\n"],
      ["a length with a sign", `Content-Length: +${event.length}\r\n\r\n${event}`],
      ["a length beyond all numbers", `Content-Length: ${"9".repeat(5000)}\r\n\r\n`],
      ["two lengths", "Content-Length: 2\r\nContent-Length: 4\r\n\r\ntest"],
      ["a body that breaks off", "Content-Length: 100\r\n\r\ntest"],
      ["a chunk that is none", "Transfer-Encoding: chunked\r\n\r\nno chunk\r\n"],
      ["chunks beyond the limit", `Transfer-Encoding: chunked\r\n\r\n${chunksBeyond(limit)}`],
      ["an encoding and a length", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"],
      ["no end of the headers", "X-Odd"],
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
      it.skipIf(lackingFor(sender).length > 0)(
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
