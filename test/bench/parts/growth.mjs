// What a run costs as the spec grows, with all that a server takes and with everything.
import { targets } from "../../../dist/generator/targets/all.js";
import { listArgs } from "../target-args.mjs";
import { growAll } from "../growth/growing.mjs";

const fileOfEvent = /^(?:validators|site.events)\W\w+\.(?:ts|html)$/;

const isWhole = (files, size) => files.filter((file) => fileOfEvent.test(file)).length >= 24 * size;

export const run = ({ quick }) =>
  growAll(
    [
      { name: "express", args: listArgs("express"), isWhole },
      { name: "all targets", args: listArgs(...targets.map(({ name }) => name)), isWhole },
    ],
    { sizes: quick ? [1, 2, 3] : [1, 4, 16, 64], rounds: quick ? 1 : 3 },
  );
