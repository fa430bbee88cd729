import { expect, test } from "vitest";
import { compileHostForms } from "../../../src/decode/host/host-forms.ts";

const forms = [
  { form: "{Name}-{AccountId}.store-point" },
  { form: "{Bucket+}.store", holds: "Bucket", standIn: true },
  { form: "store", standIn: true },
] as const;

function read(hostname: string) {
  const reading = compileHostForms({ sdkId: "Store", hosts: forms })?.(hostname);
  return reading === undefined ? undefined : { form: reading.form.form, ...Object.fromEntries(reading.values) };
}

test.each([
  ["store.amazonaws.com", { form: "store" }],
  ["store.eu-west-1.amazonaws.com", { form: "store", Region: "eu-west-1" }],
  ["store-eu-west-1.amazonaws.com", { form: "store", Region: "eu-west-1" }],
  ["store-fips.dualstack.us-gov-west-1.amazonaws.com", { form: "store", Region: "us-gov-west-1" }],
  ["a.store.amazonaws.com", { form: "{Bucket+}.store", Bucket: "a" }],
  ["a.b.store.cn-north-1.amazonaws.com.cn", { form: "{Bucket+}.store", Bucket: "a.b", Region: "cn-north-1" }],
  ["a.store.us-east-1.vpce.amazonaws.com", { form: "{Bucket+}.store", Bucket: "a", Region: "us-east-1" }],
  [
    "my-point-123456789012.store-point.us-east-1.amazonaws.com",
    { form: "{Name}-{AccountId}.store-point", Name: "my-point", AccountId: "123456789012", Region: "us-east-1" },
  ],
])("reads %s", (hostname, reading) => {
  expect(read(hostname)).toEqual(reading);
});

test.each([
  ["store.localhost.localstack.cloud", { form: "store" }],
  ["a.store.localhost", { form: "{Bucket+}.store", Bucket: "a" }],
])("reads the stand-in %s", (hostname, reading) => {
  expect(read(hostname)).toEqual(reading);
});

test.each([
  "other.us-east-1.amazonaws.com",
  "my-point-1234.store-point.us-east-1.amazonaws.com",
  "my-point-123456789012.store-point.localhost",
  "localhost",
  "127.0.0.1",
])("%s fits no form", (hostname) => {
  expect(read(hostname)).toBeUndefined();
});

test("an API without forms has no reader", () => {
  expect(compileHostForms({ sdkId: "Plain" })).toBeUndefined();
});
