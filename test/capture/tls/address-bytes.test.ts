import { expect, test } from "vitest";
import { addressBytes, maskBytes } from "../../../src/capture/tls/address-bytes.ts";

test.each([
  ["127.0.0.1", "7f000001"],
  ["255.254.0.9", "fffe0009"],
  ["::", "00000000000000000000000000000000"],
  ["::1", "00000000000000000000000000000001"],
  ["fd00:ec2::254", "fd000ec2000000000000000000000254"],
  ["1:2:3:4:5:6:7:8", "00010002000300040005000600070008"],
  ["::ffff:10.0.0.1", "00000000000000000000ffff0a000001"],
  ["fe80::1%eth0", "fe800000000000000000000000000001"],
])("%s", (address, hex) => {
  expect(addressBytes(address).toString("hex")).toBe(hex);
});

test("a name is no address", () => {
  expect(() => addressBytes("localhost")).toThrow("not an IP address: `localhost`");
});

test.each([
  [4, 8, "ff000000"],
  [4, 0, "00000000"],
  [4, 20, "fffff000"],
  [16, 128, "f".repeat(32)],
])("a mask of %i bytes with %i bits", (length, prefix, hex) => {
  expect(maskBytes(length, prefix).toString("hex")).toBe(hex);
});
