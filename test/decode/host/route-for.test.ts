import { expect, test } from "vitest";
import { routeFor } from "../../../src/decode/host/route-for.ts";

const OBSERVED = { kind: "observe" };
const blind = (why: string) => ({ kind: "tunnel", why });

test.each([
  ["s3.us-east-1.amazonaws.com", 443, OBSERVED],
  ["dynamodb.cn-north-1.amazonaws.com.cn", 443, OBSERVED],
  ["s3.us-east-1.amazonaws.com", 80, OBSERVED],
  ["cluster.cluster-abc.us-east-1.neptune.amazonaws.com", 8182, OBSERVED],
  ["mq-1.mq.us-east-1.amazonaws.com", 5671, blind("not-http")],
  ["ABC.gr7.us-east-1.eks.amazonaws.com", 443, blind("private-certificate")],
  ["registry.npmjs.org", 443, blind("not-aws")],
  ["amazonaws.com.example.net", 443, blind("not-aws")],
] as const)("%s:%i", (hostname, port, route) => {
  expect(routeFor([])(hostname.toLowerCase(), port)).toEqual(route);
});

test("a host that the user names is observed on every port, with a port on that one only", () => {
  const route = routeFor(["Storage.example.com", "queue.example.com:8443"]);
  expect(route("storage.example.com", 9000)).toEqual(OBSERVED);
  expect(route("queue.example.com", 8443)).toEqual(OBSERVED);
  expect(route("queue.example.com", 443)).toEqual(blind("not-aws"));
});
