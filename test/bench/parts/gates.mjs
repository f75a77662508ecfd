// The cost of the gates of `--responses gated`: the same realistic answer, checked by validators with gates (fleet 48..)
// and without (fleet 59.3.4.., which has the same types).
import { join } from "node:path";
import { emit, makeHome } from "../emitted.mjs";
import { figure, ratios } from "../figures.mjs";
import { importFrom } from "../processes.mjs";
import { interleave, timeCalls } from "../rounds.mjs";

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

export async function run({ quick }) {
  const home = makeHome();
  const contestants = {
    "without gates": await loadCheck(join(home, "plain"), { minVersion: "59.3.4" }),
    "with gates": await loadCheck(join(home, "gated"), { responses: "gated" }),
  };
  const calls = quick ? 100 : 20_000;
  const rounds = quick ? { rounds: 1, warmups: 0 } : { rounds: 31, warmups: 5 };
  const times = await interleave(contestants, rounds, (check) => timeCalls(check, calls));
  const [contestant, beside] = ["with gates", "without gates"];
  const values = ratios(times[beside], times[contestant]);
  return [figure({ what: "gates, speed of checking an answer", contestant, beside, values })];
}

async function loadCheck(folder, options) {
  await emit(folder, { target: ["validators"], ...options });
  const { validateScanCodeResponse } = await importFrom(folder, "validators/index.js");
  const check = () => validateScanCodeResponse(answer, { version: "59.3.4" });
  if (!check().ok) throw new Error("the answer is not valid");
  return check;
}
