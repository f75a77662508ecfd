// `tsc` on one file of handlers, beside the same server with types by hand.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cli, makeHome, root, timeProcess } from "../processes.mjs";
import { ratios, report } from "../report.mjs";
import { interleave } from "../rounds.mjs";

const ours = `import express from "express";
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

const byHand = `import express from "express";

interface Body { scanCode: { scannedCode: string }; addSessionLine: { line: { text: string } }; session: { lines?: unknown[] } }
const bodyOf = (request: express.Request): Body => request.body as Body;

const mplus = express.Router();
mplus.post("/scanCode", (request, response) => void response.json({ scanCode: { recognized: bodyOf(request).scanCode.scannedCode === "A" } }));
mplus.post("/addSessionLine", (request, response) => void response.json({ message: [{ message: bodyOf(request).addSessionLine.line.text }] }));
mplus.post("/completeSession", (request, response) => void response.json({ receiptFooter: { textBefore: String(bodyOf(request).session.lines?.length) } }));

express().use("/mplus", mplus).listen(3000);
`;

const compilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: "ES2022",
  types: ["node"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
};

const home = makeHome();
timeProcess([cli, "--target", "express", "--min-version", "48", "--out", "mplus", "--quiet"], home);
for (const [name, code] of Object.entries({ ours, "by-hand": byHand })) {
  mkdirSync(join(home, name));
  writeFileSync(join(home, name, "server.ts"), code);
  writeFileSync(join(home, name, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["server.ts"] }));
}

const compilers = { 6: { folder: "typescript", most: 1.35 }, 7: { folder: "typescript-7", most: 1.15 } };
for (const [version, { folder, most }] of Object.entries(compilers)) {
  const check = (project) =>
    timeProcess([join(root, "node_modules", folder, "bin/tsc"), "-p", `${project}/tsconfig.json`], home);
  const times = await interleave({ ours: "ours", byHand: "by-hand" }, { rounds: 7 }, check);
  report(`TypeScript ${version}, handlers beside types by hand`, ratios(times.ours, times.byHand), { most });
}
