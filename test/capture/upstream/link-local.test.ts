import { expect, test } from "vitest";
import { isLinkLocal } from "../../../src/capture/upstream/link-local.ts";

test.each([
  "169.254.169.254",
  "169.254.170.2",
  "::ffff:169.254.169.254",
  "::ffff:a9fe:a9fe",
  "fe80::1",
  "fe80::1%eth0",
  "febf::1",
  "fd00:ec2::254",
  "FD00:0EC2:0:0:0:0:0:23",
])("%s answers only to this machine", (address) => {
  expect(isLinkLocal(address)).toBe(true);
});

test.each(["169.253.255.255", "127.0.0.1", "::1", "fec0::1", "fd00:ec3::1", "::ffff:10.0.0.1", "example.com", ""])(
  "%s does not",
  (address) => {
    expect(isLinkLocal(address)).toBe(false);
  },
);
