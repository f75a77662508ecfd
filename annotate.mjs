import { readFileSync } from "node:fs";

/** Shows what `generate --check --json` or `diff --json` prints as annotations of a job of GitHub: `… --json | node annotate.mjs`. */
function annotate({ outputs = [], changes = [], problems = [] }) {
  for (const { out, files } of outputs)
    for (const { path, action } of files)
      if (Object.hasOwn(complaints, action))
        print(
          "error",
          { file: `${out}/${path}`.replaceAll("\\", "/"), title: "not up to date" },
          complaints[action],
        );
  for (const { verdict, code, direction, pointer, events, advice, file, line } of changes)
    print(
      { breaking: "error", handle: "warning" }[verdict] ?? "notice",
      { file, line, title: `${verdict}: ${code}` },
      `${direction} ${pointer} (${events.join(", ")}): ${advice}`,
    );
  for (const { code, message, hint = "" } of problems) print("error", { title: code }, `${message} ${hint}`);
}

const complaints = {
  create: "This file is missing.",
  change: "This file is not what is generated now.",
  delete: "This file is not generated any more.",
};

/** Escapes as GitHub's own toolkit does, so that no text can end a command of the runner, or begin another. */
function print(level, place, message) {
  const properties = Object.entries(place).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeData(value).replace(/[:,]/g, encodeURIComponent)}`],
  );
  process.stdout.write(`::${level} ${properties.join(",")}::${escapeData(message)}\n`);
}

const escapeData = (text) => `${text}`.replace(/[%\r\n]/g, encodeURIComponent);

annotate(JSON.parse(readFileSync(0, "utf8")));
