import { toRelease } from "../../spec/promised.js";
import { describeKnown } from "../../time/as-of.js";
import { formatRelease } from "../../time/release.js";
import type { Block } from "../blocks/block.js";
import { code, link, nothing, strong, text } from "../blocks/text.js";
import { bullets, heading, table, toBlocks } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { describeFleet } from "../prose/fleet-text.js";
import type { Survey } from "../survey/survey.js";

/** The page on these pages: for which shops they were made, how sure it is what they say, and what that rests on. */
export const aboutPage = (survey: Survey): Page => ({
  path: pagePaths.about,
  group: "guide",
  title: text`About these pages`,
  blocks: [
    ...toBlocks(
      "These pages are unofficial. They describe what is known about the webhooks of MplusKASSA, and they are not made, checked or endorsed by its vendor.",
    ),
    ...scopeBlocks(survey),
    ...certaintyBlocks(survey),
    ...unknownBlocks(survey),
    ...sampleBlocks,
    ...sourceBlocks(survey),
  ],
});

function scopeBlocks({ view }: Survey): Block[] {
  const { fleet, releases } = view;
  const newest = releases.length > 0 ? text` The webhooks are known up to ${describeKnown(view)}.` : nothing;
  return toBlocks(
    heading(2, "For which shops"),
    text`Made for your ${strong("fleet")}: ${describeFleet(fleet)} (${code(fleet.label)}).${newest}`,
    "The pages show the whole contract, of every release. The column Since names the release that added something, and the one that removed it; if it is empty, it has always existed. Marks say what your shops have:",
    ...bullets([
      text`${strong("some shops")}: not every shop of your fleet has it. Expect it to be missing from a request, and answer with it only if you know that the shop's release has it.`,
      text`${strong("no shop")}: none of them has it.`,
    ]),
  );
}

const certaintyBlocks = ({ model }: Survey): Block[] =>
  toBlocks(
    heading(2, "How sure it is"),
    "Most of this is documented by the vendor. What is not is marked, with what it is based on:",
    ...bullets([
      text`${strong("observed")}: seen in a sample, on the wire or in the vendor's SOAP API, but not described for the till`,
      text`${strong("inferred")}: follows from what is documented of something else`,
      text`${strong("assumed")}: a guess`,
    ]),
    text`A remark “in doubt” says where the vendor's text is wrong or contradicts itself, what it says, and how we read it; ${link("Errata", pagePaths.errata)} lists them all. There, “the definitions” are the vendor's tables of JSON properties.`,
    ...(model.sources.length > 0
      ? [text`What it all rests on is listed under ${link("Sources", undefined, "sources")}.`]
      : []),
  );

const unknownBlocks = ({ model: { questions } }: Survey): Block[] =>
  questions.length === 0
    ? []
    : toBlocks(
        heading(2, "What is not known"),
        text`Where no source says anything, there is an open question. ${link("What nobody knows yet", pagePaths.openQuestions)} lists all ${questions.length}, with how you could find out.`,
      );

const sampleBlocks: readonly Block[] = toBlocks(
  heading(2, "The samples"),
  "Samples are composed by us and held against the contract of their release, unless they say that they are somebody else's. None went over a wire.",
);

/** What the pages rest on, and how old it is. */
const sourceBlocks = ({ model: { sources, beyond } }: Survey): Block[] =>
  sources.length === 0
    ? []
    : toBlocks(
        heading(2, "Sources"),
        beyond ? text`That there are later releases than these sources describe: ${beyond.basis}` : nothing,
        table(
          ["Source", "Kind", "Dated", "Up to", "Read", "What is from there"],
          sources.map(({ title, where, kind, stated = "", newest, read = "", covers }) => [
            where === undefined ? text`${title}` : text`${title} (${where})`,
            kind,
            stated,
            newest === undefined ? "" : `v${formatRelease(toRelease(newest))}`,
            read,
            covers,
          ]),
        ),
      );
