/** Systems Manager: sessions are checked on what they connect to, and on the document that describes them. */
import { operationRules } from "./define-service.ts";
import { bothOf } from "./rule-resource.ts";
import { firstOf, member } from "./rule-value.ts";
import { documentNamed, SESSION_TARGET } from "./ssm-names.ts";

export default operationRules({
  StartSession: {
    authorizedActions: [
      {
        action: "ssm:StartSession",
        resource: bothOf(SESSION_TARGET, documentNamed(firstOf(member("DocumentName"), "SSM-SessionManagerRunShell"))),
      },
    ],
    because: "a session without a document uses the account's default one",
    see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html",
    examples: [
      {
        input: { Target: "i-0123456789abcdef0" },
        permits: [
          "ssm:StartSession arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0 + arn:aws:ssm:us-east-1:123456789012:document/SSM-SessionManagerRunShell",
        ],
      },
      {
        input: { Target: "mi-0123456789abcdef0", DocumentName: "AWS-StartPortForwardingSession" },
        permits: [
          "ssm:StartSession arn:aws:ssm:us-east-1:123456789012:managed-instance/mi-0123456789abcdef0 + arn:aws:ssm:us-east-1::document/AWS-StartPortForwardingSession",
        ],
      },
      {
        input: {
          Target: "ecs:shop_0123456789abcdef0123456789abcdef_0123456789abcdef0123456789abcdef-1234567890",
          DocumentName: "AWS-StartInteractiveCommand",
        },
        permits: [
          "ssm:StartSession arn:aws:ecs:us-east-1:123456789012:task/shop/0123456789abcdef0123456789abcdef + arn:aws:ssm:us-east-1::document/AWS-StartInteractiveCommand",
        ],
      },
    ],
  },
  GetConnectionStatus: {
    authorizedActions: [{ action: "ssm:GetConnectionStatus", resource: SESSION_TARGET }],
    because: "the target is an instance of EC2, a node outside it or a container",
    see: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetConnectionStatus.html",
    examples: [
      {
        input: { Target: "i-0123456789abcdef0" },
        permits: ["ssm:GetConnectionStatus arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0"],
      },
    ],
  },
});
