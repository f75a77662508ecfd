import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { ownSpec, packageRoot } from "../../../generator/contract/package/package-files.js";
import type { Project } from "../project.js";
import { rows, withSmall, type BadCall } from "./rows.js";

const frameworks = "The frameworks are next, nest, fastify, hono, koa, express, node.";
const small = withSmall();
const linked = (target: string) => (project: Project) => {
  small(project);
  symlinkSync(target, join(project.folder, "link"));
};

/** Keys are `OUT SPEC`: an output folder that is inside the spec or contains it. Values are the messages. */
const overlaps = (
  lines: Readonly<Record<string, string>>,
  before = small,
  option = "--out",
  call = (out: string, spec = "") => `--target types --out ${out} --spec ${spec}`,
): BadCall[] =>
  Object.entries(lines).flatMap(([folders, sentence]) => {
    const [out = "", ...spec] = folders.split(" ");
    const rest = `nothing was written. Choose a folder outside the spec with ${option}.`;
    return rows("spec-overlap", { [call(out, spec.join(" "))]: `${sentence}; ${rest}` }, { before });
  });

const own = `the spec that comes with mplus-codegen (${ownSpec})`;
const init = (folder: string): string => `init express --events scanCode --spec spec --dir ${folder}`;
const nothingAdded = "nothing was written. Fix it, or choose a new folder with --dir.";
const noJson = `shop/package.json is not a JSON object, so nothing can be added to it; ${nothingAdded}`;

export const folderCalls: readonly BadCall[] = [
  ...overlaps({
    "spec/generated spec": "spec/generated overlaps the spec folder spec",
    "generated .": "generated overlaps the spec folder .",
    "./a/../spec/ spec": "./a/../spec/ overlaps the spec folder spec",
  }),
  ...overlaps(
    {
      "link/x spec": "link/x overlaps the spec folder spec",
      "spec/x link": "spec/x overlaps the spec folder link",
      "link spec": "link overlaps the spec folder spec",
    },
    linked("spec"),
  ),
  // This folder has the name of a target.
  ...overlaps({ ". types": "types overlaps the spec folder types" }, ({ put }) =>
    put("types/releases.json", "{}"),
  ),
  ...overlaps(
    {
      [packageRoot]: `${packageRoot} overlaps ${own}`,
      [join(ownSpec, "x")]: `${join(ownSpec, "x")} overlaps ${own}`,
    },
    small,
    "--out",
    (out) => `--target types --out ${out} --check`,
  ),
  ...overlaps({ "spec/hooks": "spec/hooks overlaps the spec folder spec" }, small, "--dir", init),
  ...overlaps(
    { ".": "./src/mplus overlaps the spec folder src" },
    ({ put }) => put("src/releases.json", "{}"),
    "--dir",
    () => "init express --spec src --dir .",
  ),
  ...overlaps({ [packageRoot]: `${packageRoot} overlaps ${own}` }, small, "--dir", init),
  ...rows("usage", {
    "init express --dir ../node_modules":
      "--dir ../node_modules is inside node_modules, which belongs to the package manager. Nothing was written. Choose another folder.",
  }),
  ...rows(
    "output-unwritable",
    {
      "--target types --spec spec --out file":
        "file/stamp.json cannot be written: the output folder is not a folder.",
      "--target types --spec spec --out file/out":
        "file/out/stamp.json cannot be written: it is not a folder.",
      [init("file")]: "file/package.json cannot be written: the output folder is not a folder.",
      [init("shop")]: "shop/src/app.ts cannot be written: src is a file, not a folder.",
    },
    { before: withSmall({ file: "mine\n", "shop/src": "mine\n" }) },
  ),
  ...rows(
    "foreign-files",
    {
      "--target types --spec spec":
        "mplus-codegen did not write generated/types/index.ts and does not overwrite it; nothing was written. Move it, or choose another folder with --out (for a project, --dir).",
    },
    { before: withSmall({ "generated/types/index.ts": "mine\n" }) },
  ),
  ...rows(
    "folder-of-others",
    {
      "init express --spec spec --events scanCode":
        'mplus-express/src/mplus contains files that mplus-codegen did not write, such as "mine.ts"; nothing was written. Choose a new or empty folder with --out (for a project, --dir). Generated files need their own folder.',
    },
    { before: withSmall({ "mplus-express/src/mplus/mine.ts": "mine\n" }) },
  ),
  ...rows(
    "folder-of-others",
    {
      "--target types --spec spec --out .":
        '. contains files that mplus-codegen did not write, such as "spec"; nothing was written. Choose a new or empty folder with --out (for a project, --dir). Generated files need their own folder.',
    },
    { before: small },
  ),
  ...rows("unknown-framework", {
    "init expres": `Unknown framework "expres". Did you mean "express"? ${frameworks}`,
    "init docs": `Unknown framework "docs". ${frameworks}`,
  }),
  ...rows("usage", {
    "init --spec spec":
      "Choose a framework for the project. Use one of next, nest, fastify, hono, koa, express, node. For example: mplus-codegen init express",
    "init next":
      ". has no Next project. init adds webhooks to an existing one. Create one with npx create-next-app@latest, then run init in its folder.",
  }),
  ...rows("platform-target", {
    "init lambda":
      'lambda runs on AWS Lambda, whose own tools create the project; init does not support it. Create a project with them, then add the handler: mplus-codegen --target lambda (see "lambda" in the README).',
  }),
  ...rows(
    "package-json-unusable",
    { [init("shop")]: noJson },
    { before: withSmall({ "shop/package.json": "{" }) },
  ),
  ...rows(
    "usage",
    {
      [init("''")]: "--dir needs a value. See mplus-codegen init --help.",
      "init express --spec spec --events ' , '":
        "Name the events to start with. For example: --events printBill",
    },
    { before: small },
  ),
  ...rows(
    "unknown-event",
    {
      "init express --spec spec --events scanCode,prinBill":
        'Unknown event "prinBill". Did you mean "printBill"?',
      "init express --spec spec --events nonsense":
        'Unknown event "nonsense". The events are printBill, scanCode.',
    },
    { before: small },
  ),
  ...rows("event-not-in-fleet", {
    "init express --max-version 40 --events scanCode,selectRelation":
      "None of your shops sends the event selectRelation (requires v43.1.1; your newest shop runs v40). Choose other events, or widen the range with --min-version or --max-version.",
  }),
];
