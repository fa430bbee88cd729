/** Which sockets the hook redirects, which it leaves alone, and what it says about them. */
import http from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hooked, runHooked } from "./hooked-node.ts";
import { type SeenRequest, type StandInProxy, startStandInProxy } from "./stand-in-proxy.ts";

let proxy: StandInProxy;
/** Something on loopback that is not the proxy. */
let endpoint: http.Server;
let endpointPort = 0;
beforeAll(async () => {
  proxy = await startStandInProxy();
  endpoint = http.createServer((_request, response) => response.end("direct"));
  await new Promise<void>((done) => endpoint.listen(0, "127.0.0.1", done));
  const address = endpoint.address();
  endpointPort = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(() => {
  proxy.close();
  endpoint.close();
});

const seen = (path: string): SeenRequest[] => proxy.requests.filter(({ line }) => line.includes(path));

/** `lookup` answers 127.0.0.1 at once, so that what is left alone ends in a refused connection, not in the machine's DNS. */
const PRELUDE = `
  const net = require("net"), tls = require("tls"), http = require("http"), https = require("https");
  require("dns").lookup = (name, options, done) => {
    console.log("direct", name);
    options.all ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4);
  };
  const ask = (url, options = {}) => new Promise((done) =>
    (String(url).startsWith("http:") ? http : https).get(url, options, (r) => r.resume().on("end", done)).on("error", done));
`;
const run = (source: string, changes = {}): Promise<Hooked> =>
  runHooked(proxy, { args: ["-e", `${PRELUDE}(async () => {${source}})()`], ...changes });

describe("left alone and reported", () => {
  test.each([
    ["custom-lookup", "{ lookup: (name, options, done) => done(new Error(name)) }"],
    ["client-certificate", "{ pfx: 'x', secureContext: tls.createSecureContext() }"],
    ["custom-server-name", "{ servername: 'b.amazonaws.com' }"],
    ["custom-server-name", "{ headers: { host: 'b.amazonaws.com' } }"],
    ["not-http", "{ ALPNProtocols: ['mqtt'] }"],
    ["not-http", "{ ALPNProtocols: Buffer.from('\\x08http/1.1\\x0ex-amzn-mqtt-ca') }"],
  ])("%s: %s", async (code, options) => {
    const path = `/left-${encodeURIComponent(options)}`;
    const { notices } = await run(`
      await ask("https://a.amazonaws.com${path}", ${options});
      await ask("https://a.amazonaws.com${path}", ${options});`);
    expect(notices).toEqual([{ code, authority: "a.amazonaws.com:443" }]);
    expect(seen(path)).toEqual([]);
  });
});

describe("left alone, for it is none of ours", () => {
  test.each([
    ["another port of AWS", 'ask("https://a.amazonaws.com:5432/")', "direct a.amazonaws.com\n"],
    ["plain http to AWS without a signature", 'ask("http://a.amazonaws.com/")', "direct a.amazonaws.com\n"],
    ["a name that only looks like AWS", 'ask("https://myamazonaws.com/")', "direct myamazonaws.com\n"],
    ["a name that goes on after AWS", 'ask("https://amazonaws.com.example/")', "direct amazonaws.com.example\n"],
    ["a Unix socket", 'ask("https://a.amazonaws.com/", { socketPath: "/no/such" })', ""],
  ])("%s", async (_title, call, expected) => {
    const connections = proxy.firstBytes.length;
    const { output, notices } = await run(`await ${call}`);
    expect({ output, notices }).toEqual({ output: expected, notices: [] });
    expect(proxy.firstBytes.length).toBe(connections);
  });

  test("ALPN of HTTP alone is redirected, as names and in wire format", async () => {
    await run(`
      await ask("https://a.amazonaws.com/alpn", { ALPNProtocols: ["http/1.1"] });
      await ask("https://a.amazonaws.com/alpn", { ALPNProtocols: Buffer.from("\\x08http/1.1\\x02h2") });`);
    expect(seen("/alpn")).toHaveLength(2);
  });
});

describe("the end of the run", () => {
  test.each([
    ["its process is gone", { pid: 0x7fff_fffe }],
    ["its file is gone", { isLive: false }],
  ])("connects directly when %s", async (_title, changes) => {
    const { output } = await run('await ask("https://a.amazonaws.com/gone")', changes);
    expect(output).toBe("direct a.amazonaws.com\n");
  });

  test("connects directly once the port refuses, though a process of that pid and the file are there", async () => {
    const source = `
      const url = "http://127.0.0.1:${endpointPort}/";
      const headers = { authorization: "AWS4-HMAC-SHA256 Credential=a" };
      const once = () => new Promise((done) => http.get(url, { headers, agent: false }, (answer) => {
        answer.resume().on("end", () => done(answer.statusCode));
      }).on("error", ({ code }) => done(code)));
      for (let last, tries = 0; last !== 200 && tries < 100; tries += 1) {
        console.log((last = await once()));
        await new Promise(setImmediate);
      }`;
    const gone = await startStandInProxy();
    gone.close();
    const { output } = await runHooked(gone, { args: ["-e", `${PRELUDE}(async () => {${source}})()`] });
    expect(output).toMatch(/^(?:ECONNREFUSED\n){1,9}200\n$/);
  });

  test("a process that may not be signalled counts as alive", async () => {
    await run('process.kill = () => { throw new Error("replaced"); }; await ask("https://a.amazonaws.com/kill")');
    expect(seen("/kill")).toHaveLength(1);
  });
});

describe("configured endpoints", () => {
  test("plain http is named in a preface, ahead of the program's first byte", async () => {
    const env = { AWS_ENDPOINT_URL_S3: `http://localhost:${endpointPort}` };
    await run(`await ask("http://localhost:${endpointPort}/configured")`, { env });
    expect(seen("/configured")).toMatchObject([{ preface: `localhost:${endpointPort}` }]);
    expect(proxy.firstBytes.at(-1)).toMatch(/^IAMGEN\/1 localhost:\d+\r\n(?:GET \/configured)/);
  });

  test("HTTP/2 without TLS is redirected, too", async () => {
    const env = { AWS_ENDPOINT_URL: `http://127.0.0.1:${endpointPort}` };
    const { output } = await run(
      `const session = require("http2").connect("http://127.0.0.1:${endpointPort}");
       session.request({ ":path": "/h2c" }).on("response", (head) => { console.log(head[":status"]); session.close(); }).end();`,
      { env },
    );
    expect(output).toBe("200\n");
    expect(seen("/h2c")).toMatchObject([{ version: "2.0", preface: `127.0.0.1:${endpointPort}` }]);
  });

  test("TLS goes by the names that the run gives", async () => {
    await run('await ask("https://stand-in.test:8443/listed")', { tlsAuthorities: ["stand-in.test:8443"] });
    expect(seen("/listed")).toMatchObject([{ serverName: "stand-in.test" }]);
  });

  test("a metadata address stays direct, even where it is configured", async () => {
    const { output } = await run(
      `net.Socket.prototype.destroy.call(net.connect(80, "169.254.169.254").on("error", () => {}));
       console.log(${"`${process.env.IAMGEN_HTTP_AUTHORITIES}`"});`,
      { env: { AWS_ENDPOINT_URL: "http://169.254.169.254" } },
    );
    expect(output).toBe("169.254.169.254:80\n");
    expect(proxy.firstBytes.filter((bytes) => bytes.includes("169.254"))).toEqual([]);
  });
});
