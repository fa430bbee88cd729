/**
 * Tells which line of the project made each signed request, for `--callers`. A part of the hook `register.cts`, whose rules hold
 * here; loaded only where it is asked for. A line of the file is `DIGEST FILE:LINE`, and after a tab the test; counterpart: `run/hook-callers.ts`.
 */
import type { TellCallSites, Wrap } from "./hook-parts.ts";

const loadPart = require;
const fileSystem: typeof import("node:fs") = loadPart("fs");

/** What `decode/sigv4/signature-digest.ts` takes as well: a request is known by the digest of its signature, never by itself. */
const SIGNATURE = /\bSignature=([0-9a-f]+)/i;
/** Of a stack: mostly the line is near, and a long stack costs as much as the rest of the work. */
const FRAMES = [8, 100];
/** `at async f (file:///p/a.ts:1:2)`, `at /p/a.ts:1:2`; paths may hold brackets. */
const FRAME = /^ +at (?:.* \()?(?:async )?(?:file:\/\/)?(\/.*?):(\d+):(\d+)\)?$/;

function frames(most: number): string[] {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = most;
  const holder: { stack?: unknown } = {};
  try {
    Error.captureStackTrace(holder);
    // Read here: it is now that the program's own source maps are applied (node, tsx, vitest), and the limit may be theirs again.
    return String(holder.stack).split("\n");
  } finally {
    Error.stackTraceLimit = limit;
  }
}

const isOfPackage = (file: string): boolean =>
  file.indexOf("/node_modules/") >= 0 || file.indexOf(`${__dirname}/`) === 0;

/** Within the project: neither a package nor Node nor another project's file. A stack that the program writes otherwise tells nothing. */
function callSite(root: string): string | undefined {
  try {
    for (const most of FRAMES) {
      for (const frame of frames(most)) {
        const site = siteIn(frame, root);
        if (site !== undefined) return site;
      }
    }
  } catch (_error) {
    // The program's own Error.prepareStackTrace may throw.
  }
  return undefined;
}

function siteIn(frame: string, root: string): string | undefined {
  const found = FRAME.exec(frame);
  if (found === null) return undefined;
  const file = decoded(String(found[1]), frame);
  return file.indexOf(root) === 0 && !isOfPackage(file) ? `${file.slice(root.length)}:${found[2]}` : undefined;
}

/** Only URLs are encoded. */
const decoded = (file: string, frame: string): string =>
  frame.indexOf("file://") < 0 ? file : decodeURIComponent(file);

/** Of one request: what holds its authorization, and its target. */
type Tell = (authorization: unknown, target: unknown) => void;

interface Sites {
  /** Does `work` so that all requests it leads to are those of the line at hand. */
  readonly from: <T>(work: () => T) => T;
  readonly current: () => string | undefined;
}

function sitesIn(root: string): Sites {
  const { AsyncLocalStorage }: typeof import("node:async_hooks") = loadPart("async_hooks");
  // Node 12 had none in its first versions: there the stack at the time of the request is all there is.
  const storage = typeof AsyncLocalStorage === "function" ? new AsyncLocalStorage<string>() : undefined;
  return {
    from: (work) => {
      const site = storage === undefined ? undefined : callSite(root);
      return storage === undefined || site === undefined ? work() : storage.run(site, work);
    },
    current: () => (storage === undefined ? undefined : storage.getStore()) || callSite(root),
  };
}

/** What sends a command, by the name under which its module is asked for; bundled SDKs are found by the stack alone. */
const SENDERS = [
  { modules: /^@(?:smithy|aws-sdk)\/(?:smithy-client|core\/client)$/, owner: "Client", method: "send" },
  { modules: /^aws-sdk$|[\\/]aws-sdk[\\/]|(?:^|\/)node_loader$/, owner: "Request", method: "runTo" },
];

/** What holds jest's `Runtime`: its tests load modules by that, past Node's own loader. */
const JEST_RUNTIME = /(?:^|[\\/])jest-runtime(?:[\\/]build[\\/]index\.js)?$/;

const prototypeIn = (exported: unknown, owner: string): object | undefined => {
  const prototype: unknown = Reflect.get(Object(Reflect.get(Object(exported), owner)), "prototype");
  return typeof prototype === "object" && prototype !== null ? prototype : undefined;
};

