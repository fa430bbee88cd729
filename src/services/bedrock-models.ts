/** The model that a request to Bedrock runs: a foundation model, something with an ARN, or a profile that spreads calls over regions. */
import type { AuthorizedAction } from "./define-service.ts";
import { allOf, unless, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, filled, template } from "./rule-resource.ts";
import { captured, joined, type MemberPath, member, ofCall, unknownPart } from "./rule-value.ts";

/** Geographies whose system-defined profiles begin so: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html */
const PROFILE = /^(?:us|us-gov|eu|apac|jp|au|ca|sa|me|af|il|global)\.(.+\..+)$/;
const ARN = /^arn:/;

/** `action` on whatever `path` names. A profile needs itself and its model, in each region that the profile may choose. */
export function runsModel(action: string, path: MemberPath): readonly AuthorizedAction[] {
  const isProfile = whenMemberMatches(path, PROFILE);
  const isArn = whenMemberMatches(path, ARN);
  return [
    {
      action,
      when: isArn,
      resource: arnIn(path),
    },
    {
      action,
      when: allOf(unless(isArn), unless(isProfile)),
      resource: filled("foundation-model", { ResourceId: member(path) }),
    },
    { action, when: isProfile, resource: filled("inference-profile", { ResourceId: member(path) }) },
    {
      action,
      when: isProfile,
      resource: template("arn:${Partition}:bedrock:${AnyRegion}::foundation-model/${ModelId}", {
        AnyRegion: unknownPart("*", "region-chosen-by-aws", "an inference profile chooses the region of its model"),
        ModelId: captured(member(path), PROFILE),
      }),
      conditions: {
        StringEquals: {
          "bedrock:InferenceProfileArn": joined(
            "arn:",
            ofCall("partition"),
            ":bedrock:",
            ofCall("region"),
            ":",
            ofCall("account"),
            ":inference-profile/",
            member(path),
          ),
        },
      },
      because: "an inference profile runs its model in a region of its choice",
    },
  ];
}
