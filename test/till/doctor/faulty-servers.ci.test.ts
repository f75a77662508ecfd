import { expect, it } from "vitest";
import { withServer } from "../../cli/send/recorder.js";
import { faultyServers } from "./servers/faulty-servers.js";
import { secret } from "./servers/receiver.js";
import type { Start } from "./servers/serve.js";
import { secondKey, shopServer } from "./servers/shop-server.js";

interface Finding {
  readonly id: string;
  readonly state: string;
  readonly question: string;
  readonly saw: string | null;
  readonly change: string | null;
}

/** How the doctor is told of the server's second shop. */
const secondShop = ["--other-subscription", "shop-13", "--other-secret-env", "SECOND_SECRET"] as const;

/** The complaints of the doctor, without those about the speed of this machine. */
async function complain(start: Start, deadline = 60): Promise<readonly string[]> {
  const { stdout } = await withServer(
    start,
    ({ call }, url) => call("doctor", "--url", url, ...secondShop, "--json", "--deadline", `${deadline}`),
    { MPLUS_SECRET: secret, SECOND_SECRET: secondKey.toString("base64") },
  );
  expect(stdout).not.toContain(secret);
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly Finding[] };
  return findings
    .filter(({ id, state }) => id !== "pace" && (state === "wrong" || state === "advice"))
    .map(({ question, saw, change }) => `${question} ${saw ?? ""} ${change ?? ""}`);
}

it("the doctor has no complaint about a right server", async () => {
  expect(await complain(shopServer())).toEqual([]);
});

it.each(Object.entries(faultyServers))(
  "the doctor tells what is wrong with a server that %s",
  async (_, { start, tells, deadline }) => {
    expect(await complain(start, deadline)).toContainEqual(expect.stringMatching(tells));
  },
);
