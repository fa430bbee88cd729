/** Amazon EC2: tags of resources that are given by id alone. */
import { operationRules } from "./define-service.ts";
import { resourcesById } from "./ec2-resource-ids.ts";
import { either, untoldResource } from "./rule-resource.ts";

export default operationRules({
  CreateTags: {
    authorizedActions: [
      {
        action: "ec2:CreateTags",
        forEach: "Resources[]",
        resource: either(
          resourcesById("Resources[]"),
          untoldResource("ambiguous-resource-type", "the id does not tell the type or name of its resource"),
        ),
      },
    ],
    because: "tags are checked on each resource, whose type its id tells",
    see: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html",
    examples: [
      {
        input: { Resources: ["i-1", "snap-1"], Tags: [{ Key: "team", Value: "a" }] },
        permits: [
          "ec2:CreateTags arn:aws:ec2:us-east-1:123456789012:instance/i-1 + arn:aws:ec2:us-east-1::snapshot/snap-1",
        ],
      },
      { input: { Resources: ["key-1"] }, permits: ["ec2:CreateTags *"] },
    ],
  },
  DeleteTags: {
    authorizedActions: [
      {
        action: "ec2:DeleteTags",
        forEach: "Resources[]",
        resource: either(
          resourcesById("Resources[]"),
          untoldResource("ambiguous-resource-type", "the id does not tell the type or name of its resource"),
        ),
      },
    ],
    because: "tags are checked on each resource, whose type its id tells",
    see: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html",
    examples: [
      {
        input: { Resources: ["vpc-1"] },
        permits: ["ec2:DeleteTags arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1"],
      },
    ],
  },
});
