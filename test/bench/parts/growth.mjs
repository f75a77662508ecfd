import { listArgs } from "../target-args.mjs";
import { growAll } from "../growth/growing.mjs";
import { importSource } from "../../workbench/sources.mjs";

const { targets } = await importSource("targets/all.ts");

/** The site has a page per event; an express server has all events in one file. */
const hasPages = (files, size) =>
  files.filter((file) => /^site.events\W\w+\.html$/.test(file)).length >= 24 * size;
const hasRouter = (files) => files.some((file) => /^express\Windex\.ts$/.test(file));

export const run = ({ quick }) =>
  growAll(
    [
      { name: "express", args: listArgs("express"), isWhole: hasRouter },
      { name: "all targets", args: listArgs(...targets.map(({ name }) => name)), isWhole: hasPages },
    ],
    { sizes: quick ? [1, 2, 3] : [1, 4, 16, 64], rounds: quick ? 1 : 3 },
  );
