import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSpec } from "../../generator/package/load-spec.js";
import { ownSpec } from "../../generator/package/package-files.js";
import { secret, signatureOf } from "../conformance/signature.js";
import { collectFiles, emit, type Range } from "../workbench/emit.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../workbench/folders.js";
import { alternativeBodies, isKnown, spoiltBodies, wholeBody } from "./alternative-bodies.js";

interface Line {
  readonly path?: string;
  readonly paths?: readonly string[];
  readonly code?: string;
}

interface Given {
  readonly request?: unknown;
  readonly error?: unknown;
  readonly original?: unknown;
}

type Listener = RequestListener & { close(): Promise<void> };

interface Node {
  readonly createMplusListener: (options: object) => Listener;
}

const outcome = loadSpec(ownSpec);
const spec = outcome.ok ? outcome.value : undefined;
const ranges: readonly Range[] = ["..43.1.1", "48..", "59.5.2..59.5.2"];
const folder = makeRunFolder();
afterAll(() => removeFolder(folder));

/** The bodies again, as a till would send them: to a receiver that listens. */
describe.each(ranges)("a receiver for the shops of %s", (range) => {
  const seen: Given[] = [];
  const lines: Line[] = [];
  let server: Server;
  let listener: Listener;
  let known: typeof alternativeBodies = [];

  beforeAll(async () => {
    if (!spec) throw new Error("the spec does not lint");
    const generation = await emit(spec, range, { targets: ["node"] });
    known = alternativeBodies.filter((given) => isKnown(given, generation.view));
    const output = join(folder, range.replaceAll(".", "_"));
    writeFiles(output, transpile(collectFiles(generation)));
    const { createMplusListener } = await importFrom<Node>(output, "node/index.js");
    const note = (given: Given): void => void seen.push(given);
    const write = (fields: Line): void => void lines.push(fields);
    listener = createMplusListener({
      basePath: "/mplus",
      subscriptions: { "shop-12": { secret } },
      handlers: Object.fromEntries(generation.view.events.map(({ name }) => [name, note])),
      onError: note,
      log: { debug: write, info: write, warn: write, error: write },
    });
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    await listener.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Each request has a number of its own, so that none is a repeat of another. */
  async function post(event: string, body: object): Promise<Response> {
    const text = JSON.stringify(body);
    const { port } = server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}/mplus/${event === "errorRequest" ? "startSession" : event}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-Mplus-Subscription-Id": "shop-12",
        "X-Mplus-Signature": signatureOf(text),
      },
      body: text,
    });
  }

  it("hands every alternative shape on as the canonical one, and logs what it leaves out", async () => {
    for (const [index, given] of known.entries()) {
      const numbered = (body: object): object => ({ ...body, number: index });
      seen.length = lines.length = 0;
      const response = await post(given.event, numbered(wholeBody(given, given.body)));
      const about = `${given.statement}, ${given.event}: ${given.name}`;
      expect(response.status, about).toBe(200);
      const want = numbered(wholeBody(given, given.read ?? given.body));
      const [got] = seen;
      if (given.event === "errorRequest") expect(want, about).toMatchObject(pickReport(got));
      else expect(got?.request, about).toEqual(want);
      const told = lines.flatMap(({ path, paths = [path], code }) =>
        paths.map((each) => ({ path: each, code })),
      );
      expect(told, about).toHaveLength(given.leftOut?.length ?? 0);
      expect(told, about).toEqual(expect.arrayContaining([...(given.leftOut ?? [])]));
    }
  });

  it("refuses each once a documented part is spoilt", async () => {
    for (const [index, given] of known.entries()) {
      for (const { at, body } of spoiltBodies(given)) {
        seen.length = 0;
        const response = await post(given.event, { ...body, number: -index });
        const about = `${given.statement}, ${given.event}: ${JSON.stringify(body)}`;
        expect(response.status, about).toBe(400);
        const { error } = (await response.json()) as { error: { message: string } };
        expect(error.message, about).toContain(at);
        expect(seen, about).toEqual([]);
      }
    }
  });
});

const pickReport = (given: Given = {}): object => ({ error: given.error, original: given.original });
