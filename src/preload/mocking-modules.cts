/**
 * Notices modules that answer AWS calls inside the process, so that an empty policy can be explained.
 * A part of the hook `register.cts`, whose rules hold here. Not seen: mocks that a test makes by itself (jest.mock, vi.mock).
 */
import type { LookOut } from "./hook-parts.ts";

const requireModule = require;
// Taken now, because test frameworks replace timers later.
const { setTimeout: later, clearTimeout: cancel } = global;
const MOCKS =
  /(?:^|[\\/]node_modules[\\/])(aws-sdk-client-mock|aws-sdk-mock|nock|msw|@mswjs[\\/]interceptors)(?=$|[\\/])/;
/** Not package.json, which is read where a module is only looked for. */
const SOURCE = /\.[cm]?js$/;
/** What @mswjs/interceptors, which msw and nock 14 build upon, leaves on the global object while it is active. */
const INTERCEPTOR = /^Symbol\((?:client-request|fetch)-interceptor\)$/;
const DELAYS = [100, 1000, 5000, 30000];

const noticeMocks: LookOut = (wrap, notify) => {
  const look = (name: string): void => {
    const found = MOCKS.exec(name);
    if (found !== null) notify("mocking-module", undefined, String(found[1]).replace("\\", "/"));
  };
  // CommonJS, also where it is imported from ESM.
  wrap(requireModule("module"), "_load", (_self, [request]) => {
    if (typeof request === "string" && request[0] !== ".") look(request);
    return undefined;
  });
  // Module systems of test frameworks (jest, the vm pools of vitest) read the source themselves.
  wrap(requireModule("fs"), "readFileSync", (_self, [path]) => {
    if (typeof path === "string" && SOURCE.test(path)) look(path);
    return undefined;
  });

  // ESM passes no function of ours, but active interceptors leave a symbol and a class. An `exit` listener would see the last state,
  // and would count towards the program's own limit of listeners; timers that hold nothing open look early and late instead.
  const lookForInterceptors = (): void => {
    const symbols = Object.getOwnPropertySymbols(global).map(String);
    if (symbols.some((name) => INTERCEPTOR.test(name))) notify("mocking-module", undefined, "@mswjs/interceptors");
    if (requireModule("http").ClientRequest.name === "OverriddenClientRequest")
      notify("mocking-module", undefined, "nock");
  };
  for (const delay of DELAYS) {
    const timer = later(lookForInterceptors, delay);
    if (typeof timer.unref === "function") timer.unref();
    else cancel(timer);
  }
};

module.exports = noticeMocks;
