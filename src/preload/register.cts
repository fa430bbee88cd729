/**
 * The Node hook: `--require`d into every Node process and worker of a run (NODE_OPTIONS, PATH shim, BUN_OPTIONS), never imported.
 * New sockets bound for AWS go to iamgen's loopback port instead, and their TLS trusts iamgen's CA; all else stays as it is.
 * It must never throw into the program and needs no file but its siblings. Its syntax is Node 8's; below 12 it only reports itself.
 * Tested on Node 12, 14, 16, 18, 20, 22 and 24, Bun 1.4, Deno 2.9. Its variables come from `run/hook-variables.ts`.
 */
import type { LearnOrigins, LookOut, OffersOnlyHttp, TellCallSites, Wrap } from "./hook-parts.ts";

type Socket = import("node:net").Socket;
type Bag = Readonly<Record<PropertyKey, unknown>>;
interface Target {
  readonly options: Bag;
  readonly hostname: string;
  readonly authority: string;
  readonly encrypted: boolean;
}

// Node 12 knows no `node:` prefix, so built-in modules are required by their bare names.
const load = require;
const { accessSync, appendFileSync, readFileSync }: typeof import("node:fs") = load("fs");
// Taken now, because test frameworks replace the clock and process.kill later.
const { env, hrtime, kill } = process;

const METADATA = /^(?:169\.254\.|fd00:ec2::)/;

/** Deno would stop the program with a question to its user, so what is granted is asked before anything is touched. */
function denoGrants(name: string, host?: string): boolean {
  const deno = Reflect.get(global, "Deno");
  return deno === undefined || deno.permissions.querySync({ name: name, host: host }).state === "granted";
}
const isBun = process.versions["bun"] !== undefined;
const mayReadEnvironment = denoGrants("env");
const mayRead = denoGrants("read");
const maySignal = denoGrants("run");

const variable = (name: string): string => (mayReadEnvironment && env[name]) || "";
const list = (name: string): string[] => variable(name).split(",").filter(Boolean);
const proxyPort = Number(variable("IAMGEN_PROXY_PORT"));
const proxyPid = Number(variable("IAMGEN_PID"));
const liveFile = variable("IAMGEN_LIVE_FILE");
const noticesFile = variable("IAMGEN_NOTICES_FILE");
const callersFile = variable("IAMGEN_CALLERS_FILE");
const suffixes = list("IAMGEN_AWS_SUFFIXES").map((suffix) => `.${suffix}`);
const tlsAuthorities = list("IAMGEN_TLS_AUTHORITIES");
/** Origins of plain http: those configured, and those that signed requests were seen to go to. */
const httpAuthorities = new Set(list("IAMGEN_HTTP_AUTHORITIES"));
const caLines = variable("IAMGEN_CA").match(/.{1,64}/g) || [];
const caPem = `-----BEGIN CERTIFICATE-----\n${caLines.join("\n")}\n-----END CERTIFICATE-----\n`;
/** What binds an address or finds one was meant for the original target. */
const UNBOUND = {
  lookup: undefined,
  family: undefined,
  hints: undefined,
  localAddress: undefined,
  localPort: undefined,
};
const LOOPBACK = Object.assign({ host: "127.0.0.1", port: proxyPort, autoSelectFamily: undefined }, UNBOUND);

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (_error) {
    return undefined;
  }
}

const wrap: Wrap = (owner, name, before) => {
  const method: unknown = Reflect.get(owner, name);
  if (typeof method !== "function") return;
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
    const detour = attempt(() => before(this, args)) || {};
    const result = Reflect.apply(method, this, detour.args || args);
    const after = detour.after;
    if (after !== undefined) attempt(() => after(result));
    return result;
  });
};

const told = new Set<string>();
/** The file is read first, so that a thousand workers that load one mocking module leave one line. */
function notice(code: string, authority?: string, detail?: string): void {
  const line = `${JSON.stringify({ code: code, authority: authority, detail: detail })}\n`;
  if (told.has(line) || noticesFile === "" || !mayRead || !denoGrants("write")) return;
  told.add(line);
  const before = attempt(() => readFileSync(noticesFile, "utf8")) || "";
  if (before.indexOf(line) < 0) attempt(() => appendFileSync(noticesFile, line));
}

