import type { TaskModel } from "../../model/flow-model.js";
import { bullets, diagram, sourceBlock } from "../blocks/write.js";
import { linkToFlow, linkToQuestion } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { describeFleet, listFleetOptions } from "../prose/fleet-text.js";
import { setUpTable } from "../prose/set-up-table.js";
import { testSecret } from "../samples/test-vectors.js";
import { flowSequence } from "../sequence/flow-sequence.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page of a task: the set-up, the flow, a whole handler, what to test, and what nobody knows. */
export function taskPage(task: TaskModel, survey: Survey, words: Words): Page {
  const { name, title, description, flow, handler, environment = [], test, unknown } = task;
  const { fleet } = survey.fleetView;
  return {
    path: pagePaths.task(name),
    group: "tasks",
    ...words.page("task", {
      ...{ name, title, description },
      setUp: setUpTable(flow.setUp),
      subscription: survey.model.subscription !== undefined,
      flow: linkToFlow(flow),
      diagram: [diagram(flowSequence(flow, survey))],
      fleet: describeFleet(fleet),
      fleetOptions: listFleetOptions(fleet).join(" "),
      handler: [sourceBlock("ts", handler)],
      secret: testSecret,
      environment: environment.map((each) => `export ${each}\n`).join(""),
      tests: bullets(test),
      unknown: bullets(unknown.map(linkToQuestion)),
    }),
  };
}
