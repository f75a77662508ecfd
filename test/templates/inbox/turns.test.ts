import { expect, it } from "vitest";
import { createTurns } from "../../../templates/copied/inbox/turns.js";

const forever = () => new AbortController().signal;

/** A server that grants so many connections. */
function createServer(limit: number) {
  let open = 0;
  return {
    connect(): Promise<string> {
      if (open >= limit) return Promise.reject(Object.assign(new Error("too many"), { code: "53300" }));
      open += 1;
      return Promise.resolve("connected");
    },
    disconnect: () => void (open -= 1),
  };
}

it("runs at most as many tasks at once as the pool has connections, in the order of their calls", async () => {
  const turns = createTurns(2);
  const log: string[] = [];
  const begin = async (name: string) => {
    const turn = await turns.begin(() => Promise.resolve(log.push(name)), forever);
    return turn.end;
  };
  const ends = [begin("a"), begin("b")];
  const others = [begin("c"), begin("d")];
  const [endA] = await Promise.all(ends);
  expect(log).toEqual(["a", "b"]);
  // A second call has no effect.
  endA?.();
  endA?.();
  await others[0];
  expect(log).toEqual(["a", "b", "c"]);
});

it("waits for a connection that the pool has if the server refuses another one", async () => {
  const server = createServer(1);
  const refusals: number[] = [];
  const turns = createTurns(3, (connections) => refusals.push(connections));
  const first = await turns.begin(() => server.connect(), forever);
  const second = turns.run(() => server.connect(), forever);
  await expect.poll(() => refusals).toEqual([1]);
  server.disconnect();
  first.end();
  expect(await second).toBe("connected");
});

it("rejects a task at once if the server refuses it while the pool has no connection", async () => {
  const server = createServer(0);
  const turns = createTurns(3);
  const results = await Promise.allSettled(
    [1, 2, 3, 4].map(() => turns.run(() => server.connect(), forever)),
  );
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
});

it("rejects a waiting task when its patience ends, and serves the next", async () => {
  const turns = createTurns(1);
  const first = await turns.begin(() => Promise.resolve(), forever);
  const patience = new AbortController();
  const impatient = turns.run(
    () => Promise.resolve("served"),
    () => patience.signal,
  );
  const next = turns.run(() => Promise.resolve("served"), forever);
  patience.abort();
  await expect(impatient).rejects.toThrow("No database connection was free in time.");
  first.end();
  expect(await next).toBe("served");
});

it("passes on any other error, and frees its turn", async () => {
  const turns = createTurns(1);
  await expect(turns.run(() => Promise.reject(new Error("no")), forever)).rejects.toThrow("no");
  expect(await turns.run(() => Promise.resolve("served"), forever)).toBe("served");
});
