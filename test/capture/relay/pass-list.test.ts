import { spawnSync } from "node:child_process";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { runPasses } from "../../../src/capture/relay/pass-list.ts";

test("the message's own pass is the last one: http-proxy's, which would change it, never runs", () => {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: "DELETE", url: "/a//b" });
  const response = new ServerResponse(request);
  const passed: unknown[] = [];
  runPasses(request, response, { pass: (...given) => passed.push(...given) });
  expect(passed).toEqual([request, response]);
});

/** What http-proxy does on first use in a process of its own, on the Node that runs the tests. */
const USE = (before: string) => `${before}
  require("http-proxy").createProxyServer({}).web({ headers: {} }, {}, { target: {}, ssl: {} });`;

test("a deprecation warned of once, unheard, is not warned of again", () => {
  const unheard = `const util = require("node:util"); process.noDeprecation = true; util._extend({}, {}); process.noDeprecation = false;`;
  const { stderr } = spawnSync(process.execPath, ["-e", `try {${USE(unheard)}} catch {}`], { encoding: "utf8" });
  expect(stderr).not.toContain("DEP0060");
});

test("other deprecations are still warned of", () => {
  expect(process.noDeprecation).not.toBe(true);
});
