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

test("nothing is printed: stderr is the wrapped program's", async () => {
  const warnings: Error[] = [];
  const hear = (warning: Error): void => void warnings.push(warning);
  process.on("warning", hear);
  const request = Object.assign(new IncomingMessage(new Socket()), { method: "GET", url: "/" });
  runPasses(request, new ServerResponse(request), { pass: () => {} });
  await new Promise(setImmediate);
  process.off("warning", hear);
  expect(warnings).toEqual([]);
});
