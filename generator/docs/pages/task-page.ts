import type { TaskModel } from "../../model/task-model.js";
import { code, link, nothing, text, toText, type Text } from "../blocks/text.js";
import { bullets, codeBlock, diagram, heading, section, sourceBlock, toBlocks } from "../blocks/write.js";
import { linkToFlow, linkToQuestion } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { describeFleet, listFleetOptions } from "../prose/fleet-text.js";
import { setUpTable } from "../prose/set-up-table.js";
import { flowSequence } from "../sequence/flow-sequence.js";
import type { Survey } from "../survey/survey.js";
import { exportSecret } from "../samples/test-vectors.js";

/** The page of a task: the set-up, the flow, a whole handler, what to test, and what nobody knows. */
export function taskPage(task: TaskModel, survey: Survey): Page {
  const { name, title, description, flow, handler, test, unknown } = task;
  return {
    path: pagePaths.task(name),
    group: "tasks",
    title: toText(title),
    blocks: toBlocks(
      description,
      ...section("Set it up", setUpTable(flow.setUp), setUpIntro(survey)),
      heading(2, "How it goes"),
      text`The flow ${linkToFlow(flow)} shows each step, with its bodies.`,
      diagram(flowSequence(flow, survey)),
      heading(2, "The handler"),
      text`A whole program, for ${describeFleet(survey.fleetView.fleet)}. Make its types and its receiver, in an empty folder:`,
      codeBlock("sh", listCommands(survey).join("\n")),
      text`Save this as ${code(`${name}.ts`)} beside the folder \`mplus\`:`,
      sourceBlock("ts", handler),
      text`Run it. The secret is the one of these pages, to try things out; ${link("Start here", pagePaths.start)} says how to send a first request (here, to a URL with ${code("/mplus")} before the name of the event), and what is to come in front before a shop uses it.`,
      codeBlock("sh", [exportSecret, `npx tsx ${name}.ts`].join("\n")),
      ...section("What to test", bullets(test), "At a till, before you rely on it:"),
      ...section(
        "What nobody knows yet",
        bullets(unknown.map(linkToQuestion)),
        "The handler takes none of this for granted:",
      ),
    ),
  };
}

const setUpIntro = ({ model: { subscription } }: Survey): Text =>
  subscription
    ? text`The owner of the shop does this, in the back office: ${link("Set up a subscription", pagePaths.setUp)} says how.`
    : nothing;

const listCommands = ({ fleetView: { fleet } }: Survey): string[] => [
  "npm init --yes && npm install express",
  "npm install --save-dev tsx typescript @types/express @types/node",
  ["mplus-codegen --target express --out mplus", ...listFleetOptions(fleet)].join(" "),
];
