import { once } from "node:events";
import { expect, test } from "vitest";
import { dial } from "../../../src/capture/upstream/dial.ts";
import { isSocks } from "../../../src/capture/upstream/socks.ts";
import { readUntil } from "../../support/capture-lab.ts";
import { type SocksManner, socksProxy } from "../../support/socks-proxy.ts";
import { echo, tcpUpstream } from "../../support/upstreams.ts";

const signal = new AbortController().signal;
const through = (proxyPort: number, hostname: string, { port = 9, userInfo = "" } = {}) =>
  dial({
    target: { hostname, port },
    outerProxy: new URL(`socks5h://${userInfo}127.0.0.1:${proxyPort}`),
    ownPort: 1,
    signal,
  });

test.each([
  ["only-the-proxy-knows.invalid", "3 only-the-proxy-knows.invalid"],
  ["203.0.113.9", "1 cb007109"],
  ["2001:db8::9", "4 20010db8000000000000000000000009"],
])("%s is reached as it is named, and its first words are not lost", async (hostname, asked) => {
  const proxy = await socksProxy();
  const upstream = await tcpUpstream((socket) => {
    socket.write("first words");
    echo(socket);
  });
  const socket = await through(proxy.port, hostname, { port: upstream.port });
  expect(await readUntil(socket, "first words")).toBe("first words");
  socket.write("echo");
  expect(String((await once(socket, "data"))[0])).toBe("echo");
  expect(proxy.asked).toEqual([` ${asked} ${upstream.port}`]);
  socket.destroy();
});

test("credentials are decoded from the URL, and sent where the proxy wants them", async () => {
  const upstream = await tcpUpstream(echo);
  const wanting = await socksProxy({ userInfo: "us er:100%" });
  (await through(wanting.port, "a.invalid", { port: upstream.port, userInfo: "us%20er:100%@" })).destroy();
  expect(wanting.asked).toEqual([`us er:100% 3 a.invalid ${upstream.port}`]);
  const content = await socksProxy();
  (await through(content.port, "a.invalid", { port: upstream.port, userInfo: "u:p@" })).destroy();
  expect(content.asked).toEqual([` 3 a.invalid ${upstream.port}`]);
});

test.each<[string, SocksManner, string, string, string]>([
  ["wants credentials that the URL does not have", { userInfo: "u:p" }, "", "PROXY_407", "wants other credentials"],
  ["wants others than the URL's", { userInfo: "u:p" }, "u:q@", "PROXY_407", "does not accept these credentials"],
  ["cannot reach the host", { reply: 4 }, "", "SOCKS_4", "host unreachable"],
  ["gives a reason of its own", { reply: 99 }, "", "SOCKS_99", "reply 99"],
])("a proxy that %s is the reason", async (_, manner, userInfo, code, words) => {
  const proxy = await socksProxy(manner);
  await expect(through(proxy.port, "a.invalid", { userInfo })).rejects.toMatchObject({
    stage: "connect",
    code,
    message: `the outer proxy: ${words}`,
  });
});

test.each([
  ["speaks something else", "HTTP/1.1 400 Bad Request\r\n\r\n", "PROXY_0"],
  ["hangs up", "", "PROXY_CLOSED"],
  ["hangs up within its answer", "\x05", "PROXY_CLOSED"],
])("one that %s is told", async (_, answer, code) => {
  const proxy = await tcpUpstream((socket) => socket.once("data", () => socket.end(answer, "latin1")));
  await expect(through(proxy.port, "a.invalid")).rejects.toMatchObject({ code });
});

test("only SOCKS 5 is SOCKS here", () => {
  const schemes = ["socks5", "socks5h", "socks", "socks4", "http", "https"];
  expect(schemes.filter((scheme) => isSocks(new URL(`${scheme}://a:1`)))).toEqual(["socks5", "socks5h", "socks"]);
});
