/** Amazon EC2 Auto Scaling: a launch template is checked by a launch that is tried with the caller's permissions. */
import type { AuthorizedAction } from "./define-service.ts";
import { passesTemplateRole } from "./role-carriers.ts";
import { whenMember } from "./rule-condition.ts";
import { untoldResource } from "./rule-resource.ts";
import { joined, type MemberPath, member, ofCall } from "./rule-value.ts";

const EC2 = joined("ec2.", ofCall("dns-suffix"));

/** ec2:RunInstances from the template at each path, and iam:PassRole for the role behind it. What the template launches with is not in the request, the template is. */
export const launchesFrom = (...paths: readonly MemberPath[]): readonly AuthorizedAction[] =>
  paths.flatMap((path) => [launches(path), passesTemplateRole({ when: whenMember(path), principal: EC2 })]);

const launches = (path: MemberPath): AuthorizedAction => ({
  action: "ec2:RunInstances",
  origin: "forward-access",
  when: whenMember(path),
  resource: untoldResource("no-resource-in-input", "the launch template decides what is launched"),
  conditions: {
    ArnLike: {
      "ec2:LaunchTemplate": joined(
        "arn:",
        ofCall("partition"),
        ":ec2:",
        ofCall("region"),
        ":",
        ofCall("account"),
        ":launch-template/",
        member(`${path}.LaunchTemplateId`),
      ),
    },
  },
});
