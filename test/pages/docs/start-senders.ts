import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sign, verify } from "../../../templates/copied/receiver/base/signature.js";
import { runProgram, type Command, type Ended } from "../../workbench/run.js";
import { lackingFor, prepare, secret, titleOf, type Sample } from "./start-samples.js";
import { removeFolder } from "../../workbench/folders.js";

interface Answer {
  readonly status?: number;
  readonly body: string;
  readonly signature?: string;
}

const refusal = '{"error":{"code":"INVALID_DATA","message":"Crème"}}';
const refused = /\b400\b[^]*"INVALID_DATA","message":"Crème"/;
const unsigned = /\b400\b[^]*"INVALID_DATA","message":"Crème"[^]*The rejection is unsigned/;

/** The last two are the exit code and the output. */
const cases: readonly (readonly [name: string, answer: Answer, code: number, stdout: RegExp])[] = [
  ["takes an answer that is signed", { body: "{}", signature: sign("{}", secret) }, 0, /\b200\b[^]*\{\}/],
  ["takes an empty answer, signed", { body: "", signature: sign("", secret) }, 0, /\b200\b/],
  [
    "shows a refusal that is signed",
    { status: 400, body: refusal, signature: sign(refusal, secret) },
    0,
    refused,
  ],
  ["shows a refusal without a signature, and says so", { status: 400, body: refusal }, 0, unsigned],
  [
    "complains of a refusal with the signature of another",
    { status: 400, body: refusal, signature: sign("{}", secret) },
    1,
    /\b400\b/,
  ],
  [
    "complains of the signature of another answer",
    { body: "{}", signature: sign("{ }", secret) },
    1,
    /\b200\b/,
  ],
  ["complains of an answer without a signature", { body: "{}" }, 1, /\b200\b/],
];

export function testSender(sample: Sample, sender: Command): void {
  describe.skipIf(lackingFor(sample))(titleOf(sample, `the sender of start/${sample.id}.md`), () => {
    /** The last request. `answer` is for the next request. */
    let came: { url: string | undefined; headers: IncomingHttpHeaders; body: Buffer } | undefined;
    let answer: Answer;
    let server: Server;

    beforeAll(async () => {
      server = createServer((request, response) => {
        void buffer(request).then((body) => {
          came = { url: request.url, headers: request.headers, body };
          const { status = 200, signature } = answer;
          response.writeHead(status, signature === undefined ? {} : { "X-Mplus-Signature": signature });
          response.end(answer.body);
        });
      }).listen(0, "localhost");
      await once(server, "listening");
    });

    beforeEach(() => (came = undefined));

    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    const sent = '{\r\n "text": "Crème brûlée €" }\n';
    let folder: string;

    beforeAll(async () => {
      folder = await prepare(sample);
      await writeFile(join(folder, "scanCode.json"), sent);
    });

    afterAll(() => removeFolder(folder));

    const send = (): Promise<Ended> => {
      const { port } = server.address() as AddressInfo;
      return runProgram(folder, [...sender, "scanCode"], { MPLUS_SECRET: secret, PORT: `${port}` });
    };

    it("posts the bytes of the file as a till would", async () => {
      answer = { body: "{}", signature: sign("{}", secret) };
      await send();
      expect(came?.url).toBe("/scanCode");
      expect(came?.body.toString()).toBe(sent);
      expect(verify(sent, String(came?.headers["x-mplus-signature"]), secret)).toBe(true);
      expect(came?.headers).toMatchObject({
        "content-type": "application/json",
        accept: "application/json",
        "x-mplus-subscription-id": "shop-12",
      });
    });

    it.each(cases)("%s", async (_, given, wanted, shown) => {
      answer = given;
      const { code, stdout, stderr } = await send();
      const complaint = "The signature of the answer is missing or wrong.\n";
      expect({ code, stderr }).toEqual({ code: wanted, stderr: wanted === 0 ? "" : complaint });
      expect(stdout).toMatch(shown);
      expect(stdout.includes("is unsigned")).toBe(
        given.status !== undefined && given.signature === undefined,
      );
    });
  });
}
