import { expect, test } from "vitest";
import { isLinkLocal } from "../../../src/capture/upstream/link-local.ts";

test.each([
  "169.254.169.254",
  "169.254.170.2",
  "::ffff:169.254.169.254",
  "::ffff:a9fe:a9fe",
  "2852039166",
  "0xA9FEA9FE",
  "0251.0376.0251.0376",
  "169.254.43518",
  "64:ff9b::169.254.169.254",
  "fe80::1",
  "fe80::1%eth0",
  "febf::1",
  "fd00:ec2::254",
  "FD00:0EC2:0:0:0:0:0:23",
])("%s answers only to this machine", (address) => {
  expect(isLinkLocal(address)).toBe(true);
});

test.each([
  "169.253.255.255",
  "127.0.0.1",
  "::1",
  "fec0::1",
  "fd00:ec3::1",
  "::ffff:10.0.0.1",
  "example.com",
  "2852039166.example.com",
  "4294967296",
  "",
])("%s does not", (address) => {
  expect(isLinkLocal(address)).toBe(false);
});
