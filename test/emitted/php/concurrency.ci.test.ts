import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { eventOf, post, scan, type Post } from "../../conformance/requests.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { createWireClient } from "../../conformance/wire.js";
import { report, scaleAmount } from "../../workbench/amount.js";
import { fromSeed } from "../../workbench/draw.js";
import { makeRunFolder } from "../../workbench/folders.js";
import { runProgram, signalGroup, startProgram, withServer } from "../../workbench/run.js";
import { seed } from "../../workbench/seed.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { needs, withReason } from "../../workbench/tools.js";
import { program, writePhp } from "./pair.js";

const missing = needs("php");
let code: string;

beforeAll(async () => {
  if (missing === undefined) code = await writePhp({ range: "48.." });
});

const readLines = (path: string): readonly string[] =>
  existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];

/** Sends requests to a server with eight processes, all at once. */
async function sendAtOnce(rounds: readonly (readonly Post[])[]) {
  const folder = makeRunFolder();
  copyFileSync(program("index.php"), join(folder, "index.php"));
  const port = await findFreePort();
  const env = {
    PHP_CLI_SERVER_WORKERS: "8",
    MPLUS_CODE: code,
    MPLUS_FOLDER: folder,
    MPLUS_SECRET: secret,
  };
  const answers: { status: number; body: string; isSigned: boolean }[][] = [];
  await withServer(
    { cwd: folder, command: ["php", "-S", `localhost:${port}`, "index.php"], port, env },
    async () => {
      for (const round of rounds) {
        const client = createWireClient(port, 64, false);
        const all = await Promise.all(
          round.map((change) => client.send(post({ ...change, path: `/${change.event}` }))),
        );
        client.close();
        answers.push(
          all.map(({ status, headers, body }) => {
            return { status, body, isSigned: headers["x-mplus-signature"] === signatureOf(body) };
          }),
        );
      }
    },
  );
  return { answers, calls: readLines(join(folder, "calls")) };
}

describe.skipIf(missing)(withReason("eight processes of PHP with one locked file", missing), () => {
  it("handle an event once, however many repeats come at once, and give all the first answer", async () => {
    const repeat = (eventCounter: number): Post => ({ event: "scanCode", body: scan({}, { eventCounter }) });
    const { answers, calls } = await sendAtOnce(
      [1, 2].map((number) => Array(50).fill(repeat(number)) as Post[]),
    );
    expect(calls).toEqual(["scanCode 1", "scanCode 2"]);
    for (const round of answers) {
      expect(round).toHaveLength(50);
      expect(new Set(round.map((each) => JSON.stringify(each))).size).toBe(1);
      expect(round[0]).toMatchObject({ status: 200, isSigned: true });
    }
  });

  it("take a body that comes as two events at once as one of them", async () => {
    const rounds = Array.from({ length: 10 }, (_, eventCounter) => {
      const body = eventOf({ scanCode: { scannedCode: "x", codeType: "barcode" } }, { eventCounter });
      return ["scanCode", "startSession", "scanCode", "startSession"].map((event) => ({ event, body }));
    });
    const { answers, calls } = await sendAtOnce(rounds);
    expect(calls).toHaveLength(rounds.length);
    for (const round of answers) {
      const statuses = round.map(({ status }) => status);
      expect(statuses.toSorted()).toEqual([200, 200, 400, 400]);
      // Both of the same event.
      expect([statuses[0], statuses[1]]).toEqual([statuses[2], statuses[3]]);
    }
  });
});

/** In bytes. Small, so that a file is shortened every few dozen calls, and large enough for the last text of each key. */
const limit = 20_000;

/** Runs eight processes that claim the same keys. With `kills`, each is killed at some time and started again. */
async function claim(count: number, kills: number) {
  const folder = mkdtempSync(join(makeRunFolder(), "claims-"));
  const draw = fromSeed(seed);
  const run = async (number: number): Promise<void> => {
    for (let round = 0; round <= kills; round += 1) {
      const args = [
        program("claims.php"),
        code,
        folder,
        `${number * 1000 + round}`,
        `${count}`,
        `${limit}`,
      ] as const;
      const { child, ended } = startProgram(folder, ["php", "-d", "max_execution_time=60", ...args]);
      if (round < kills) {
        await wait(60 + draw.below(250));
        signalGroup(child, "SIGKILL");
      }
      const { stderr, code: status } = await ended;
      if (round === kills || status === 255) expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, number) => run(number + 1)));
  const files = readdirSync(folder).filter((name) => name.startsWith("memory"));
  const texts = files.map((name) => readFileSync(join(folder, name), "utf8"));
  return { lines: readLines(join(folder, "claims")), texts };
}

const winnersOf = (lines: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const winners = new Map<string, string[]>();
  for (const line of lines) {
    const [, key = "", winner = ""] = /^won (claim\d+-\d+) of (\d+-\d+)$/.exec(line) ?? [];
    if (key !== "") winners.set(key, [...(winners.get(key) ?? []), winner]);
  }
  return winners;
};

it.skipIf(missing)(
  withReason("a locked file with a line that is longer than its limit is shortened", missing),
  async () => {
    const folder = makeRunFolder();
    const script = `
    require $argv[1] . '/autoload.php';
    (new Mplus\\LockedFile('memory', 262144))->set('key', str_repeat('x', 50000), 600);
    $memory = new Mplus\\LockedFile('memory', 8192);
    $memory->set('key', 'new', 600);
    echo $memory->add('key', 'other', 600);`;
    // Without a time limit, a fault would go on for ever.
    const ran = await runProgram(folder, ["php", "-d", "max_execution_time=20", "-r", script, code]);
    expect(ran).toEqual({ code: 0, stdout: "new", stderr: "" });
  },
);

describe.skipIf(missing)(withReason("a locked file of eight processes, often shortened", missing), () => {
  it.each([
    ["that end by themselves", 0],
    ["of which many are killed", 6],
  ])("gives each key to one of those %s, and never another key's text", async (_name, kills) => {
    const count = scaleAmount({ suite: 2000, full: 20_000 });
    const { lines, texts } = await claim(count, kills);
    const winners = winnersOf(lines);
    report("claims", { processors: availableParallelism(), lines: lines.length, keys: winners.size });
    expect([...winners].filter(([, each]) => each.length > 1)).toEqual([]);
    expect(winners.size).toBeGreaterThan(150);
    for (const line of lines) expect(line).toMatch(/^(?:won|found) claim\d+-\d+ of \d+-\d+$/);
    const known = new Set([...winners].map(([key, [winner]]) => `${key} of ${winner}`));
    const found = lines.filter((line) => line.startsWith("found")).map((line) => line.slice("found ".length));
    // A process may be killed before it notes that it has won.
    if (kills === 0) expect(found.filter((text) => !known.has(text))).toEqual([]);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(limit);
  });
});
