import { once } from "node:events";
import { createServer, request as sendOn, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync, statSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { join } from "node:path";
import { expect, it } from "vitest";
import { secret } from "../../conformance/signature.js";
import { inProject } from "../project.js";
import { runProgram, shellEnvironment, withServer } from "../running.js";
import { shops } from "./morning/shops.js";

const root = join(import.meta.dirname, "../../..");
const tsx = join(root, "node_modules/.bin/tsx");
const main = join(root, "dist/main.js");
const env = { ...shellEnvironment(), MPLUS_SECRET: secret };

interface Told {
  readonly subscription: keyof typeof shops;
  readonly event: string;
  readonly body: string;
  readonly kind: string;
  readonly answer?: string;
  readonly isReported: boolean;
}

const parseLines = <T>(text: string): T[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

/** Simulates a tunnel, which adds headers and forwards everything else. */
async function openTunnel(port: number) {
  const server = createServer((request, response) => {
    void (async () => {
      const headers = { ...request.headers, "x-forwarded-for": "203.0.113.7", "cf-ray": "1" };
      const outgoing = sendOn({
        host: "127.0.0.1",
        port,
        path: request.url,
        method: request.method,
        headers,
      });
      outgoing.end(await buffer(request));
      const [reply] = (await once(outgoing, "response")) as [IncomingMessage];
      response.writeHead(reply.statusCode ?? 0, reply.rawHeaders).end(await buffer(reply));
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mplus`,
    close: () => server.close(),
  };
}

const withPartner = (use: () => Promise<void>, more: NodeJS.ProcessEnv = {}): Promise<void> =>
  withServer(
    {
      cwd: root,
      command: [tsx, "test/cli/traffic/morning/server.ts"],
      port: serverPort,
      env: { ...env, ...more },
    },
    use,
  );

const [serverPort, port] = [48_610, 48_612];
const url = `http://127.0.0.1:${serverPort}/mplus`;
const releases = Object.entries(shops).flatMap(([id, release]) => ["--release", `${id}=${release}`]);

const readPrinted = (text: string) =>
  [
    ...text.matchAll(
      /^[\d:]{8} (\w+) (\D+): (\S+), (v[\d.]+), both signatures valid, status .*$((?:\n  .*)*)/gm,
    ),
  ].map(([, event, said = "", subscription, release, remarks = ""]) => ({
    ...{ event, subscription, release, kind: verdicts[said], remarks },
  }));

const verdicts: Readonly<Record<string, string>> = {
  accepted: "taken",
  "rejected by the till": "refused",
  "answered with an error": "failed",
};

it("a morning of three shops is forwarded, judged and recorded, and finds a bug of the next day", async () => {
  await inProject(async ({ folder }) => {
    let [told, printed]: [Told[], string] = [[], ""];
    await withPartner(async () => {
      const call = [
        main,
        "listen",
        "--forward",
        url,
        "--port",
        `${port}`,
        "--record",
        "morning.ndjson",
        ...releases,
      ];
      const command = [process.execPath, ...call] as const;
      await withServer({ cwd: folder, command, port, env }, async (listening) => {
        const tunnel = await openTunnel(port);
        const till = [tsx, "test/cli/traffic/morning/till.ts"] as const;
        const tills = await runProgram(root, till, { ...env, ENDPOINT: tunnel.url });
        expect(tills.stderr).toBe("");
        told = parseLines<Told>(tills.stdout);
        tunnel.close();
        printed = listening.printed().stdout;
      });
    });
    expect(told.length).toBeGreaterThan(200);
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(["taken", "refused", "failed"]));

    const seen = readPrinted(printed);
    const events = seen.filter(({ remarks }) => !remarks.includes("The POS could not use an answer"));
    expect(
      events.map(({ event, subscription, release, kind }) => ({ event, subscription, release, kind })),
    ).toEqual(
      told.map(({ event, subscription, kind }) => ({
        event,
        subscription,
        release: `v${shops[subscription]}`,
        kind,
      })),
    );
    expect(seen.length - events.length).toBe(told.filter(({ isReported }) => isReported).length);

    const recording = readFileSync(join(folder, "morning.ndjson"), "utf8");
    expect(statSync(join(folder, "morning.ndjson")).mode & 0o777).toBe(0o600);
    const lines = recording.trim().split("\n");
    expect(lines).toHaveLength(seen.length);
    for (const { body, answer } of told) {
      const line = lines.find((each) => each.includes(`"request":${body},`));
      expect(line).toContain(`"answer":${answer}}`);
    }

    const replay = [
      process.execPath,
      main,
      "replay",
      "morning.ndjson",
      "--url",
      url,
      "--compare",
      ...releases,
    ] as const;
    await withPartner(async () => {
      const { code, stdout } = await runProgram(folder, replay, env);
      expect([code, stdout]).toEqual([0, expect.stringContaining(`Answered as recorded: ${lines.length}.`)]);
    });
    await withPartner(
      async () => {
        const { code, stdout } = await runProgram(folder, [...replay, "--renew"], env);
        const found = readPrinted(stdout);
        expect([code, new Set(found.map(({ event }) => event))]).toEqual([1, new Set(["completeSession"])]);
        expect(found).toHaveLength(told.filter(({ event }) => event === "completeSession").length);
        expect(found[0]?.remarks).toMatch(
          /^\n  answer\.receiptFooter\.textBefore: recorded ".*", now "Thnak you"$/,
        );
      },
      { BUG: "1" },
    );
  });
});
