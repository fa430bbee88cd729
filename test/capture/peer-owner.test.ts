import { once } from "node:events";
import { connect, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { GONE, ownerIn, ownUserOnly, sharedReader, systemTellsOwners } from "../../src/capture/peer-owner.ts";

const TCP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1
   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 2
   2: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 3
   3: 0200007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1002        0 4
`;
const TCP6 = `  sl  local_address remote_address st tx_queue rx_queue tr tm->when retrnsmt uid timeout inode
   0: 0000000000000000FFFF00000100007F:C351 0000000000000000FFFF00000100007F:1F90 01 0:0 00:0 0  1003 0 5
`;
const from = (remoteAddress: string, remotePort: number) => ({ remoteAddress, remotePort, localPort: 8080 });

test("takes the owner of the client's end, not of the listener's", () => {
  expect(ownerIn(TCP, from("127.0.0.1", 50000))).toBe(1001);
});

test("tells clients of other loopback addresses apart", () => {
  expect(ownerIn(TCP, from("127.0.0.2", 50000))).toBe(1002);
});

test("finds a client that dialled from an IPv6 socket, as Java does", () => {
  expect(ownerIn(TCP6, from("127.0.0.1", 50001))).toBe(1003);
});

test("knows nothing of a connection that is not listed", () => {
  expect(ownerIn(TCP, from("127.0.0.1", 50002))).toBeUndefined();
  expect(ownerIn("", from("127.0.0.1", 50000))).toBeUndefined();
});

test("does not take a client that has closed for root, in whose name the kernel lists it", () => {
  const left = TCP.replace("C350 0100007F:1F90 01", "C350 0100007F:1F90 05").replace(
    "1001        0 3",
    "   0        0 0",
  );
  expect(ownerIn(left, from("127.0.0.1", 50000))).toBe(GONE);
  expect(ownerIn(left, from("127.0.0.2", 50000))).toBe(1002);
  expect(ownerIn(left.replace("   0        0 0", "1001        0 0"), from("127.0.0.1", 50000))).toBe(1001);
});

test("takes no part of another address, port or column for the client's", () => {
  const table = TCP.replace("   2: 0100007F:C350", "   2: 0100007F:C35");
  expect(ownerIn(table, from("127.0.0.1", 50000))).toBeUndefined();
  expect(ownerIn(TCP, { ...from("127.0.0.1", 50000), localPort: 8081 })).toBeUndefined();
});

test("lets in a client of the same user", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  const localPort = typeof address === "object" && address !== null ? address.port : 0;
  const client = connect(localPort, "127.0.0.1");
  onTestFinished(() => void client.destroy());
  await once(client, "connect");

  const { localPort: remotePort = 0 } = client;
  expect(await ownUserOnly()({ remoteAddress: "127.0.0.1", remotePort, localPort })).toBe("own");
});

test("it is known which systems tell owners", () => {
  expect(systemTellsOwners()).toBe(process.platform === "linux");
});

test("one reading answers all who asked before it began; who came later gets the next", async () => {
  let begun = 0;
  const finish: (() => void)[] = [];
  const read = sharedReader(() => {
    begun += 1;
    const count = begun;
    return new Promise<number>((done) => finish.push(() => done(count)));
  });
  const first = [read(), read()];
  await Promise.resolve();
  const second = [read(), read(), read()];
  expect(begun).toBe(1);
  finish[0]?.();
  expect(await Promise.all(first)).toEqual([1, 1]);
  await expect.poll(() => begun).toBe(2);
  finish[1]?.();
  expect(await Promise.all(second)).toEqual([2, 2, 2]);
});

test("a reading that fails fails for its own alone", async () => {
  let begun = 0;
  const read = sharedReader(async () => {
    begun += 1;
    if (begun === 1) throw new Error("no such file");
    return begun;
  });
  await expect(read()).rejects.toThrow("no such file");
  expect(await read()).toBe(2);
});
