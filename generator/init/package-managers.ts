/** A package manager that a project can be made for: what is typed, and what is written, where they differ. */
export interface PackageManager {
  readonly name: "npm" | "pnpm" | "yarn";
  /** Gets the version that we test with, where there is only npm; npm comes with node. */
  readonly setUp?: string;
  /** The field `packageManager` of a new project. Only yarn needs it: without it an old yarn would start. */
  readonly pin?: string;
  /** Installs what the lockfile names, and nothing else. */
  readonly installLocked: string;
  /** Runs a script of package.json; its arguments follow after {@link separator}. */
  readonly run: string;
  readonly separator: string;
  /** Runs a program of a package that is installed. */
  readonly execute: string;
  /** Adds a package that is for development only. */
  readonly add: string;
  /** Takes a package out, and installs the others as the lockfile has them. */
  readonly uninstall: string;
  /** Takes out what production does not need. */
  readonly prune: string;
  readonly lockfile: string;
  /** How package.json names a package that lies in a folder. */
  readonly folderProtocol: string;
  /** Files that it needs, in a new project, and what they have to say in another. */
  readonly settings: readonly { readonly path: string; readonly content: string; readonly need?: string }[];
  /** What it leaves in the folder that does not belong in version control. */
  readonly leaves: readonly string[];
}

const npm: PackageManager = {
  name: "npm",
  installLocked: "npm ci",
  run: "npm run",
  separator: " --",
  execute: "npx",
  add: "install --save-dev",
  uninstall: "npm uninstall",
  prune: "npm prune --omit=dev",
  lockfile: "package-lock.json",
  folderProtocol: "file:",
  settings: [],
  leaves: [],
};

const pnpm: PackageManager = {
  name: "pnpm",
  setUp: "npm install --global pnpm@12.21.0",
  installLocked: "pnpm install --frozen-lockfile",
  run: "pnpm run",
  separator: "",
  execute: "pnpm exec",
  add: "add --save-dev",
  uninstall: "pnpm remove",
  prune: "pnpm prune --prod",
  lockfile: "pnpm-lock.yaml",
  folderProtocol: "link:",
  settings: [
    {
      path: "pnpm-workspace.yaml",
      content: `# esbuild, which tsx uses, works without its script of installation.\nallowBuilds:\n  esbuild: false\n`,
      need: "esbuild under allowBuilds (false will do), or pnpm stops at it",
    },
  ],
  leaves: [],
};

const yarn: PackageManager = {
  name: "yarn",
  // --force: images of node come with an older yarn in its place.
  setUp: "npm install --global --force @yarnpkg/cli-dist@4.18.1",
  pin: "yarn@4.18.1",
  installLocked: "yarn install --immutable",
  run: "yarn run",
  separator: "",
  execute: "yarn run",
  add: "add --dev",
  uninstall: "yarn remove",
  prune: "yarn workspaces focus --production",
  lockfile: "yarn.lock",
  folderProtocol: "portal:",
  settings: [
    {
      path: ".yarnrc.yml",
      content: "nodeLinker: node-modules\n",
      need: "nodeLinker: node-modules, the only one that we have tried",
    },
    // Even an empty one says that the project begins here, and not in a folder above.
    { path: "yarn.lock", content: "" },
  ],
  leaves: [".yarn/"],
};

/** Every package manager that a project can be made for. */
export const packageManagers: readonly PackageManager[] = [npm, pnpm, yarn];

/** What tells which package manager a project is for, the surest first. */
export interface ManagerSigns {
  /** The one that was asked for. */
  readonly asked: string | undefined;
  /** The field `packageManager` of its package.json. */
  readonly field: string | undefined;
  readonly hasFile: (path: string) => boolean;
  /** What the one that started this program says of itself. */
  readonly userAgent: string | undefined;
}

/** Chooses the package manager of a project: npm, if nothing tells. */
export function choosePackageManager({ asked, field, hasFile, userAgent }: ManagerSigns): PackageManager {
  const byName = (name: string | undefined) => packageManagers.find((each) => each.name === name);
  return (
    byName(asked) ??
    byName(field?.split("@")[0]) ??
    packageManagers.find(({ lockfile }) => hasFile(lockfile)) ??
    byName(userAgent?.split("/")[0]) ??
    npm
  );
}