let refused = false;
let alive = true;
let checkedAt = Number.NEGATIVE_INFINITY;
/** A daemon outlives the run and then connects directly. The file guards against a reused pid; what may not be looked at counts as alive. */
function proxyIsAlive(): boolean {
  if (refused) return false;
  const time = hrtime.call(process);
  const now = time[0] * 1000 + time[1] / 1e6;
  if (now - checkedAt < 50) return alive;
  checkedAt = now;
  try {
    if (maySignal) kill.call(process, proxyPid, 0);
    if (mayRead) accessSync(liveFile);
    alive = true;
  } catch (error) {
    alive = !/^(?:ESRCH|ENOENT)$/.test(String(Reflect.get(Object(error), "code")));
  }
  return alive;
}

const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null;
const hostnameOf = (host: unknown): string =>
  String(host || "localhost")
    .toLowerCase()
    .replace(/\.$/, "");
const authorityOf = (hostname: string, port: unknown): string =>
  `${hostname.indexOf(":") < 0 ? hostname : `[${hostname}]`}:${Number(port)}`;
const isAws = (hostname: string): boolean => suffixes.some((suffix) => hostname.endsWith(suffix));

/** The call forms of net.Socket.connect: the normalized array that net.connect passes, options, or port and host. */
function optionsOf(args: readonly unknown[]): Bag {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  return isBag(first) ? first : { port: first, host: typeof args[1] === "string" ? args[1] : undefined };
}

function redirected(args: readonly unknown[], options: Bag): unknown[] {
  const prototype: unknown = Object.getPrototypeOf(options);
  const copy = Object.assign(Object.create(isBag(prototype) ? prototype : null), options, LOOPBACK);
  const first = args[0];
  if (!Array.isArray(first)) return [copy, ...args.filter((arg) => typeof arg === "function")];
  const normalized = [copy, ...first.slice(1)];
  // Node tells its own arrays by a private symbol.
  for (const symbol of Object.getOwnPropertySymbols(first)) Reflect.set(normalized, symbol, Reflect.get(first, symbol));
  return [normalized, ...args.slice(1)];
}

/** Why a socket that is bound for AWS is left alone all the same. */
function reasonToLeave(options: Bag, hostname: string, encrypted: boolean): string | undefined {
  if (options["lookup"] && options["lookup"] !== load("dns").lookup) return "custom-lookup";
  if (!denoGrants("net", `127.0.0.1:${proxyPort}`)) return "net-permission";
  if (!encrypted) return undefined;
  // Bun cannot add a CA to a list of the program's own. Nor can Deno, but its node:https always gives a list.
  if (options["ca"] && isBun) return "own-roots";
  if (options["cert"] || options["key"] || options["pfx"]) return "client-certificate";
  // The proxy would connect to the name in the handshake, not to this host.
  if (options["servername"] && hostnameOf(options["servername"]) !== hostname) return "custom-server-name";
  const offersOnlyHttp: OffersOnlyHttp = load("./alpn.cjs");
  return offersOnlyHttp(options["ALPNProtocols"]) ? undefined : "not-http";
}

function targetOf(socket: object, args: readonly unknown[]): Target | undefined {
  const options = optionsOf(args);
  const port = Number(options["port"]);
  if (options["path"] || !(port > 0)) return undefined;
  const hostname = hostnameOf(options["host"]);
  const authority = authorityOf(hostname, port);
  const encrypted = Reflect.get(socket, "encrypted") === true;
  const listed = encrypted ? tlsAuthorities.indexOf(authority) >= 0 : httpAuthorities.has(authority);
  if (!listed && !(port === 443 && isAws(hostname))) return undefined;
  const isProxy = port === proxyPort && /^(?:localhost|127\..*|::1)$/.test(hostname);
  if (isProxy || METADATA.test(hostname) || !proxyIsAlive()) return undefined;
  const reason = reasonToLeave(options, hostname, encrypted);
  if (reason === undefined) return { options: options, hostname: hostname, authority: authority, encrypted: encrypted };
  notice(reason, authority);
  return undefined;
}

