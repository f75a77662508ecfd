import { listDue, type Action } from "../../../write/plan.js";
import { formatAnnotation } from "./annotation.js";
import type { Summary } from "../summary.js";

const complaints: Readonly<Record<Action, string | undefined>> = {
  create: "This file is missing.",
  change: "This file is not what is generated now.",
  delete: "This file is not generated any more.",
  unchanged: undefined,
};

/** Formats what `--check` found as GitHub workflow commands: GitHub shows each file that differs. */
export const formatCheckGithub = ({ out, plan }: Summary): string =>
  listDue(plan)
    .flatMap(({ path, action }) => {
      const message = complaints[action];
      const place = { file: `${out}/${path}`.replaceAll("\\", "/"), title: "not up to date" };
      return message === undefined ? [] : [formatAnnotation({ level: "error", ...place, message })];
    })
    .join("");
