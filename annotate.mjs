import { readFileSync } from "node:fs";

/**
 * Prints the output of `generate --check --json` or `diff --json` as annotations of a GitHub job: `… --json | node
 * annotate.mjs`.
 */
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
  change: "This file differs from the generated one.",
  delete: "This file is no longer generated.",
};

/** Escapes like GitHub's toolkit, so that no text can end a workflow command or start another. */
function print(level, place, message) {
  const properties = Object.entries(place).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeData(value).replace(/[:,]/g, encodeURIComponent)}`],
  );
  process.stdout.write(`::${level} ${properties.join(",")}::${escapeData(message)}\n`);
}

const escapeData = (text) => `${text}`.replace(/[%\r\n]/g, encodeURIComponent);

annotate(JSON.parse(readFileSync(0, "utf8")));
