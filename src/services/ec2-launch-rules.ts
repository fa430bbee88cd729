/** What the rules of EC2's launches share: AMIs by id or by parameter, what a launch specification may name, open defaults. */
import type { AuthorizedAction } from "./define-service.ts";
import { whenMemberMatches } from "./rule-condition.ts";
import { filled, namedIn, type ResourceRule, template } from "./rule-resource.ts";
import { captured, eachOf, type MemberPath, member, unknownPart } from "./rule-value.ts";

/** AMIs given by id; `resolve:ssm:` names a parameter that holds one instead. */
export const imagesIn = (...paths: readonly MemberPath[]): ResourceRule =>
  filled("image", { ImageId: captured(eachOf(...paths.map(member)), /^(?!resolve:)(.+)$/) });

/** See https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-systems-manager-parameter-to-find-AMI.html */
export const readsImageParameter = (path: MemberPath): AuthorizedAction => ({
  action: "ssm:GetParameters",
  origin: "dependent",
  when: whenMemberMatches(path, /^resolve:ssm:/),
  resource: template("arn:${Partition}:ssm:${Region}:${Account}:parameter/${Name}", {
    Name: captured(member(path), /^resolve:ssm:\/?([^:]+)/),
  }),
  because: "the AMI's id is read from the parameter that the request names",
});

/** Resources that a launch specification names or leaves out; `place` stands before its members (`""`: the request itself). */
export const launchResourcesIn = (place: string): readonly ResourceRule[] => [
  namedIn("snapshot", "SnapshotId", `${place}BlockDeviceMappings[].Ebs.SnapshotId`),
  namedIn("key-pair", "KeyPairName", `${place}KeyName`),
  namedIn("placement-group", "PlacementGroupName", `${place}Placement.GroupName`),
  namedIn("network-interface", "NetworkInterfaceId", `${place}NetworkInterfaces[].NetworkInterfaceId`),
];

/** Always needed, but not in the request: the launch template or the account's defaults decide. */
export const decidedElsewhere = (type: string, variable: string): ResourceRule =>
  filled(type, {
    [variable]: unknownPart(
      "*",
      "no-resource-in-input",
      `${variable} of a launch template or of the account's defaults`,
    ),
  });
