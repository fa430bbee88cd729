import { expect, test } from "vitest";
import { cacheDirectory, stateDirectory } from "../../src/run/user-directories.ts";

const HOME = "/home/me";

test.each([
  ["linux", {}, "/home/me/.cache/iamgen", "/home/me/.local/state/iamgen"],
  ["darwin", {}, "/home/me/Library/Caches/iamgen", "/home/me/Library/Application Support/iamgen"],
  ["linux", { XDG_CACHE_HOME: "/c", XDG_STATE_HOME: "/s" }, "/c/iamgen", "/s/iamgen"],
  ["darwin", { XDG_CACHE_HOME: "/c", XDG_STATE_HOME: "/s" }, "/c/iamgen", "/s/iamgen"],
  ["linux", { XDG_CACHE_HOME: "c", XDG_STATE_HOME: "" }, "/home/me/.cache/iamgen", "/home/me/.local/state/iamgen"],
] as const)("on %s with %o", (platform, env, cache, state) => {
  const place = { env, platform, home: HOME };
  expect([cacheDirectory(place), stateDirectory(place)]).toEqual([cache, state]);
});
