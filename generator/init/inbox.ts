import type { OutputFile } from "../targets/target.js";
import type { ExistingProject, ProjectChanges, RequiredLines } from "./changes.js";
import { toImport, type CodeStyle } from "./code-style.js";

/** Data for the layouts of an inbox in Next. */
export const inboxData = ({ toKey }: CodeStyle): object => ({
  inboxImport: "./mplus/inbox/index.js",
  databaseKey: toKey("DATABASE_URL"),
  signalKey: toKey("NEXT_MANUAL_SIG_HANDLE"),
  runtimeKey: toKey("NEXT_RUNTIME"),
});

/** The inbox's worker. A project that has an instrumentation file gets the lines for it. */
export function createWorker(
  style: CodeStyle,
  { sources, env, facts }: ExistingProject,
  code: (path: string, layout: string, more: object) => OutputFile,
): Pick<ProjectChanges, "files" | "needs"> {
  const { worker, instrumentation: path } = style;
  // Next resolves no `.js` to a `.ts` file.
  const workerImport = toImport(path, worker).replace(/\.js$/, "");
  const starting = code(path, "instrumentation.ts", { ...inboxData(style), workerImport });
  const own = sources.get(path);
  const body = starting.content.trim().split("\n").slice(2, -1);
  const needs: readonly (RequiredLines & { readonly isMet: boolean })[] = [
    {
      isMet: own === undefined || own.includes("startMplusWorker"),
      path,
      place: "in register()",
      lines: body.map((line) => line.slice(2)),
    },
    {
      // The types of pg-boss do not compile.
      isMet: facts.compilerOptions === undefined || facts.compilerOptions["skipLibCheck"] === true,
      path: "tsconfig.json",
      place: "in compilerOptions",
      lines: ['"skipLibCheck": true,'],
    },
    {
      isMet: env === undefined || /^DATABASE_URL=/m.test(env),
      path: ".env",
      place: "with a PostgreSQL URL, or a folder such as ./inbox",
      lines: ["DATABASE_URL="],
    },
  ];
  return {
    files: [code(worker, "worker.ts", inboxData(style)), ...(own === undefined ? [starting] : [])],
    needs: needs.flatMap(({ isMet, ...need }) => (isMet ? [] : [need])),
  };
}