/** Keeps the program's own `this`, arguments, result and exception; only the time between is ours. */
function hookSenders(wrap: Wrap, sites: Sites): void {
  const hooked = new WeakSet<object>();
  const hookOnce = (prototype: object | undefined, hook: (prototype: object) => void): void => {
    if (prototype === undefined || hooked.has(prototype)) return;
    hooked.add(prototype);
    hook(prototype);
  };
  const sendFrom = (name: string) => (prototype: object) => {
    const method: unknown = Reflect.get(prototype, name);
    // What a test has put in its place is asked for what it was called with.
    if (typeof method !== "function" || Reflect.get(method, "_isMockFunction") === true) return;
    Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]) {
      return sites.from(() => Reflect.apply(method, this, args));
    });
  };
  const whenLoaded = (name: string) => {
    const sender = SENDERS.filter(({ modules }) => modules.test(name))[0];
    if (sender === undefined) return undefined;
    const { owner, method } = sender;
    return { after: (exported: unknown) => hookOnce(prototypeIn(exported, owner), sendFrom(method)) };
  };
  const loadsModules = (prototype: object) =>
    wrap(prototype, "requireModuleOrMock", (_self, [, request]) => whenLoaded(String(request)));
  wrap(loadPart("module"), "_load", (_self, [request]) =>
    JEST_RUNTIME.test(String(request))
      ? { after: (exported) => hookOnce(prototypeIn(exported, "default"), loadsModules) }
      : whenLoaded(String(request)),
  );
}

const tellCallSites: TellCallSites = (wrap, { file, root }) => {
  const sites = sitesIn(root);
  const runningTest: () => () => string | undefined = loadPart("./running-test.cjs");
  const test = runningTest();
  let descriptor: number | undefined;
  const tell: Tell = (authorization, target) => {
    const signature = SIGNATURE.exec(String(authorization)) || SIGNATURE.exec(String(target));
    const site = signature === null ? undefined : sites.current();
    if (signature === null || site === undefined) return;
    // Loaded now, when the program has it in any case: it has signed.
    const { createHash }: typeof import("node:crypto") = loadPart("crypto");
    const digest = createHash("sha256").update(String(signature[1])).digest("hex").slice(0, 24);
    if (descriptor === undefined) descriptor = fileSystem.openSync(file, "a", 0o600);
    // At once: a program may be killed at any time. A line this short is written as one, whichever process writes.
    const during = test();
    fileSystem.writeSync(descriptor, `${digest} ${site.slice(0, 400)}${during === undefined ? "" : `\t${during}`}\n`);
  };

  const http: typeof import("node:http") = loadPart("http");
  wrap(http.Agent.prototype, "addRequest", (_self, [request]) => {
    if (request instanceof http.ClientRequest) tell(request.getHeader("authorization"), request.path);
    return undefined;
  });
  hookSenders(wrap, sites);
  hookHttp2(wrap, tell);
  watchUndici(tell);
};

/** fetch and undici's own functions: requests are told of while the caller's stack still stands. */
function watchUndici(tell: Tell): void {
  const { channel }: typeof import("node:diagnostics_channel") = loadPart("diagnostics_channel");
  const created = channel("undici:request:create");
  created.subscribe((message) => {
    try {
      const request: unknown = Reflect.get(Object(message), "request");
      const headers: unknown = Reflect.get(Object(request), "headers");
      tell(Array.isArray(headers) ? headers.join("\n") : headers, Reflect.get(Object(request), "path"));
    } catch (_error) {
      // A request of a shape that we do not know stays the program's own affair.
    }
  });
  // A channel that nobody holds is collected, and its subscribers with it.
  Object.defineProperty(tellCallSites, "channel", { value: created });
}

/** HTTP/2 sessions are made by `connect` alone, and no class of theirs is exported. Loaded by the program: it takes many milliseconds. */
function hookHttp2(wrap: Wrap, tell: Tell): void {
  let isHooked = false;
  const hook = (http2: unknown): void => {
    if (isHooked) return;
    isHooked = true;
    wrap(Object(http2), "connect", () => ({
      after: (session) => {
        wrap(Object(session), "request", (_self, [headers]) => {
          const named = Object(headers);
          tell(named.authorization || named.Authorization, named[":path"]);
          return undefined;
        });
      },
    }));
  };
  wrap(loadPart("module"), "_load", (_self, [request]) =>
    isHooked || !/^(?:node:)?http2$/.test(String(request)) ? undefined : { after: hook },
  );
}

module.exports = tellCallSites;
