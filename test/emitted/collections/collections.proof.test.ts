import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { otherSecret, signatureOf } from "../../conformance/signature.js";
import { hostileStrings } from "../../injection/hostile-strings.js";
import { createPingedSpec } from "../../targets/postman/pinged-spec.js";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { noExportTools, withReason } from "../../workbench/tools.js";
import { countSamples, listFailed, runNewman as run } from "./newman.js";
import { weakServers } from "./weak-servers.js";
import { signed, withReadmeServer, withReplies } from "./servers.js";

const homes: string[] = [];
afterAll(() => homes.forEach(removeFolder));

async function write(spec: CheckedSpec): Promise<{ home: string; files: ReadonlyMap<string, string> }> {
  const home = mkdtempSync(join(tmpdir(), "mplus-collections-"));
  homes.push(home);
  const files = collectFiles(await emit(spec, "48..", { targets: ["postman"] }));
  writeFiles(home, files);
  return { home, files };
}

describe.skipIf(noExportTools !== undefined)(
  withReason("the collection run by newman", noExportTools),
  () => {
    let home: string;
    let count: number;
    let small: string;

    beforeAll(async () => {
      const real = await write(realSpec());
      home = real.home;
      count = countSamples(real.files);
      small = (await write(createPingedSpec({ one: "a" }))).home;
    });

    it.each(["", '{"text":"Crème brûlée €"}'])(
      "take an answer that is empty, or beyond ASCII: %s",
      (answer) =>
        withReplies(
          () => signed(answer),
          async (baseUrl) => {
            const { sent, printed } = await run({ home: small, folder: "events", values: { baseUrl } });
            expect(sent[0]?.failed, printed).toEqual([]);
            expect(sent[0]?.passed).toHaveLength(3);
          },
        ),
    );

    it("send each text of the spec as it is, with its signature, however hostile it is", async () => {
      const texts = [
        // A lone surrogate is invalid in UTF-8.
        ...hostileStrings.filter((text) => !/\p{Cs}/u.test(text)),
        "// none /* none */ 'a",
        "{{secret}} {{$guid}} {{?ask}} {{process.env.HOME}}",
      ];
      const named = Object.fromEntries(texts.map((text, index) => [`s${index + 100}`, text]));
      const hostile = (await write(createPingedSpec(named))).home;
      await withReplies(
        () => signed("{}"),
        async (baseUrl, came) => {
          const { sent, printed } = await run({ home: hostile, folder: "events", values: { baseUrl } });
          expect(listFailed(sent), printed).toEqual([]);
          expect(came.map(({ path }) => path)).toEqual(texts.map(() => "/ping"));
          expect(came.map(({ body }) => JSON.parse(body) as unknown)).toEqual(
            texts.map((text) => ({ ping: { text } })),
          );
          for (const { headers, body } of came)
            expect(headers).toMatchObject({
              "content-type": "application/json",
              accept: "application/json",
              "x-mplus-subscription-id": "shop-12",
              "x-mplus-signature": signatureOf(body),
            });
        },
      );
    });

    it.each(weakServers)("find a server that $name", ({ reply, amiss, says = /^/ }) =>
      withReplies(reply, async (baseUrl) => {
        const { code, sent } = await run({ home: small, values: { baseUrl } });
        expect(code).toBe(1);
        expect(sent.map(({ failed }) => failed.length > 0)).toEqual(amiss);
        expect(sent[0]?.failed.join()).toMatch(says);
        for (const { status, failed } of sent.slice(1))
          if (status === 200) expect(failed.join()).toMatch(/status 200.*: expected 200 to be one of/);
      }),
    );

    it.each([302, 307])("follow no redirect: the signed request goes to no other address: %i", (status) =>
      withReplies(
        ({ path }) =>
          path === "/gone" ? signed("{}") : { status, headers: { Location: "/gone" }, body: "" },
        async (baseUrl, came) => {
          const { sent } = await run({ home: small, values: { baseUrl } });
          expect(sent.map((each) => each.status)).toEqual([status, status, status, status]);
          expect(sent.filter(({ failed }) => failed.length === 0)).toEqual([]);
          expect(came.map(({ path }) => path)).toEqual(["/ping", "/ping", "/ping", "/ping"]);
        },
      ),
    );

    it("show what an answer says so that no terminal takes it for orders", async () => {
      const text = "\u001b[2J\u009b2J\u202e";
      const error = { code: text, message: text, [text]: text };
      for (const status of [200, 400])
        for (const body of [JSON.stringify({ error }), JSON.stringify([text]), text])
          await withReplies(
            () => ({ ...signed(body), status }),
            async (baseUrl) => {
              const { printed } = await run({ home: small, values: { baseUrl } });
              expect(printed).toContain(`status ${status}`);
              expect(printed).not.toMatch(/\u001b\[2J|[\u0080-\u009f\u202e]/);
            },
          );
    });

    it("fail in every test if the secret is another, and say why", async () => {
      await withReadmeServer(async (baseUrl) => {
        const { code, sent } = await run({
          home,
          folder: "events",
          values: { baseUrl, secret: otherSecret },
        });
        expect(code).toBe(1);
        expect(sent).toHaveLength(count);
        expect(sent.flatMap(({ passed }) => passed)).toEqual([]);
        expect(sent[0]?.failed).toHaveLength(3);
        expect(sent[0]?.failed[0]).toContain('status 400, "INVALID_SIGNATURE", ');
      });
    });

    it("fill in the variables that a user puts into a body, before they sign", async () => {
      const { home: own, files } = await write(createPingedSpec({ one: "mine" }));
      // Settings that a user would change in the app.
      for (const [path, text] of files)
        if (path.startsWith("postman")) writeFiles(own, [[path, text.replace("mine", "{{subscriptionId}}")]]);
      await withReplies(
        () => signed("{}"),
        async (baseUrl, came) => {
          await run({ home: own, folder: "events", values: { baseUrl } });
          expect(JSON.parse(came[0]?.body ?? "")).toEqual({ ping: { text: "shop-12" } });
          expect(came[0]?.headers["x-mplus-signature"]).toBe(signatureOf(came[0]?.body ?? ""));
        },
      );
    });
  },
);
