import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tempDir } from "../support/temp-dir.ts";
import { HOOK, runHooked } from "./hooked-node.ts";
import { certificateAuthority, type SeenRequest, type StandInProxy, startStandInProxy } from "./stand-in-proxy.ts";

const CLIENTS = resolve(import.meta.dirname, "../fixtures/clients");
let proxy: StandInProxy;
beforeAll(async () => {
  proxy = await startStandInProxy();
});
afterAll(() => proxy.close());

const seen = (path: string): SeenRequest[] => proxy.requests.filter(({ line }) => line.includes(path));

/** Helpers that the inline programs share: `ask` prints the status of a request, or the code of its error. */
const PRELUDE = `
  const net = require("net"), tls = require("tls"), http = require("http"), https = require("https");
  const print = (name) => (value) => console.log(name, value.statusCode || value.code || value);
  const ask = (url, options = {}) => new Promise((done) =>
    (String(url).startsWith("https") ? https : http).get(url, options, (r) => r.resume().on("end", () => done(r)))
      .on("error", done));
  const bare = (socket, path) => new Promise((done) => socket
    .on("error", done).on("data", (data) => done(String(data).split("\\r\\n")[0]))
    .write("GET " + path + " HTTP/1.1\\r\\nHost: bare\\r\\nConnection: close\\r\\n\\r\\n"));
`;
const run = (source: string, changes = {}) =>
  runHooked(proxy, { args: ["-e", `${PRELUDE}(async () => {${source}})()`], ...changes });

test.each([
  ["names hosts", "prompt", 0],
  ["names them all, or us", "granted", 1],
])("a program in Deno whose net permission %s", async (_what, state, arrived) => {
  const directory = tempDir();
  const deno = `globalThis.Deno = { permissions: { querySync: ({ name, host }) => ({
    state: name === "net" && host === "127.0.0.1:${proxy.port}" ? "${state}" : "granted" }) } };`;
  writeFileSync(join(directory, "deno.cjs"), deno);
  // No label of DNS is so long: who goes there himself finds nobody.
  const host = `${"d".repeat(64)}.amazonaws.com`;
  const env = { NODE_OPTIONS: `--require ${join(directory, "deno.cjs")} --require ${HOOK}` };
  const { output, notices } = await run(`print("deno")(await ask("https://${host}/deno-${state}"))`, { env });
  expect(output).toBe(arrived === 1 ? "deno 200\n" : "deno ENOTFOUND\n");
  expect(seen(`/deno-${state}`)).toHaveLength(arrived);
  expect(notices).toEqual(arrived === 1 ? [] : [{ code: "net-permission", authority: `${host}:443` }]);
});

