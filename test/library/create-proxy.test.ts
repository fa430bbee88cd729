import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createProxy } from "../../src/library/create-proxy.ts";
import { ELSEWHERE } from "../support/elsewhere.ts";
import { tempDir } from "../support/temp-dir.ts";

const userOf = (directory: string) => ({ PATH: "/usr/bin:/bin", HOME: directory, XDG_CACHE_HOME: directory });

test("gives the variables that lead programs to it, over those of the user", async () => {
  const user = { ...userOf(tempDir()), NODE_OPTIONS: "--max-old-space-size=99" };
  const proxy = await createProxy({ environment: user });
  onTestFinished(async () => void (await proxy.stop()));

  expect(proxy.environment).toMatchObject({ HOME: user.HOME, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` });
  expect(proxy.environment["NODE_OPTIONS"]).toMatch(/--require .*register\.cjs.* --max-old-space-size=99$/);
  expect(proxy.changedVariables).not.toHaveProperty("HOME");
  expect(proxy.caPem).toMatch(/^-----BEGIN CERTIFICATE-----/);
  expect(proxy.progress()).toEqual({ calls: 0, operations: 0, denied: 0 });
});

test("records to whoever takes the lines, and says when it has ended", async () => {
  const lines: string[] = [];
  const proxy = await createProxy({
    environment: userOf(tempDir()),
    command: "/opt/tool",
    write: (line) => lines.push(line),
  });
  const live = proxy.environment["IAMGEN_LIVE_FILE"] ?? "";
  expect(existsSync(live)).toBe(true);

  const recording = await proxy.stop(3);

  expect(recording).toMatchObject({ header: { program: "tool" }, calls: [], end: { exitCode: 3 } });
  expect(lines.map((line): unknown => JSON.parse(line).type)).toEqual(["run", "end"]);
  expect(existsSync(live)).toBe(false);
});

test("a home that cannot be written does not keep a program from running", async () => {
  const file = join(tempDir(), "file");
  writeFileSync(file, "");
  const proxy = await createProxy({ environment: { PATH: "/usr/bin", XDG_CACHE_HOME: file } });
  await proxy.stop();
  expect(proxy.environment["SSL_CERT_FILE"]).not.toContain(file);
});

test("programs on another address get variables of their own, and certificates that any user can read there", async () => {
  const proxy = await createProxy({ environment: userOf(tempDir()), bind: ELSEWHERE });
  onTestFinished(async () => void (await proxy.stop()));

  const { authority = "", variables = {}, certificates = "" } = proxy.elsewhere ?? {};
  expect(new URL(variables["HTTPS_PROXY"] ?? "").host).toBe(authority);
  expect(proxy.environment["HTTPS_PROXY"]).toBe(`http://127.0.0.1:${proxy.port}`);
  const bundle = variables["SSL_CERT_FILE"] ?? "";
  expect(bundle.startsWith(`${certificates}/`)).toBe(true);
  expect([certificates, bundle].map((path) => statSync(path).mode & 0o005)).toEqual([0o005, 0o004]);
});

test("a port in use is told, and nothing is left behind", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  await expect(createProxy({ environment: userOf(tempDir()), port })).rejects.toMatchObject({ exitCode: 3 });
});

test("a program that embeds us is a child like any other: its own children are seen", async () => {
  const proxy = await createProxy({ environment: { ...process.env, ...userOf(tempDir()) } });
  onTestFinished(async () => void (await proxy.stop()));
  const script = "process.stdout.write(process.env.IAMGEN_PROXY_PORT)";
  const child = spawn(process.execPath, ["-e", script], { env: { ...proxy.environment, NODE_OPTIONS: "" } });
  const [data] = (await once(child.stdout, "data")) as [Buffer];
  expect(String(data)).toBe(String(proxy.port));
});
