// Servers in processes of their own, and what is sent to them.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { deliveries, subscriptionId } from "./deliveries.mjs";
import { emit, makeHome } from "./emitted.mjs";

const script = fileURLToPath(new URL("servers.mjs", import.meta.url));

/** A body of about 5 kB. */
const { body, signature, answer } = deliveries[1];

/** A signed request as it goes over the wire, and the body of the answer to it. */
export const exchanged = {
  request: Buffer.concat([
    Buffer.from(
      [
        "POST /mplus/scanCode HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/json",
        `Content-Length: ${body.length}`,
        `X-Mplus-Subscription-Id: ${subscriptionId}`,
        `X-Mplus-Signature: ${signature}`,
        "\r\n",
      ].join("\r\n"),
    ),
    body,
  ]),
  expected: Buffer.from(JSON.stringify(answer)),
};

/**
 * Starts servers of these names, see `servers.mjs`; {@link ask} and {@link stop} are for what it returns.
 * @param flags What else node is told.
 */
export async function startServers(names, flags = []) {
  const home = makeHome();
  const targets = ["express", "fastify", "hono", "koa", "nest", "node"];
  await emit(home, { targets, minVersion: "48" });
  const servers = names.map(async (name) => {
    const child = fork(script, [name, home], { execArgv: ["--expose-gc", ...flags] });
    const [port] = await Promise.race([once(child, "message"), failure(child, name)]);
    return [name, { child, port }];
  });
  return new Map(await Promise.all(servers));
}

async function failure(child, name) {
  const [code] = await once(child, "exit");
  throw new Error(`${name} ended with ${code}`);
}

/** Asks a server for its `cpu` or `memory`. */
export async function ask({ child }, what) {
  child.send(what);
  const [reply] = await once(child, "message");
  return reply;
}

export function stop(servers) {
  for (const { child } of servers.values()) child.kill();
}