const trusting = new WeakSet<object>();
/** Adds iamgen's CA, which its name constraints limit to intercepted names, to one context; never to the process. */
function trust(context: unknown): void {
  const native: unknown = isBag(context) ? context["context"] : undefined;
  if (!isBag(native) || trusting.has(native) || typeof native["addCACert"] !== "function") return;
  trusting.add(native);
  native["addCACert"](caPem);
}

let watchesTls = false;
/** For contexts made for a name rather than for a redirected socket: TLS inside a user's own tunnel. No socket, no need to load tls. */
function watchTls(): void {
  if (watchesTls) return;
  watchesTls = true;
  wrap(load("tls"), "createSecureContext", (_self, args) => {
    const options = isBag(args[0]) ? args[0] : {};
    const host = options["host"] || Reflect.get(Object(options["socket"]), "_host");
    const hostname = hostnameOf(options["servername"] || host);
    const listed = tlsAuthorities.some((authority) => authority.indexOf(`${hostname}:`) === 0);
    return isAws(hostname) || listed ? { after: trust } : undefined;
  });
  load("module").syncBuiltinESMExports();
}

/** After the socket's own connect: what must be in place before the program's first byte. */
function introduce(socket: Socket, target: Target): void {
  socket.once("close", () => {
    // A killed proxy keeps its pid until its parent takes note, which some (the first process of a container) never do.
    if (Reflect.get(Object(Reflect.get(socket, "errored")), "code") === "ECONNREFUSED") refused = true;
  });
  if (target.encrypted) {
    const tlsOptions: unknown = Reflect.get(socket, "_tlsOptions");
    trust(target.options["secureContext"] || (isBag(tlsOptions) ? tlsOptions["secureContext"] : undefined));
    if (!target.options["servername"]) Reflect.apply(Reflect.get(socket, "setServername"), socket, [target.hostname]);
    return;
  }
  // TLS names its target by SNI; plain bytes cannot. One line goes ahead, queued before anything that the caller writes, and the proxy
  // strips it: within this synchronous call there is no way to get a port of its own for each origin.
  socket.write(`IAMGEN/1 ${target.authority}\r\n`);
  // TLS over this socket verifies this name if it was given no other.
  Reflect.set(socket, "_host", target.hostname);
}

function hookSockets(): void {
  const net: typeof import("node:net") = load("net");
  wrap(net.Socket.prototype, "connect", (socket, args) => {
    watchTls();
    const target = socket instanceof net.Socket ? targetOf(socket, args) : undefined;
    if (target === undefined || !(socket instanceof net.Socket)) return undefined;
    return { args: redirected(args, target.options), after: () => introduce(socket, target) };
  });
}

/** Plain http only: a leaf for a name outside the CA's constraints would have to be rejected. */
function learn(protocol: unknown, hostname: unknown, port: unknown): boolean {
  const authority = authorityOf(hostnameOf(hostname).replace(/^\[|\]$/g, ""), port || 80);
  if (protocol !== "http:" || httpAuthorities.has(authority)) return false;
  httpAuthorities.add(authority);
  return true;
}

attempt(() => {
  const guard = Symbol.for("iamgen.hook");
  if (!(proxyPort > 0) || Reflect.has(global, guard)) return;
  Object.defineProperty(global, guard, { value: true });
  if (Number.parseInt(process.versions.node, 10) < 12) {
    notice("old-node", undefined, process.versions.node);
    return;
  }
  const learnOrigins: LearnOrigins = load("./signed-origins.cjs");
  attempt(hookSockets);
  attempt(() => learnOrigins(wrap, learn));
  for (const file of ["./mocking-modules.cjs", "./lost-children.cjs"]) {
    const lookOut: LookOut = load(file);
    attempt(() => lookOut(wrap, notice));
  }
  if (callersFile !== "" && denoGrants("write")) {
    const tellCallSites: TellCallSites = load("./call-sites.cjs");
    attempt(() => tellCallSites(wrap, { file: callersFile, root: `${variable("IAMGEN_CALLERS_ROOT")}/` }));
  }
});
