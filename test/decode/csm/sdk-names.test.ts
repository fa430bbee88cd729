import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createApiFinder, findOperation } from "../../../src/decode/csm/sdk-names.ts";
import { REAL_CONTEXT } from "../../support/real-decoder.ts";

const apiNamed = createApiFinder(REAL_CONTEXT.apis);

test.each([
  ["DynamoDB", "DynamoDB"],
  ["cognito-identity-provider", "Cognito Identity Provider"],
  ["CognitoIdentityProvider", "Cognito Identity Provider"],
  ["AWS Glue", "Glue"],
  ["monitoring", "CloudWatch"],
  ["No Such Thing", undefined],
])("%s is %s", (service, sdkId) => {
  expect(apiNamed(service)?.sdkId).toBe(sdkId);
});

const JS_V2 = join(import.meta.dirname, "../../../node_modules/aws-sdk/apis");

interface V2Model {
  readonly metadata: { readonly serviceId?: string };
  readonly operations: Readonly<Record<string, unknown>>;
}

const v2Model = (file: string): V2Model => JSON.parse(readFileSync(join(JS_V2, file), "utf8"));
const V2_FILES = readdirSync(JS_V2).filter((name) => name.endsWith(".min.json"));

/** AWS has closed them since. */
const CLOSED = `AppTest, Elastic Inference, Elastic Transcoder, Evidently, IoT 1Click Devices Service, IoT 1Click Projects,
  IoT Events, IoT Events Data, IoTAnalytics, IoTFleetHub, LookoutMetrics, LookoutVision, Mobile Analytics, OpsWorks, OpsWorksCM,
  Panorama, PrivateNetworks, QLDB, QLDB Session, RoboMaker, SMS, SimSpaceWeaver, WorkLink, finspace, finspace data, nimble, tnb`;

test("what the AWS SDK for JavaScript v2 calls an API has its model, but for what is closed", () => {
  const ids = new Set(V2_FILES.flatMap((file) => v2Model(file).metadata.serviceId ?? []));
  expect([...ids].filter((id) => apiNamed(id) === undefined).sort()).toEqual(CLOSED.split(/,\s+/).sort());
});

test.each(["cloudfront-2020-05-31", "dynamodb-2012-08-10", "ec2-2016-11-15", "s3-2006-03-01", "events-2015-10-07"])(
  "what it calls the operations of %s has its model",
  (name) => {
    const { metadata, operations } = v2Model(`${name}.min.json`);
    const api = apiNamed(metadata.serviceId ?? "");
    const known = REAL_CONTEXT.apis.load(api?.client ?? "").operations;
    const missing = Object.keys(operations).filter((operation) => findOperation(known, operation) === undefined);
    // Elastic Graphics and the like are gone from newer models.
    expect(missing.length / Object.keys(operations).length).toBeLessThan(0.02);
  },
);
