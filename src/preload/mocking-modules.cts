/**
 * Notices modules that answer AWS calls inside the process, so that an empty policy can be explained.
 * A part of the hook `register.cts`, whose rules hold here. Not seen: mocks that a test framework makes in a module system of its own.
 */
import type { NoticeMocks } from "./hook-parts.ts";

const requireModule = require;
// Taken now, because test frameworks replace timers later.
const { setTimeout: later, clearTimeout: cancel } = global;
const MOCKS =
  /(?:^|[\\/]node_modules[\\/])(aws-sdk-client-mock|aws-sdk-mock|nock|msw|@mswjs[\\/]interceptors)(?=$|[\\/])/;
/** What @mswjs/interceptors, which msw and nock 14 build upon, leaves on the global object while it is active. */
const INTERCEPTOR = /^Symbol\((?:client-request|fetch)-interceptor\)$/;
const DELAYS = [100, 1000, 5000, 30000];

const noticeMocks: NoticeMocks = (wrap, notify) => {
  // CommonJS, also where it is imported from ESM.
  wrap(requireModule("module"), "_load", (_self, [request]) => {
    const found = typeof request === "string" && request[0] !== "." ? MOCKS.exec(request) : null;
    if (found !== null) notify("mocking-module", undefined, String(found[1]).replace("\\", "/"));
    return undefined;
  });

  // ESM passes no function of ours, but active interceptors leave a symbol and a class. An `exit` listener would see the last state,
  // and would count towards the program's own limit of listeners; timers that hold nothing open look early and late instead.
  const look = (): void => {
    const symbols = Object.getOwnPropertySymbols(global).map(String);
    if (symbols.some((name) => INTERCEPTOR.test(name))) notify("mocking-module", undefined, "@mswjs/interceptors");
    if (requireModule("http").ClientRequest.name === "OverriddenClientRequest")
      notify("mocking-module", undefined, "nock");
  };
  for (const delay of DELAYS) {
    const timer = later(look, delay);
    if (typeof timer.unref === "function") timer.unref();
    else cancel(timer);
  }
};

module.exports = noticeMocks;
