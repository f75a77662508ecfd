import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { formatRelease } from "../../generator/time/release.js";
import { sign, verify } from "../../templates/receiver/auth/signature.js";
import { signalGroup, startProgram, waitUntilListening, type StartedProgram } from "../cli/running.js";
import { findFreePort } from "../workbench/servers/free-port.js";
import { compile, strict } from "../workbench/compile.js";
import { collectFiles, emit, type Range } from "../workbench/emit.js";
import { makeProjectFolder, removeFolder, transpile, writeFiles } from "../workbench/folders.js";
import { loadOwnModel, loadOwnSpec } from "./own-spec.js";
import { elsewhere, walks, type Request } from "./task-walks.js";

const spec = loadOwnSpec();
const model = loadOwnModel();
const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

/** The handlers of all tasks, beside the receiver that they import. */
async function makeFiles(range: Range): Promise<ReadonlyMap<string, string>> {
  const output = collectFiles(await emit(spec, range, { targets: ["express"] }));
  return new Map([
    ...[...output].map(([path, text]) => [`mplus/${path}`, text] as const),
    ...model.tasks.map(({ name, handler }) => [`${name}.ts`, handler] as const),
  ]);
}

const newest = model.releases.at(-1);
const ranges: readonly Range[] = ["48..", "43.1.1..", `${newest ? formatRelease(newest.release) : ""}..`];

it("the handlers of the tasks compile as they stand, under the strictest settings, for some ranges", async () => {
  const all = await Promise.all(
    ranges.map(async (range, index) =>
      [...(await makeFiles(range))].map(([path, text]) => [`${index}/${path}`, text] as const),
    ),
  );
  const options = { ...strict, verbatimModuleSyntax: true, module: "NodeNext", noEmit: true };
  const roots = ranges.flatMap((_, index) => model.tasks.map(({ name }) => `${index}/${name}.ts`));
  expect(await compile(all.flat(), { options, roots })).toEqual(new Map());
});

it("every task has a walk", () => {
  expect(Object.keys(walks).sort()).toEqual(model.tasks.map(({ name }) => name).sort());
});

const folder = makeProjectFolder();

beforeAll(async () => {
  writeFiles(folder, [["package.json", '{"type":"module"}'], ...transpile(await makeFiles("48.."))]);
});
afterAll(() => removeFolder(folder));

