import { report } from "../../../../problem/catalogue.js";
import type { Place, Problem } from "../../../../problem/problem.js";
import { parseRelease } from "../../../../time/release.js";
import type { LinkedSpec } from "../../../link/link-spec.js";
import { joinPointer, placeInside } from "../../../pointer.js";
import { toRelease } from "../../../promised.js";
import { reportUnknown } from "../../report-unknown.js";

/** A task has a flow that there is, and a handler beside it; a handler has its task. */
export function tasksLead(spec: LinkedSpec): Problem[] {
  // A broken file may be the one that is missing.
  if (spec.broken.size > 0) return [];
  const flows = [...spec.flows.keys()];
  const tasks = [...spec.tasks].flatMap(([name, { flow, unknown }]) => {
    const file = `tasks/${name}.json`;
    return [
      ...reportUnknown("flow", flow, flows, { file, pointer: "/flow" }),
      ...(spec.handlers.has(name)
        ? []
        : [report("missing-file", { path: `tasks/${name}.ts` }, { file, pointer: "" })]),
      ...unknownQuestions(unknown, spec, { file, pointer: "/unknown" }),
    ];
  });
  const strays = [...spec.handlers.keys()].filter((name) => !spec.tasks.has(name));
  return [...tasks, ...strays.map(reportStray)];
}

function unknownQuestions(ids: readonly string[] = [], { questions }: LinkedSpec, place: Place): Problem[] {
  const known = questions.map(({ id }) => id);
  return ids.flatMap((id, index) => reportUnknown("open question", id, known, placeInside(place, index)));
}

function reportStray(name: string): Problem {
  const path = `tasks/${name}.ts`;
  return report("unreachable-file", { path }, { file: path, pointer: "" });
}

/** No two settings share an id, and they name releases and questions that there are. */
export function settingsFit(spec: LinkedSpec): Problem[] {
  const { subscriptions, releases, broken } = spec;
  const listed = new Set(releases.map(({ release }) => parseRelease(release)));
  const file = "subscriptions.json";
  return (subscriptions?.settings ?? []).flatMap(({ id, added, unknown }, index, settings) => {
    const at = (keyword: string) => ({ file, pointer: joinPointer("", "settings", index, keyword) });
    const first = settings.findIndex((setting) => setting.id === id);
    return [
      ...(first === index
        ? []
        : [report("duplicate-name", { name: id, other: `settings ${first}` }, at("id"))]),
      ...(added === undefined || releases.length === 0 || listed.has(toRelease(added))
        ? []
        : [report("unlisted-release", { release: added }, at("added"))]),
      ...(broken.size > 0 ? [] : unknownQuestions(unknown, spec, at("unknown"))),
    ];
  });
}
