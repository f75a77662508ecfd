// How the time of a run grows with the contract: the exponent between 4 and 16 times ours; 1 is proportional.
import { join } from "node:path";
import { writeGrownSpec } from "../grown-spec.mjs";
import { cli, makeHome, timeProcess } from "../processes.mjs";
import { report } from "../report.mjs";
import { interleave } from "../rounds.mjs";

const home = makeHome();
for (const times of [4, 16]) writeGrownSpec(join(home, `spec-${times}`), 24 * times);

const generate = (times) =>
  timeProcess(
    [cli, "--target", "express", "--spec", `spec-${times}`, "--out", `out-${times}`, "--quiet"],
    home,
  );

const { four, sixteen, empty } = await interleave(
  { four: () => generate(4), sixteen: () => generate(16), empty: () => timeProcess(["-e", "0"], home) },
  { rounds: 3 },
);
const exponents = four.map(
  (time, round) => Math.log((sixteen[round] - empty[round]) / (time - empty[round])) / Math.log(4),
);
report("growth of generation, 4 to 16 times the contract", exponents, { unit: "exponent", most: 1.1 });
