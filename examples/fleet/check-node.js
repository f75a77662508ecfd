// Checks the Node release before loading modules that older releases cannot parse.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`This example needs Node 22.18 or newer, and this is ${process.versions.node}.`);
  process.exitCode = 1;
}
