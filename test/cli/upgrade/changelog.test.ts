import { expect, it } from "vitest";
import { findNewSections } from "../../../generator/cli/upgrade/changelog.js";

const ours = "# Changelog\n\nWords.\n\n## 1.1.0\n\n- Old.\n\n## 1.0.0\n\n- Older.\n";
const oldSections = "## 1.1.0\n\n- Old.\n\n## 1.0.0\n\n- Older, in other words.\n";

it.each([
  { name: "nothing, of the same text", theirs: ours, want: "" },
  {
    name: "the later versions",
    theirs: `# Changelog\n\n## 1.3.0 (2027)\n\n- New.\n\n## [1.2.0]\n\n- Newer.\n\n${oldSections}`,
    want: "## 1.3.0 (2027)\n\n- New.\n\n## [1.2.0]\n\n- Newer.",
  },
  {
    name: "the later versions only, where something is in none yet",
    theirs: `## Unreleased\n\n- Soon.\n\n## 1.2.0\n\n- New.\n\n${oldSections}`,
    want: "## 1.2.0\n\n- New.",
  },
  {
    name: "what is in no version yet, where there is no later one",
    theirs: `## Unreleased\n\n- Soon.\n\n${oldSections}`,
    want: "## Unreleased\n\n- Soon.",
  },
  {
    name: "them with the line ends of Windows, too",
    theirs: "## 1.2.0\r\n\r\n- New.\r\n\r\n## 1.1.0\r\n",
    want: "## 1.2.0\n\n- New.",
  },
  { name: "nothing, where there is no changelog", theirs: "", want: "" },
])("a changelog tells $name", ({ theirs, want }) => {
  expect(findNewSections(theirs, ours)).toBe(want);
});
