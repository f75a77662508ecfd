// The size of the files that a user commits and of the validators in a bundle, and the cost of importing them.
import { gzipSync } from "node:zlib";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { emit, makeHome, viewOfSpec } from "../emitted.mjs";
import { figure } from "../figures.mjs";
import { cli, measureProcess } from "../processes.mjs";
import { interleave } from "../rounds.mjs";

const targets = ["types", "validators", "receiver", "express"];

export async function run({ quick, few }) {
  if (few) return await committed();
  const home = makeHome();
  await emit(home, { target: targets });
  return [...(await committed()), ...(await sizes(home)), ...(await imports(home, quick))];
}

async function committed() {
  const folder = makeHome();
  measureProcess([cli, "--target", "express", "--min-version", "48", "--out", "mplus", "--quiet"], folder);
  const files = readdirSync(join(folder, "mplus"), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith(".ts"))
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), "utf8"));
  const sum = (measure) => files.reduce((total, text) => total + measure(text), 0);
  const counts = [
    ["files", files.length, 26],
    ["lines", sum((text) => text.split("\n").length - 1), 7500],
    ["kB", sum((text) => Buffer.byteLength(text)) / 1000, 340],
  ];
  return counts.map(([unit, value, most]) => {
    const line = { what: `output, committed, ${unit}`, contestant: "express", unit };
    return figure({ ...line, values: [value], aim: { most } });
  });
}

async function sizes(home) {
  const all = viewOfSpec().events.map(({ name }) => name);
  const bundles = {
    "one event, scanCode": ["scanCode"],
    "one event, addSessionLine": ["addSessionLine"],
    "two events": ["scanCode", "addSessionLine"],
    [`all ${all.length} events`]: all,
  };
  const whole = await bundle(home, all);
  const figures = [];
  for (const [contestant, events] of Object.entries(bundles)) {
    const { bytes, code } = await bundle(home, events);
    const foreign = all.filter((event) => !events.includes(event) && isIn(code, event));
    if (foreign.length > 0)
      throw new Error(`${contestant}: the bundle holds what checks ${foreign.join(", ")}`);
    const line = { what: "output, validators minified and gzipped", contestant, unit: "kB" };
    const single = events.length === 1;
    figures.push(figure({ ...line, values: [bytes / 1000], ...(single && { aim: { most: 9 } }) }));
    if (events !== all) {
      const values = [bytes / whole.bytes];
      figures.push(figure({ ...line, beside: `all ${all.length} events`, unit: "×", values }));
    }
  }
  return figures;
}

const titleOf = (event) => event.replace(/^./, (letter) => letter.toUpperCase());

const isIn = (code, event) => new RegExp(`function check${titleOf(event)}(?:Request|Response)\\b`).test(code);

/** Minified and gzipped bytes of the validators for these events, in both directions, imported from the common index. */
async function bundle(home, events) {
  const names = events
    .map(titleOf)
    .flatMap((title) => [`validate${title}Request`, `validate${title}Response`]);
  const options = {
    stdin: { contents: `export { ${names.join(", ")} } from "./validators/index.js";`, resolveDir: home },
    bundle: true,
    treeShaking: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
  };
  const [minified, readable] = await Promise.all([build({ ...options, minify: true }), build(options)]);
  return {
    bytes: gzipSync(minified.outputFiles[0].contents, { level: 9 }).length,
    code: readable.outputFiles[0].text,
  };
}

const imported = {
  validators: { path: "./validators/index.js" },
  receiver: { path: "./receiver/index.js", aim: { most: 20 } },
};

async function imports(home, quick) {
  mkdirSync(join(home, "import"));
  const write = (name, code) => {
    const path = join(home, "import", `${name.replaceAll(" ", "-")}.js`);
    writeFileSync(path, code);
    return () => measureProcess([path], home);
  };
  const contestants = {
    "an empty module": write("empty", "export {};\n"),
    ...Object.fromEntries(
      Object.entries(imported).map(([name, { path }]) => [name, write(name, `import ".${path}";\n`)]),
    ),
  };
  const times = await interleave(contestants, { rounds: quick ? 1 : 21 });
  return Object.entries(imported).flatMap(([contestant, { aim }]) => {
    const more = (measure) =>
      times[contestant].map((cost, round) => cost[measure] - times["an empty module"][round][measure]);
    const line = { contestant, beside: "an empty module", unit: "ms more" };
    return [
      figure({ what: "output, import, processor time", ...line, values: more("cpu"), aim }),
      figure({ what: "output, import, wall time", ...line, values: more("wall"), detail: true }),
    ];
  });
}
