#!/usr/bin/env node
// Loads nothing before it is known that this Node can run it: an older one fails somewhere within, or decodes nothing.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const refuse = (text) => {
  console.error(`iamgen: ${text}`);
  process.exitCode = process.argv[2] === "run" ? 125 : 3;
};
if (major > 20 || (major === 20 && minor >= 19)) {
  try {
    const { main } = await import("../dist/cli/main.js");
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    refuse(`cannot be loaded: ${error instanceof Error ? error.message : error}`);
  }
} else {
  refuse(`needs Node 20.19 or newer, and was started by Node ${process.versions.node}
hint: only iamgen itself does: /path/to/newer/node $(command -v iamgen) run -- npm test`);
}
