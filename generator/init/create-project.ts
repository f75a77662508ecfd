import { generate, type Templates } from "../generate.js";
import { buildModel } from "../model/build.js";
import { success, type Outcome } from "../problem/problem.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import { chooseEvents } from "./choose-events.js";
import { projectFiles } from "./project-files.js";
import { listReleasesToPlay } from "./releases-to-play.js";
import type { Project, ProjectOptions } from "./project.js";
import { createStartEvent } from "./start-event.js";

/** Creates a project from a checked spec. Pure: the same input gives the same bytes. */
export async function createProject(
  spec: CheckedSpec,
  templates: Templates,
  options: ProjectOptions,
): Promise<Outcome<Project>> {
  const generated = await generate(spec, templates, { ...options, target: [options.framework.name] });
  if (!generated.ok) return generated;
  const { view } = generated.value;
  const model = buildModel(spec);
  const chosen = chooseEvents(options.events ?? model.startWith, view);
  if (!chosen.ok) return chosen;
  const events = chosen.value.map((event) => createStartEvent(event, view, model));
  const releases = listReleasesToPlay(view.fleet, model);
  const files = projectFiles({ events, releases }, templates, options);
  return success(
    { events: events.map(({ name }) => name), files, generation: generated.value },
    generated.warnings,
  );
}
