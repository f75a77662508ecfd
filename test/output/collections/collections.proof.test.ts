import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckedSpec } from "../../../generator/spec/checked-spec.js";
import { otherSecret, signatureOf } from "../../conformance/signature.js";
import { hostileStrings } from "../../injection/hostile-strings.js";
import { createPingedSpec } from "../../collection/pinged-spec.js";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { noTools } from "../../workbench/tools.js";
import { clients } from "./clients.js";
import { weakServers, wronglySigned } from "./weak-servers.js";
import { signed, withOpenServer, withReadmeServer, withReplies } from "./servers.js";

const homes: string[] = [];
afterAll(() => homes.forEach(removeFolder));

/** Both collections of a spec, in a folder. */
async function write(spec: CheckedSpec): Promise<{ home: string; files: ReadonlyMap<string, string> }> {
  const home = mkdtempSync(join(tmpdir(), "mplus-collections-"));
  homes.push(home);
  const files = collectFiles(await emit(spec, "48..", { targets: ["postman", "bruno"] }));
  writeFiles(home, files);
  return { home, files };
}

const skipped = noTools === undefined ? "" : ` (${noTools})`;

describe.skipIf(noTools !== undefined)(`the collections${skipped}`, () => {
  let home: string;
  let files: ReadonlyMap<string, string>;
  /** How many samples there are. */
  let count: number;

  beforeAll(async () => {
    ({ home, files } = await write(realSpec()));
    count = [...files.keys()].filter((path) => /^bruno\/events\/\w+\/(?!folder\.bru$)/.test(path)).length;
  });

  describe.each(clients)("run by $name", ({ run, target, isSlow }) => {
    it("find nothing amiss at the README's server, which takes each event and refuses the rest", async () => {
      await withReadmeServer(async (baseUrl) => {
        const { code, sent, printed } = await run({ home, values: { baseUrl } });
        expect(
          sent.flatMap(({ failed }) => failed),
          printed,
        ).toEqual([]);
        expect(code, printed).toBe(0);
        const statuses = (status: number) => sent.filter((each) => each.status === status).length;
        expect([statuses(200), statuses(400)]).toEqual([count, 3]);
        expect(sent.flatMap(({ passed }) => passed)).toHaveLength(count * 3 + 3 * 2);
      });
    });

    it("take an empty answer, and one with letters beyond ASCII", async () => {
      for (const answer of ["", '{"text":"Crème brûlée €"}'])
        await withOpenServer({ answer, isSigned: true }, async (baseUrl) => {
          const small = await write(createPingedSpec({ one: "a" }));
          const { sent, printed } = await run({ home: small.home, folder: "events", values: { baseUrl } });
          expect(sent[0]?.failed, printed).toEqual([]);
          expect(sent[0]?.passed).toHaveLength(3);
        });
    });

    it("send each text of the spec as it is, with its signature, however hostile it is", async () => {
      const texts = [
        // Half a character is none in UTF-8.
        ...hostileStrings.filter((text) => !/\p{Cs}/u.test(text)),
        "// none /* none */ 'a",
        "{{secret}} {{$guid}} {{?ask}} {{process.env.HOME}}",
      ];
      await withOpenServer({ answer: "{}", isSigned: true }, async (baseUrl, came) => {
        const hostile = await write(
          createPingedSpec(Object.fromEntries(texts.map((text, index) => [`s${index + 100}`, text]))),
        );
        const { sent, printed } = await run({ home: hostile.home, folder: "events", values: { baseUrl } });
        expect(
          sent.flatMap(({ failed }) => failed),
          printed,
        ).toEqual([]);
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
      });
    });

    it.each(wronglySigned)("find a signature over a text that was not sent: $name", async ({ reply }) => {
      await withReplies(
        () => reply,
        async (baseUrl) => {
          const small = await write(createPingedSpec({ one: "a" }));
          const { code, sent } = await run({ home: small.home, folder: "events", values: { baseUrl } });
          expect(code).toBe(1);
          expect(sent[0]?.failed.join()).toContain("the answer is signed: ");
        },
      );
    });

    if (isSlow) return;

    it.each(weakServers)("find a server that $name", async ({ reply, amiss }) => {
      await withReplies(reply, async (baseUrl) => {
        const small = await write(createPingedSpec({ one: "a" }));
        const { code, sent } = await run({ home: small.home, values: { baseUrl } });
        expect(code).toBe(1);
        expect(sent.map(({ failed }) => failed.length > 0)).toEqual(amiss);
      });
    });

    it("follow no redirect: the signed request goes to no other address", async () => {
      const elsewhere = (path: string | undefined) => (path === "/gone" ? signed("{}") : undefined);
      for (const status of [302, 307])
        await withReplies(
          ({ path }) => elsewhere(path) ?? { status, headers: { Location: "/gone" }, body: "" },
          async (baseUrl, came) => {
            const small = await write(createPingedSpec({ one: "a" }));
            const { sent } = await run({ home: small.home, values: { baseUrl } });
            expect(sent.map((each) => each.status)).toEqual([status, status, status, status]);
            expect(sent.filter(({ failed }) => failed.length === 0)).toEqual([]);
            expect(came.map(({ path }) => path)).toEqual(["/ping", "/ping", "/ping", "/ping"]);
          },
        );
    });

    it("show what an answer says so that no terminal takes it for orders", async () => {
      const text = "\u001b[2J\u009b2J\u202e";
      const error = { code: text, message: text, [text]: text };
      const answers = [JSON.stringify({ error }), JSON.stringify([text]), text];
      for (const status of [200, 400])
        for (const body of answers)
          await withReplies(
            () => ({ ...signed(body), status }),
            async (baseUrl) => {
              const small = await write(createPingedSpec({ one: "a" }));
              const { printed } = await run({ home: small.home, values: { baseUrl } });
              expect(printed).toContain(`status ${status}`);
              expect(printed).not.toMatch(/\u001b\[2J|[\u0080-\u009f\u202e]/);
            },
          );
    });

    it("fail in every test if the secret is another, and say why", async () => {
      await withReadmeServer(async (baseUrl) => {
        const asked = { home, folder: "events", values: { baseUrl, secret: otherSecret } } as const;
        const { code, sent } = await run(asked);
        expect(code).toBe(1);
        expect(sent).toHaveLength(count);
        expect(sent.flatMap(({ passed }) => passed)).toEqual([]);
        expect(sent[0]?.failed).toHaveLength(3);
        expect(sent[0]?.failed[0]).toContain('status 400, "INVALID_SIGNATURE", ');
      });
    });

    const open = [
      {
        name: "an unsigned answer",
        answer: "{}",
        isSigned: false,
        fails: /the answer is signed: the header/,
      },
      {
        name: "what is not JSON",
        answer: "ok",
        isSigned: true,
        fails: /the answer is JSON[^:]*: JSON, an object: expected/,
      },
      {
        name: "an error in words",
        answer: '{"error":{"code":"OOPS","message":"No stock."}}',
        isSigned: true,
        fails: /the answer is JSON[^:]*: status 200, "OOPS", "No stock\."/,
      },
    ];
    it.each(open)("find a server that takes everything, and gives $name", async ({ fails, ...given }) => {
      await withOpenServer(given, async (baseUrl) => {
        const small = await write(createPingedSpec({ one: "a" }));
        const { code, sent } = await run({ home: small.home, values: { baseUrl } });
        expect(code).toBe(1);
        const [taken, ...refused] = sent;
        expect(taken?.failed).toHaveLength(1);
        expect(taken?.failed[0]).toMatch(fails);
        expect(refused).toHaveLength(3);
        for (const { failed } of refused)
          expect(failed.join()).toMatch(/status 200.*: expected 200 to be one of/);
      });
    });

    it("fill in the variables that a user puts into a body, before they sign", async () => {
      const { home: own, files: written } = await write(createPingedSpec({ one: "mine" }));
      // What a user would change in the app.
      const edited = [...written].map(
        ([path, text]) => [path, text.replace("mine", "{{subscriptionId}}")] as const,
      );
      writeFiles(
        own,
        edited.filter(([path]) => path.startsWith(target)),
      );
      await withOpenServer({ answer: "{}", isSigned: true }, async (baseUrl, came) => {
        await run({ home: own, folder: "events", values: { baseUrl } });
        expect(JSON.parse(came[0]?.body ?? "")).toEqual({ ping: { text: "shop-12" } });
        expect(came[0]?.headers["x-mplus-signature"]).toBe(signatureOf(came[0]?.body ?? ""));
      });
    });
  });
});
