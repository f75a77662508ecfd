// The cost of our types in a compiler and an editor: a file of handlers, compared with the same server with
// handwritten types.
import assert from "node:assert";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { makeHome } from "../emitted.mjs";
import { figure, ratios, spread } from "../figures.mjs";
import { cli, measureProcess, root } from "../processes.mjs";
import { interleave } from "../rounds.mjs";

const withOurs = `import express from "express";
import { createMplusRouter } from "../mplus/express/index.js";

const mplus = createMplusRouter({
  subscriptions: { "shop-12": { secret: "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=" } },
  handlers: {
    scanCode: ({ request }) => ({ scanCode: { recognized: request.scanCode.scannedCode === "A" } }),
    addSessionLine: ({ request }) => ({ message: [{ message: request.addSessionLine.line.text }] }),
    completeSession: ({ request }) => ({ receiptFooter: { textBefore: String(request.session.lines?.length) } }),
  },
});

express().use("/mplus", mplus).listen(3000);
`;

const withoutOurs = `import express from "express";

interface Body { scanCode: { scannedCode: string }; addSessionLine: { line: { text: string } }; session: { lines?: unknown[] } }
const bodyOf = (request: express.Request): Body => request.body as Body;

const mplus = express.Router();
mplus.post("/scanCode", (request, response) => void response.json({ scanCode: { recognized: bodyOf(request).scanCode.scannedCode === "A" } }));
mplus.post("/addSessionLine", (request, response) => void response.json({ message: [{ message: bodyOf(request).addSessionLine.line.text }] }));
mplus.post("/completeSession", (request, response) => void response.json({ receiptFooter: { textBefore: String(bodyOf(request).session.lines?.length) } }));

express().use("/mplus", mplus).listen(3000);
`;

const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: "ES2022",
  types: ["node"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
};

const compilers = {
  "TypeScript 6": { folder: "typescript", aim: { most: 1.35 } },
  "TypeScript 7": { folder: "typescript-7", aim: { most: 1.15 } },
};

export async function run({ quick, few }) {
  const home = makeHome();
  const generate = ["--target", "express", "--min-version", "48", "--out", "mplus", "--quiet"];
  measureProcess([cli, ...generate], home);
  const projects = {
    "one file of handlers": makeProject(home, "ours", withOurs),
    "the same by hand": makeProject(home, "by-hand", withoutOurs),
  };
  const wrong = makeProject(home, "wrong", withOurs.replace("recognized: ", "recognised: "));
  const figures = [];
  for (const [name, { folder, aim }] of Object.entries(compilers)) {
    const check = (config) =>
      measureProcess([join(root, "node_modules", folder, "bin/tsc"), "-p", config], home).wall;
    assert.throws(() => check(wrong), undefined, `${name} accepts a wrong answer`);
    const rounds = { rounds: quick ? 1 : 7, warmups: quick ? 0 : 1 };
    figures.push(...compare(`${name}, tsc`, aim, await interleave(projects, rounds, check)));
  }
  if (few) return figures;
  const edits = Object.entries(projects).map(([project, config]) => [project, openInEditor(config)]);
  const rounds = { rounds: quick ? 1 : 21, warmups: quick ? 0 : 3 };
  const times = await interleave(Object.fromEntries(edits), rounds);
  return [...figures, ...compare("TypeScript 6, again after an edit, as an editor", { most: 1.5 }, times)];
}

function compare(what, aim, times) {
  const [ours, byHand] = [times["one file of handlers"], times["the same by hand"]];
  const line = { what: `checking, ${what}`, contestant: "one file of handlers", beside: "the same by hand" };
  return [
    figure({ ...line, values: ratios(ours, byHand), aim, note: `${Math.round(spread(ours).median)} ms` }),
    figure({ ...line, beside: undefined, unit: "ms", values: ours }),
  ];
}

function makeProject(home, name, code) {
  const config = join(home, name, "tsconfig.json");
  mkdirSync(dirname(config), { recursive: true });
  writeFileSync(join(home, name, "server.ts"), code);
  writeFileSync(config, JSON.stringify({ compilerOptions: options, files: ["server.ts"] }));
  return config;
}

/** Opens the project in a language service. Each call edits the file and requests its errors. */
function openInEditor(config) {
  const folder = dirname(config);
  const file = join(folder, "server.ts");
  const parsed = ts.parseJsonConfigFileContent({ compilerOptions: options, files: [file] }, ts.sys, folder);
  let version = 0;
  const original = ts.sys.readFile(file);
  const text = () => `${original}// ${"x".repeat(version)}\n`;
  const service = ts.createLanguageService({
    getCompilationSettings: () => parsed.options,
    getScriptFileNames: () => [file],
    getScriptVersion: (path) => (path === file ? String(version) : "0"),
    getScriptSnapshot: (path) => {
      const content = path === file ? text() : ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    readDirectory: ts.sys.readDirectory,
    realpath: ts.sys.realpath,
  });
  return () => {
    version += 1;
    const start = performance.now();
    const problems = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
    const elapsed = performance.now() - start;
    if (problems.length > 0) throw new Error(ts.flattenDiagnosticMessageText(problems[0].messageText, "\n"));
    return elapsed;
  };
}
