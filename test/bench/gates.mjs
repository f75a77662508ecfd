// What the gates of `--responses gated` cost: the same realistic answer, checked by validators with gates (fleet
// 48..) and without (fleet 59.3.4.., whose types are the same), interleaved in one process.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { emit, makeHome } from "./emitted.mjs";
import { formatFigures, summarise } from "./figures.mjs";

const lineId = "0f8fad5b-d9cb-469f-a165-70867728950e";

const answer = {
  scanCode: { recognized: true, relationNumber: 12 },
  lineChanges: [1, 2, 3].map((n) => ({
    lineId,
    externalDiscount: { discountId: lineId, discountPercentage: 5 * n, discountDescription: "Member" },
  })),
  message: [{ message: "Welcome back", displayTime: 5 }],
  form: {
    id: "member",
    title: "Your details",
    fields: [
      { id: "note", type: "label", required: false, label: "All optional" },
      { id: "name", type: "text", required: false, label: "Name", maximumLength: 60, separator: "above" },
      {
        id: "size",
        type: "select",
        required: true,
        label: "Size",
        options: ["S", "M", "L"].map((id) => ({ id, label: id, image: "x.png", disabled: false })),
      },
    ],
  },
  version: "1.4.2",
};

async function loadValidators(name, options) {
  const folder = join(home, name);
  await emit(folder, { targets: ["validators"], ...options });
  return import(pathToFileURL(join(folder, "validators/scanCode.js")).href);
}

const home = makeHome();
const plain = await loadValidators("plain", { minVersion: "59.3.4", responses: "safe" });
const gated = await loadValidators("gated", { minVersion: "48", responses: "gated" });

const options = { version: "59.3.4" };
const contestants = {
  "without gates": () => plain.validateScanCodeResponse(answer, options),
  "with gates": () => gated.validateScanCodeResponse(answer, options),
};
for (const check of Object.values(contestants)) {
  if (!check().ok) throw new Error("the answer is not valid");
}

const [rounds, calls] = [31, 50_000];
const times = { "without gates": [], "with gates": [] };
for (let round = -3; round < rounds; round++) {
  for (const [name, check] of Object.entries(contestants)) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) check();
    if (round >= 0) times[name].push(performance.now() - start);
  }
}
const figures = summarise(times, { "with gates": "without gates" });
console.log(
  `Gated answers: ${rounds} interleaved rounds of ${calls} checks of one answer, in milliseconds.\n`,
);
console.log(formatFigures(figures));
console.log(JSON.stringify({ gates: { rounds, calls, figures } }));
