import { Socket } from "node:net";

/**
 * Setup for tests that may not depend on other machines. A connection to another machine fails like an unknown
 * host, with a message that names it.
 */
const connect = Reflect.get(Socket.prototype, "connect") as (this: Socket, ...args: unknown[]) => Socket;

/** Files in one process set up the guard several times. */
const guarded = Symbol.for("mplus-codegen.loopback-only");

if (!(guarded in connect))
  Socket.prototype.connect = Object.assign(connectToThisMachine, { [guarded]: true });

function connectToThisMachine(this: Socket, ...args: unknown[]): Socket {
  const host = findHost(args);
  if (host === undefined || isThisMachine(host)) return connect.apply(this, args);
  const message = `This test connects to ${host}: tests of a change connect to this machine only.`;
  process.nextTick(() =>
    this.destroy(Object.assign(new Error(message), { code: "ENOTFOUND", hostname: host })),
  );
  return this;
}

/**
 * The host of `connect(options)`, `connect(port, host)` or `connect(path)`. Node's internal calls pass these
 * arguments as a list.
 */
function findHost(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first !== "object" || first === null) return typeof second === "string" ? second : undefined;
  const { host, lookup } = first as { host?: string; lookup?: unknown };
  // A test with its own `lookup` resolves names itself.
  return typeof lookup === "function" ? undefined : host;
}

function isThisMachine(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|(::ffff:)?127\.0\.0\.1|::1?|\[::1?\])$/.test(host);
}
