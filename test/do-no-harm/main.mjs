/**
 * `npm run test:do-no-harm [-- --long]`: the situations that `npm test` plays in short, or all of them: 5 GiB bodies, a thousand
 * connections, minutes of silence, other package managers. Stops by itself: every test has its deadline.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const long = process.argv.includes("--long");
const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
const args = [vitest, "run", "--config", "test/vitest.config.ts", "--root", root, "test/do-no-harm"];
const env = { ...process.env, ...(long && { IAMGEN_LONG: "1" }) };
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env }).status ?? 1;
