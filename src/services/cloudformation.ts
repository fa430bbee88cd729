/** AWS CloudFormation: stacks without a name, stack policies, and templates in S3. */
import { defineService } from "./define-service.ts";
import { anyOf, unlessMember, whenMember, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, either, everyResource, filled } from "./rule-resource.ts";
import { matching, member, unknownPart } from "./rule-value.ts";

/** Virtual-hosted or by path, with or without a region. */
const OBJECT =
  /^https:\/\/(?:(?<BucketName>[a-z0-9][a-z0-9.-]+)\.s3[.-])(?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?\/(?<ObjectName>[^?]+)$/;
const OBJECT_BY_PATH =
  /^https:\/\/s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?\/(?<BucketName>[^/?]+)\/(?<ObjectName>[^?]+)$/;

const STACK = filled("stack", {
  StackName: member("StackName"),
  Id: unknownPart("*", "id-assigned-by-aws", "a stack's ARN holds an id beside its name"),
});

export default defineService({
  sdkId: "CloudFormation",
  operations: {
    DescribeStacks: {
      authorizedActions: [
        { action: "cloudformation:DescribeStacks", resource: either(arnIn("StackName"), STACK, everyResource) },
        {
          action: "cloudformation:ListStacks",
          resource: everyResource,
          when: unlessMember("StackName"),
          origin: "dependent",
        },
      ],
      because: "without a name all stacks are described, which the listing of stacks guards, too",
      see: "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html",
      examples: [
        { input: {}, permits: ["cloudformation:DescribeStacks *", "cloudformation:ListStacks *"] },
        {
          input: { StackName: "shop" },
          permits: ["cloudformation:DescribeStacks arn:aws:cloudformation:us-east-1:123456789012:stack/shop/*"],
        },
      ],
    },
    UpdateStack: {
      authorizedActions: [
        { action: "cloudformation:UpdateStack" },
        {
          action: "cloudformation:SetStackPolicy",
          when: anyOf(whenMember("StackPolicyBody"), whenMember("StackPolicyURL")),
          origin: "dependent",
          because: "the update replaces the stack's policy",
        },
      ],
      because: "an update that brings a stack policy sets it, too",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html",
      examples: [
        {
          input: { StackName: "shop", StackPolicyBody: "{}" },
          permits: [
            "cloudformation:UpdateStack arn:aws:cloudformation:us-east-1:123456789012:stack/shop/*",
            "cloudformation:SetStackPolicy arn:aws:cloudformation:us-east-1:123456789012:stack/shop/*",
          ],
        },
        {
          input: { StackName: "shop" },
          permits: ["cloudformation:UpdateStack arn:aws:cloudformation:us-east-1:123456789012:stack/shop/*"],
        },
      ],
    },
  },
  besides: [
    {
      authorizedActions: [
        {
          action: "s3:GetObject",
          resource: filled(
            "object",
            matching(member("TemplateURL"), OBJECT, { percentEncoded: true }),
            matching(member("TemplateURL"), OBJECT_BY_PATH, { percentEncoded: true }),
          ),
          when: anyOf(whenMemberMatches("TemplateURL", OBJECT), whenMemberMatches("TemplateURL", OBJECT_BY_PATH)),
          origin: "forward-access",
        },
      ],
      because: "the template is read from S3 with the caller's permissions",
      see: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html",
      examples: [
        {
          operation: "CreateStack",
          input: { StackName: "shop", TemplateURL: "https://templates.s3.us-east-1.amazonaws.com/prod/shop.yaml" },
          permits: [
            "cloudformation:CreateStack arn:aws:cloudformation:us-east-1:123456789012:stack/shop/*",
            "s3:GetObject arn:aws:s3:::templates/prod/shop.yaml",
          ],
        },
        {
          operation: "CreateStack",
          input: { StackName: "shop", TemplateURL: "https://s3.amazonaws.com/templates/shop.yaml" },
          permits: [
            "cloudformation:CreateStack arn:aws:cloudformation:us-east-1:123456789012:stack/shop/*",
            "s3:GetObject arn:aws:s3:::templates/shop.yaml",
          ],
        },
        {
          operation: "CreateStack",
          input: { StackName: "shop", TemplateBody: "{}" },
          permits: ["cloudformation:CreateStack arn:aws:cloudformation:us-east-1:123456789012:stack/shop/*"],
        },
      ],
    },
  ],
});
