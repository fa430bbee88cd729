import { expect, test } from "vitest";
import cloudformation from "../../src/services/cloudformation.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(cloudformation);

test.each([
  ["https://templates.s3.amazonaws.com/shop.yaml", "templates/shop.yaml"],
  ["https://a.templates.s3-eu-west-1.amazonaws.com/x/shop.yaml", "a.templates/x/shop.yaml"],
  ["https://s3.cn-north-1.amazonaws.com.cn/templates/shop.yaml", "templates/shop.yaml"],
])("the template at %s is read", (TemplateURL, object) => {
  expect(permits("ValidateTemplate", { TemplateURL })).toContain(`s3:GetObject arn:aws:s3:::${object}`);
});

test("a template elsewhere needs no permission in S3", () => {
  const TemplateURL = "https://ssm-doc.example.com/shop.yaml";
  expect(permits("ValidateTemplate", { TemplateURL })).toEqual(["cloudformation:ValidateTemplate *"]);
});

test("a stack that is given by its ARN is taken as it is", () => {
  const StackName = "arn:aws:cloudformation:us-east-1:123456789012:stack/shop/0a1b";
  expect(permits("DescribeStacks", { StackName })).toEqual([`cloudformation:DescribeStacks ${StackName}`]);
});
