import { describe, expect, test } from "vitest";
import { hostClass, PRIVATE_CERTIFICATES } from "../../src/services/host-classes.ts";

describe("names of the user's own servers", () => {
  test.each(PRIVATE_CERTIFICATES.flatMap(({ examples }) => examples))("%s shows a private certificate", (hostname) => {
    expect(hostClass(hostname)).toBe("private-certificate");
  });
});

describe("endpoints of AWS", () => {
  test.each([
    "eks.eu-west-1.amazonaws.com",
    "fips.eks.us-east-1.amazonaws.com",
    "eks-fips.us-east-1.api.aws",
    "eks-auth.eu-west-1.api.aws",
    "elasticloadbalancing.eu-west-1.amazonaws.com",
    "ec2.eu-west-1.amazonaws.com",
    "compute-optimizer.eu-west-1.amazonaws.com",
    "s3.amazonaws.com",
    "album.elb.s3.amazonaws.com",
    "compute.s3.eu-west-1.amazonaws.com",
    "vpce-0123-abcd.sqs.eu-west-1.vpce.amazonaws.com",
  ])("%s is an endpoint", (hostname) => {
    expect(hostClass(hostname)).toBe("api");
  });

  test("case and a final dot do not matter", () => {
    expect(hostClass("Web-1.EU-WEST-1.elb.amazonaws.com.")).toBe("private-certificate");
  });
});
