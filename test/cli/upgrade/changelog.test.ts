import { expect, it } from "vitest";
import { findNewSections } from "../../../generator/cli/upgrade/changelog.js";

const ours = "# Changelog\n\nWords.\n\n## 1.1.0\n\n- Old.\n\n## 1.0.0\n\n- Older.\n";
const oldSections = "## 1.1.0\n\n- Old.\n\n## 1.0.0\n\n- Older, in other words.\n";

it.each([
  ["nothing, of the same text", ours, ""],
  [
    "the later versions",
    `# Changelog\n\n## 1.3.0 (2027)\n\n- New.\n\n## [1.2.0]\n\n- Newer.\n\n${oldSections}`,
    "## 1.3.0 (2027)\n\n- New.\n\n## [1.2.0]\n\n- Newer.",
  ],
  [
    "the later versions only, where something is in none yet",
    `## Unreleased\n\n- Soon.\n\n## 1.2.0\n\n- New.\n\n${oldSections}`,
    "## 1.2.0\n\n- New.",
  ],
  [
    "what is in no version yet, where there is no later one",
    `## Unreleased\n\n- Soon.\n\n${oldSections}`,
    "## Unreleased\n\n- Soon.",
  ],
  ["them with the line ends of Windows", "## 1.2.0\r\n\r\n- New.\r\n\r\n## 1.1.0\r\n", "## 1.2.0\n\n- New."],
  ["nothing, where there is no changelog", "", ""],
])("a changelog tells %s", (_, theirs, want) => {
  expect(findNewSections(theirs, ours)).toBe(want);
});