describe.each(model.tasks)("the handler of $name", ({ name, flow, handler }) => {
  let port: number;
  let program: StartedProgram;
  /** The calls of `callbackUrl`. */
  const calls: string[] = [];
  let till: Server;
  let counter = 0;

  beforeAll(async () => {
    till = createServer((request, response) => {
      calls.push(`${request.method ?? ""} ${request.url ?? ""}`);
      response.end();
    }).listen(0, "localhost");
    await once(till, "listening");
    port = await findFreePort();
    program = startProgram(folder, ["node", `${name}.js`], {
      MPLUS_SECRET: secret,
      MPLUS_CALLBACK_ORIGINS: tillOrigin(),
      PORT: `${port}`,
    });
    await waitUntilListening(program, port);
  });

  afterAll(async () => {
    signalGroup(program.child, "SIGKILL");
    await program.ended;
    till.close();
  });

  const tillOrigin = (): string => `http://localhost:${(till.address() as AddressInfo).port}`;

  function findExample(name: string) {
    const found = spec.examples.find(({ path }) => path === `examples/${name}.json`);
    if (!found) throw new Error(`There is no example ${name}`);
    return { ...found, request: found.request as Record<string, Record<string, unknown>> };
  }

  const isWaitedFor = ({ example }: Request): boolean =>
    findExample(example).request["event"]?.["eventBlocking"] !== false;

  /** Posts an example as a till would, and returns what is answered. */
  async function post({ example, session, put = {} }: Request): Promise<unknown> {
    const found = findExample(example);
    const request = structuredClone(found.request);
    counter += 1;
    request["event"] = { ...request["event"], eventCounter: counter };
    if (session !== undefined) request["session"] = { ...request["session"], sessionId: session };
    for (const [object, parts] of Object.entries(put)) request[object] = { ...request[object], ...parts };
    const body = JSON.stringify(request).replaceAll(elsewhere, tillOrigin());
    const response = await fetch(`http://localhost:${port}/mplus/${found.event}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-Mplus-Subscription-Id": "shop-12",
        "X-Mplus-Signature": sign(body, secret),
      },
      body,
    });
    const text = await response.text();
    expect(response.status, text).toBe(200);
    expect(verify(text, response.headers.get("X-Mplus-Signature") ?? "", secret)).toBe(true);
    return JSON.parse(text);
  }

  /** Types a line, and returns when the program has read it: it complains of the one after it. */
  async function type(line: string): Promise<void> {
    const complaints = () => program.printed().stdout.split("Type `paid").length;
    const before = complaints();
    program.child.stdin?.write(`${line}\nend of line\n`);
    await vi.waitFor(() => expect(complaints()).toBeGreaterThan(before), { timeout: 60_000 });
  }

  it("walks through its flow as the page says", async () => {
    const answers: unknown[] = [];
    let isHandled = true;
    for (const step of walks[name] ?? []) {
      if (step.type !== undefined) await type(step.type);
      const ask = async (): Promise<unknown> => {
        const answer = await post(step);
        expect(answer, step.says).toEqual(step.want);
        return answer;
      };
      // An event that the till does not wait for is answered before it is handled: the next may overtake it.
      const answer = isHandled ? await ask() : await vi.waitFor(ask, { timeout: 60_000 });
      answers.push(answer);
      isHandled = isWaitedFor(step);
      if (step.likeStep !== undefined) expect(answer, step.says).toEqual(answers[step.likeStep]);
      const { board, says } = step;
      if (board !== undefined)
        await vi.waitFor(
          async () => expect(await (await fetch(`http://localhost:${port}/board`)).text(), says).toBe(board),
          { timeout: 60_000 },
        );
    }
    const complaints = (walks[name] ?? []).map(({ complains = "" }) => complains).join("");
    expect(program.printed().stderr).toBe(complaints);
  });

  it("answers every request that its flow shows, and signs the answer", async () => {
    const shown = flow.steps.flatMap(({ next }) => next.flatMap(({ example }) => example ?? []));
    for (const { path } of shown) await post({ example: path.replace(/^examples\/|\.json$/g, "") });
    expect(shown.length).toBeGreaterThan(0);
  });

  it("calls the till back, once for each payment that has a URL", async () => {
    const want = name === "payment" ? ["GET /callback/9c1e"] : [];
    await vi.waitFor(() => expect(calls).toEqual(want), { timeout: 60_000 });
  });

  it("takes no event that the set-up of its flow leaves out", () => {
    const handled = [...handler.matchAll(/^ {4}(\w+): (?:async )?\(/gm)].map(([, event]) => event);
    expect(handled.length).toBeGreaterThan(0);
    expect(flow.setUp.map(({ event }) => event)).toEqual(expect.arrayContaining(handled));
  });

  it("has no cast, and no value of any type", () => {
    expect(findCasts(ts.createSourceFile(name, handler, ts.ScriptTarget.Latest))).toEqual([]);
    expect(handler).not.toContain("@ts-");
  });
});

/** What takes a value for something that the compiler has not found it to be; `as const` does not. */
const findCasts = (node: ts.Node): string[] => {
  const isConst =
    ts.isAsExpression(node) && ts.isTypeReferenceNode(node.type) && ts.isConstTypeReference(node.type);
  const isCast =
    (ts.isAsExpression(node) && !isConst) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isNonNullExpression(node) ||
    node.kind === ts.SyntaxKind.AnyKeyword;
  const inside: string[] = [];
  ts.forEachChild(node, (part) => void inside.push(...findCasts(part)));
  return isCast ? [ts.SyntaxKind[node.kind], ...inside] : inside;
};
