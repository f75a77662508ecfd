import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signalGroup, startProgram, waitUntilListening, type StartedProgram } from "../../cli/running.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import type { Case } from "../../conformance/case.js";
import { cases } from "../../conformance/cases/all.js";
import { concurrentCases } from "../../conformance/cases/concurrent.js";
import { startUpCases } from "../../conformance/cases/start-up.js";
import { neverLogged } from "../../conformance/secrecy.js";
import { createWireClient, type WireClient } from "../../conformance/wire.js";
import type { WireAnswer } from "../../conformance/wire-message.js";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { makeRunFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { noTools, withReason } from "../../workbench/tools.js";
import { bundleApp } from "./bundle.js";
import { caseHeader, places } from "./places.js";
import { runTimes, type RunTime } from "./run-times.js";

const suites = runTimes.flatMap((runTime) =>
  (["node", "web"] as const).map((crypto) => ({
    ...runTime,
    crypto,
    title: `${runTime.name}, --crypto ${crypto}`,
  })),
);
const isFor =
  (runTime: RunTime) =>
  ({ name, not }: Case): boolean =>
    not?.fetch === undefined && !Object.hasOwn(runTime.not, name);

it("what a run time cannot be asked is in the suite", () => {
  const names = cases.map(({ name }) => name);
  expect(runTimes.flatMap(({ not }) => Object.keys(not)).filter((name) => !names.includes(name))).toEqual([]);
});

describe.skipIf(noTools !== undefined).each(suites)(withReason("$title"), ({ crypto, ...runTime }) => {
  const asked = cases.filter(isFor(runTime));
  const folder = makeRunFolder();
  let program: StartedProgram;
  let client: WireClient;
  let base: string;

  beforeAll(async () => {
    const output = await emit(realSpec(), "48..", { targets: ["fetch"], crypto });
    writeFiles(
      folder,
      [...collectFiles(output)].map(([path, text]) => [`generated/${path}`, text] as const),
    );
    await bundleApp(join(folder, "generated"), join(folder, "app.js"));
    writeFiles(folder, [["server.js", runTime.server]]);
    const port = await findFreePort();
    base = `http://127.0.0.1:${port}`;
    program = startProgram(folder, runTime.start(join(folder, "server.js")), { PORT: `${port}` });
    await waitUntilListening(program, port);
    client = createWireClient(port, 8, runTime.dropsConnections !== true);
  });
  afterAll(() => {
    client.close();
    signalGroup(program.child, "SIGKILL");
    removeFolder(folder);
  });

  const send = ({ request }: Case, number: number): Promise<WireAnswer> =>
    client.send({ ...request, headers: [...request.headers, [caseHeader, `${number}`]] });
  const comparable = ({ headers, ...answer }: WireAnswer) => {
    const { connection, ...others } = headers;
    return {
      ...answer,
      headers: runTime.ownsConnection ? others : { ...others, ...(connection && { connection }) },
    };
  };
  const read = async (path: string) => (await (await fetch(base + path)).json()) as string[];

  it.each(asked.map((each) => [each.name, each] as const))("%s", async (_, each) => {
    expect(comparable(await send(each, cases.indexOf(each)))).toEqual(comparable(each.answer));
  });

  it("answers concurrent requests, each with its own answer", async () => {
    const answers = concurrentCases.map((each, index) => send(each, cases.length + index));
    expect((await Promise.all(answers)).map(comparable)).toEqual(concurrentCases.map(({ answer }) => answer));
  });

  it("starts with no options that no receiver starts with", async () => {
    expect(await read(places.startUp)).toEqual(startUpCases.map(({ message }) => message));
  });

  it("has no line in its log that contains a secret, a signature or a part of a body", async () => {
    const lines = await read(places.lines);
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => neverLogged.some((part) => line.includes(part)))).toEqual([]);
  });
});
