import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatRelease } from "../../../generator/base/time/release.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { runBuilt, splitWords } from "../../workbench/command.js";
import { compile, strict } from "../../workbench/compile.js";
import { collectFiles, emit, type Range } from "../../workbench/emit.js";
import { builtIn } from "../../till/proof/built-in.js";
import { loadOwnModel, loadOwnSpec } from "../own-spec.js";
import { makeTasksFolder, readTaskPage, startTask, type RunningTask } from "./program.js";

const spec = loadOwnSpec();
const model = loadOwnModel();

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
  const advice =
    "Edit spec/tasks/: after a rename, read the new name and, while a shop may have it, the old one: `newName ?? oldName`";
  const faults = [...(await compile(all.flat(), { options, roots }))];
  expect(faults, [advice, ...faults.map((fault) => fault.join(": "))].join("\n")).toEqual([]);
});

it("every task has a scenario of its own name", () => {
  expect([...builtIn().keys()]).toEqual(expect.arrayContaining(model.tasks.map(({ name }) => name)));
});

let folder: Awaited<ReturnType<typeof makeTasksFolder>>;
beforeAll(async () => {
  folder = await makeTasksFolder();
});
afterAll(() => folder.remove());

describe.each(model.tasks)("the handler of $name", ({ name, flow, handler }) => {
  let task: RunningTask;
  beforeAll(async () => {
    task = await startTask(folder.path, name);
  });
  afterAll(() => task.end());

  it("passes the scenario of its name, started and called as its page says", async () => {
    const { play } = await readTaskPage(name);
    const [, program, ...call] = splitWords(play);
    expect([program, ...call.slice(0, 2)]).toEqual(["mplus-codegen", "simulate", name]);
    const argv = call.map((word) => word.replace("http://localhost:3000/mplus", task.url));
    const played = await runBuilt(argv, { environment: { MPLUS_SECRET: secret } });
    expect(played.stdout, played.stderr).toMatch(/^passed /);
    // Without `callbackUrl`, the program says so.
    expect(played.stdout.split("\n").length, played.stdout).toBe(2);
    expect([played.code, played.stderr, task.complaints()]).toEqual([0, "", []]);
  });

  it("answers every request that its flow shows, and signs the answer", async () => {
    const shown = flow.steps.flatMap(({ next }) => next.flatMap(({ example }) => example ?? []));
    for (const { event, request } of shown) {
      const body = JSON.stringify(request);
      const headers = { "Content-Type": "application/json", "X-Mplus-Subscription-Id": "shop-12" };
      const signed = { ...headers, "X-Mplus-Signature": signatureOf(body) };
      const response = await fetch(`${task.url}/${event}`, { method: "POST", headers: signed, body });
      const text = await response.text();
      expect([response.status, response.headers.get("X-Mplus-Signature")], text).toEqual([
        200,
        signatureOf(text),
      ]);
    }
    expect(shown.length).toBeGreaterThan(0);
  });

  it("takes no event that the set-up of its flow leaves out", () => {
    const handled = [...handler.matchAll(/^ {4}(\w+): (?:async )?\(/gm)].map(([, event]) => event);
    expect(handled.length).toBeGreaterThan(0);
    expect(flow.setUp.map(({ event }) => event)).toEqual(expect.arrayContaining(handled));
  });

  it("has no cast, and no value of any type", () => {
    expect(findCasts(ts.createSourceFile(name, handler, ts.ScriptTarget.Latest, true))).toEqual([]);
    expect(handler).not.toContain("@ts-");
  });
});

const { AnyKeyword, AsExpression, NonNullExpression, TypeAssertionExpression } = ts.SyntaxKind;
const casts = [AnyKeyword, AsExpression, NonNullExpression, TypeAssertionExpression];

/** Finds type assertions except `as const`. They claim types that the compiler did not find. */
const findCasts = (node: ts.Node): string[] => {
  const inside = node.getChildren().flatMap(findCasts);
  const text = node.getText();
  return casts.includes(node.kind) && !/\bas const$/.test(text) ? [text, ...inside] : inside;
};