describe("clients", () => {
  test.each([
    ["ten-kinds.mjs", "alone", () => ({})],
    ["ten-kinds.cjs", "alone", () => ({})],
    ["ten-kinds.mjs", "beside proxy variables", () => ({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` })],
  ])("all ten kinds of %s reach the proxy by the hook %s, once each", async (file, _title, variables) => {
    const before = proxy.requests.length;
    const foreignRoots = certificateAuthority("a foreign CA").caPem;
    const { output } = await runHooked(proxy, {
      args: [join(CLIENTS, file)],
      env: { OWN_ROOTS: foreignRoots, ...variables() },
    });
    expect(output.match(/^.*: ok$/gm)).toHaveLength(10);
    const requests = proxy.requests.slice(before);
    expect(requests.map(({ version, line }) => `${version} ${line.split("?")[0]}`)).toEqual([
      "1.1 PUT /v3",
      "1.1 POST /",
      "1.1 PUT /agent",
      "1.1 PUT /roots",
      "2.0 POST /",
      "1.1 PUT /v2",
      "1.1 GET /fetch",
      "1.1 GET /undici",
      "1.1 GET /axios",
      "1.1 GET /https",
    ]);
    expect(requests.every(({ serverName, host }) => serverName === host)).toBe(true);
  });

  test("a worker thread and a fork bring their own hook along", async () => {
    const program = `
      if (process.argv[2] === "child") await ask("https://a.amazonaws.com/from-fork");
      else if (!require("worker_threads").isMainThread) await ask("https://a.amazonaws.com/from-worker");
      else {
        new (require("worker_threads").Worker)(__filename);
        require("child_process").fork(__filename, ["child"]);
      }`;
    const file = `/tmp/iamgen-hook-forks-${process.pid}.cjs`;
    const { writeFileSync, rmSync } = await import("node:fs");
    writeFileSync(file, `${PRELUDE}(async () => {${program}})()`);
    await runHooked(proxy, { args: [file] });
    rmSync(file);
    expect([seen("/from-fork").length, seen("/from-worker").length]).toEqual([1, 1]);
  });

  test.each([
    ["options", 'net.connect({ host: "a.amazonaws.com", port: "443" })'],
    ["port and host", 'net.connect(443, "a.amazonaws.com")'],
    ["a socket of one's own", 'new net.Socket().connect(443, "A.AMAZONAWS.COM.", () => {})'],
  ])("TLS over a socket that was opened by %s is named in a preface", async (_title, connect) => {
    const path = `/over-${connect.length}`;
    const { output } = await run(`
      const socket = ${connect};
      const secure = tls.connect({ socket, servername: "a.amazonaws.com" });
      print("answer")(await bare(secure, "${path}"));`);
    expect(output).toBe("answer HTTP/1.1 200 OK\n");
    expect(seen(path)).toHaveLength(1);
    expect(proxy.firstBytes.at(-1)?.slice(0, 32)).toBe("IAMGEN/1 a.amazonaws.com:443\r\n\x16\x03");
  });

  test("TLS over a redirected socket verifies the name of that socket if it is given no other", async () => {
    const { output } = await run(`
      const socket = net.connect(443, "stand-in.invalid.amazonaws.com");
      print("answer")(await bare(tls.connect({ socket }), "/nameless"));`);
    expect(output).toBe("answer HTTP/1.1 200 OK\n");
  });

  test("a TLS socket without a server name sends one, so that the proxy knows its target", async () => {
    await run('await bare(tls.connect(443, "a.amazonaws.com"), "/no-name")');
    expect(seen("/no-name")).toMatchObject([{ serverName: "a.amazonaws.com" }]);
  });

  test("what binds or finds an address is for the original target alone", async () => {
    await run(`
      const dns = require("dns");
      const options = { lookup: dns.lookup, family: 6, localAddress: "::1", autoSelectFamily: true };
      await ask("https://a.amazonaws.com/unbound", options)`);
    expect(seen("/unbound")).toHaveLength(1);
  });

  test("the options that the program holds are not changed", async () => {
    const { output } = await run(`
      const options = Object.freeze({ host: "a.amazonaws.com", port: 443 });
      net.connect(options).on("connect", function () { print("host")(options.host); this.destroy(); })`);
    expect(output).toBe("host a.amazonaws.com\n");
  });
});

describe("trust", () => {
  test("a foreign name under our CA is still rejected", async () => {
    const { output } = await run(`print("code")(await ask("https://localhost:${proxy.port}/foreign"))`);
    expect(output).toBe("code UNABLE_TO_VERIFY_LEAF_SIGNATURE\n");
  });

  test("a secure context of the program's own is enough", async () => {
    const { output } = await run(`
      const secureContext = tls.createSecureContext({});
      print("status")(await ask("https://a.amazonaws.com/own-context", { secureContext }))`);
    expect(output).toBe("status 200\n");
  });

  test("an AWS name inside the program's own tunnel verifies", async () => {
    const { output } = await run(`
      const socket = net.connect(${proxy.port}, "127.0.0.1");
      print("answer")(await bare(tls.connect({ socket, servername: "a.amazonaws.com" }), "/tunnel"))`);
    expect(output).toBe("answer HTTP/1.1 200 OK\n");
  });

  test("the program's identity check sees the original host", async () => {
    const { output } = await run(`
      const checkServerIdentity = (name, certificate) => { print("name")(name); };
      await ask("https://a.amazonaws.com/identity", { checkServerIdentity })`);
    expect(output).toBe("name a.amazonaws.com\n");
  });
});

describe("the hook itself", () => {
  test("loads nothing but built-in modules and its own files", async () => {
    const { output } = await runHooked(proxy, {
      args: [
        "-p",
        "Object.keys(require.cache).map((path) => require('path').relative(process.argv[1], path)).join()",
        HOOK,
      ],
    });
    expect(output).toBe(",../signed-origins.cjs,../mocking-modules.cjs,../lost-children.cjs\n");
  });

  test("does nothing outside a run", async () => {
    const { output } = await runHooked(proxy, {
      args: ["-e", `delete process.env.IAMGEN_PROXY_PORT; require(${JSON.stringify(HOOK)});`],
      env: {},
    });
    expect(output).toBe("");
  });
});
