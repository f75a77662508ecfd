import { Socket } from "node:net";

/**
 * Set up before the tests that say something of a change: none of them depends on another machine. A connection beyond
 * this one fails as a name does that nobody has, with a sentence that says which.
 */
const connect = Reflect.get(Socket.prototype, "connect") as (this: Socket, ...args: unknown[]) => Socket;

/** Marks the guard, since files that share their process set it up more than once. */
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

/** Whom `connect(options)`, `connect(port, host)` or `connect(path)` names; node's own calls hand all of it over as a list. */
function findHost(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first !== "object" || first === null) return typeof second === "string" ? second : undefined;
  const { host, lookup } = first as { host?: string; lookup?: unknown };
  // A test that hands in a lookup says itself where a name leads.
  return typeof lookup === "function" ? undefined : host;
}

function isThisMachine(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|(::ffff:)?127\.0\.0\.1|::1?|\[::1?\])$/.test(host);
}
