import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signatureOf } from "../../conformance/signature.js";
import { hostileStrings } from "../../injection/hostile-strings.js";
import { createPingedSpec } from "../../targets/postman/pinged-spec.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { noExportTools, withReason } from "../../workbench/tools.js";
import { listFailed } from "./newman.js";
import { runAt, signed } from "./servers.js";
import { weakServers } from "./weak-servers.js";

const homes: string[] = [];
afterAll(() => homes.forEach(removeFolder));

/** Writes the collection with these samples, as a user might have edited it. */
async function write(samples: Readonly<Record<string, string>>, edit = (text: string) => text) {
  const home = makeProjectFolder();
  homes.push(home);
  const files = collectFiles(await emit(createPingedSpec(samples), "48..", { targets: ["postman"] }));
  for (const [path, text] of files) writeFiles(home, [[path, edit(text)]]);
  return home;
}

describe.skipIf(noExportTools !== undefined)(
  withReason("the collection run by newman", noExportTools),
  () => {
    let small: string;
    beforeAll(async () => {
      small = await write({ one: "a" });
    });

    it.each(["", '{"text":"Crème brûlée €"}'])(
      "takes an answer that is empty, or beyond ASCII: %s",
      async (answer) => {
        const { sent, printed } = await runAt(small, () => signed(answer), "Events");
        expect(sent[0]?.failed, printed).toEqual([]);
        expect(sent[0]?.passed).toHaveLength(3);
      },
    );

    it("sends each text of the spec as it is, with its signature, however hostile it is", async () => {
      const texts = [
        // A lone surrogate is invalid in UTF-8.
        ...hostileStrings.filter((text) => !/\p{Cs}/u.test(text)),
        "// none /* none */ 'a",
        "{{secret}} {{$guid}} {{?ask}} {{process.env.HOME}}",
      ];
      const named = Object.fromEntries(texts.map((text, index) => [`s${index + 100}`, text]));
      const { came, sent, printed } = await runAt(await write(named), () => signed("{}"), "Events");
      expect(listFailed(sent), printed).toEqual([]);
      expect(came.map(({ path, body }) => [path, JSON.parse(body.toString()) as unknown])).toEqual(
        texts.map((text) => ["/ping", { ping: { text } }]),
      );
      for (const { headers, body } of came)
        expect(headers).toMatchObject({
          "content-type": "application/json",
          accept: "application/json",
          "x-mplus-subscription-id": "shop-12",
          "x-mplus-signature": signatureOf(body.toString()),
        });
    });

    it.each(weakServers)(
      "finds a server that $name",
      async ({ reply, fails = [true, true, true, true], says = /^/ }) => {
        const { code, sent } = await runAt(small, reply);
        expect(code).toBe(1);
        expect(sent.map(({ failed }) => failed.length > 0)).toEqual(fails);
        expect(sent[0]?.failed.join()).toMatch(says);
        for (const { status, failed } of sent.slice(1))
          if (status === 200) expect(failed.join()).toMatch(/status 200.*: expected 200 to be one of/);
      },
    );

    it.each([302, 307])(
      "follows no redirect: the signed request goes to no other address: %i",
      async (status) => {
        const { came, sent } = await runAt(small, ({ path }) =>
          path === "/gone" ? signed("{}") : { status, headers: { Location: "/gone" }, body: "" },
        );
        expect(sent.map((each) => each.status)).toEqual([status, status, status, status]);
        expect(sent.filter(({ failed }) => failed.length === 0)).toEqual([]);
        expect(came.map(({ path }) => path)).toEqual(["/ping", "/ping", "/ping", "/ping"]);
      },
    );

    it("shows what an answer says so that no terminal takes it for orders", async () => {
      const text = "\u001b[2J\u009b2J\u202e";
      const error = { code: text, message: text, [text]: text };
      for (const status of [200, 400])
        for (const body of [JSON.stringify({ error }), JSON.stringify([text]), text]) {
          const { printed } = await runAt(small, () => ({ ...signed(body), status }));
          expect(printed).toContain(`status ${status}`);
          expect(printed).not.toMatch(/\u001b\[2J|[\u0080-\u009f\u202e]/);
        }
    });

    it("fills in the variables that a user puts into a body, before it signs", async () => {
      const own = await write({ one: "mine" }, (text) => text.replace("mine", "{{subscriptionId}}"));
      const { came } = await runAt(own, () => signed("{}"), "Events");
      const body = came[0]?.body.toString() ?? "";
      expect(JSON.parse(body)).toEqual({ ping: { text: "shop-12" } });
      expect(came[0]?.headers["x-mplus-signature"]).toBe(signatureOf(body));
    });
  },
);
