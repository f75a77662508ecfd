import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sign, verify } from "../../templates/receiver/signature.js";
import { freePort, listeningOf, runProgram, signalGroup, startProgram } from "../cli/running.js";
import { lackingFor, removeFolder, samples, saveSample, secret, titleOf } from "./start-samples.js";

interface Case {
  readonly name: string;
  readonly given: { readonly method?: string; readonly body?: string; readonly signature?: string };
  readonly want: { readonly status: number; readonly code?: string };
}

const accents = '{"text":"Crème brûlée €"}';
const cases: readonly Case[] = [
  {
    name: "takes the vector",
    given: { body: "test", signature: "EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8=" },
    want: { status: 200 },
  },
  {
    name: "takes a body with accents, signed as UTF-8",
    given: { body: accents, signature: sign(accents, secret) },
    want: { status: 200 },
  },
  {
    name: "takes an empty body, signed",
    given: { body: "", signature: sign("", secret) },
    want: { status: 200 },
  },
  {
    name: "refuses a body without a signature",
    given: { body: "test" },
    want: { status: 400, code: "NO_SIGNATURE" },
  },
  {
    name: "refuses the signature of another body",
    given: { body: "test", signature: sign("test ", secret) },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "refuses a signature made with the text of the secret",
    given: { body: "test", signature: "pKDrmsKUDJ7QeDwyOMtUcEi9aBl+BTnzxYIHSqjbfk4=" },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "refuses a part of the signature",
    given: { body: "test", signature: "EBFFIb5qPH/teEFmjtwcIj6h80cl" },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "refuses a signature that is no ASCII",
    given: { body: "test", signature: "é".repeat(44) },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "refuses a GET",
    given: { method: "GET" },
    want: { status: 405, code: "METHOD_NOT_ALLOWED" },
  },
];

for (const sample of samples) {
  const { id, receiver } = sample;
  if (receiver === undefined) continue;

  describe.skipIf(lackingFor(sample).length > 0)(titleOf(sample, `the receiver of start/${id}.md`), () => {
    let folder: string;
    let port: number;
    let server: ReturnType<typeof startProgram>;

    beforeAll(async () => {
      folder = await saveSample(sample);
      port = await freePort();
      server = startProgram(folder, receiver(port), { MPLUS_SECRET: secret, PORT: `${port}` });
      await listeningOf(server, port);
    });

    afterAll(async () => {
      signalGroup(server.child, "SIGKILL");
      await server.ended;
      await removeFolder(folder);
    });

    it.each(cases)("$name, and signs its answer", async ({ given: { method = "POST", ...given }, want }) => {
      const response = await fetch(`http://localhost:${port}/startSession`, {
        method,
        headers: given.signature === undefined ? {} : { "X-Mplus-Signature": given.signature },
        ...(given.body !== undefined && { body: given.body }),
      });
      const text = await response.text();
      expect(verify(text, response.headers.get("X-Mplus-Signature") ?? "", secret)).toBe(true);
      expect(response.headers.get("Content-Type")).toBe("application/json");
      expect(response.status).toBe(want.status);
      const error = { code: want.code, message: expect.stringMatching(/\w/) as string };
      expect(JSON.parse(text)).toEqual(want.code === undefined ? {} : { error });
    });

    for (const sender of samples) {
      it.skipIf(lackingFor(sender).length > 0)(
        titleOf(sender, `takes the request of start/${sender.id}.md`),
        async () => {
          const elsewhere = await saveSample(sender);
          await writeFile(join(elsewhere, "scanCode.json"), accents);
          const env = { MPLUS_SECRET: secret, PORT: `${port}` };
          const { code, stdout, stderr } = await runProgram(elsewhere, [...sender.sender, "scanCode"], env);
          await removeFolder(elsewhere);
          expect(stderr).toBe("");
          expect(stdout).toMatch(/\b200\b[^]*\{\}\n$/);
          expect(code).toBe(0);
        },
      );
    }
  });
}
