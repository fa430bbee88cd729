/** Aurora DSQL: what making or changing a cluster asks for besides. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { namedIn, newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "DSQL",
  operations: {
    CreateCluster: {
      authorizedActions: [
        { action: "dsql:CreateCluster", resource: newResource("Cluster") },
        {
          action: "dsql:PutMultiRegionProperties",
          origin: "dependent",
          when: whenMember("multiRegionProperties"),
          resource: newResource("Cluster"),
          because: "the cluster is set up for several regions",
        },
        {
          action: "dsql:PutWitnessRegion",
          origin: "dependent",
          when: whenMember("multiRegionProperties.witnessRegion"),
          resource: newResource("Cluster"),
          because: "the request names a witness region",
        },
        {
          action: "dsql:AddPeerCluster",
          origin: "dependent",
          when: whenMember("multiRegionProperties.clusters[]"),
          resource: newResource("Cluster"),
          because: "the request names peer clusters",
        },
        {
          action: "dsql:PutClusterPolicy",
          origin: "dependent",
          when: whenMember("policy"),
          resource: newResource("Cluster"),
          because: "the cluster is made with a policy",
        },
      ],
      because: "a cluster's peers, witness and policy are checked under actions of their own",
      see: "https://docs.aws.amazon.com/aurora-dsql/latest/userguide/authentication-authorization.html",
      examples: [
        {
          input: {
            multiRegionProperties: { clusters: ["arn:aws:dsql:us-east-2:123456789012:cluster/peer"] },
            tags: { a: "b" },
          },
          permits: [
            "dsql:CreateCluster arn:aws:dsql:us-east-1:123456789012:cluster/*",
            "dsql:PutMultiRegionProperties arn:aws:dsql:us-east-1:123456789012:cluster/*",
            "dsql:AddPeerCluster arn:aws:dsql:us-east-1:123456789012:cluster/*",
            "dsql:TagResource arn:aws:dsql:us-east-1:123456789012:cluster/*",
          ],
        },
        {
          input: { multiRegionProperties: { witnessRegion: "us-west-2" } },
          permits: [
            "dsql:CreateCluster arn:aws:dsql:us-east-1:123456789012:cluster/*",
            "dsql:PutMultiRegionProperties arn:aws:dsql:us-east-1:123456789012:cluster/*",
            "dsql:PutWitnessRegion arn:aws:dsql:us-east-1:123456789012:cluster/*",
          ],
        },
        {
          input: { deletionProtectionEnabled: true },
          permits: ["dsql:CreateCluster arn:aws:dsql:us-east-1:123456789012:cluster/*"],
        },
      ],
    },
    UpdateCluster: {
      authorizedActions: [
        { action: "dsql:UpdateCluster" },
        {
          action: "dsql:PutMultiRegionProperties",
          origin: "dependent",
          when: whenMember("multiRegionProperties"),
          resource: namedIn("Cluster", "Identifier", "identifier"),
          because: "the cluster is set up for several regions",
        },
        {
          action: "dsql:PutWitnessRegion",
          origin: "dependent",
          when: whenMember("multiRegionProperties.witnessRegion"),
          resource: namedIn("Cluster", "Identifier", "identifier"),
          because: "the request names a witness region",
        },
        {
          action: "dsql:AddPeerCluster",
          origin: "dependent",
          when: whenMember("multiRegionProperties.clusters[]"),
          resource: namedIn("Cluster", "Identifier", "identifier"),
          because: "the request names peer clusters",
        },
      ],
      because: "a cluster's peers, witness and policy are checked under actions of their own",
      see: "https://docs.aws.amazon.com/aurora-dsql/latest/userguide/authentication-authorization.html",
      examples: [
        {
          input: { identifier: "abc", multiRegionProperties: { witnessRegion: "us-west-2" } },
          permits: [
            "dsql:UpdateCluster arn:aws:dsql:us-east-1:123456789012:cluster/abc",
            "dsql:PutMultiRegionProperties arn:aws:dsql:us-east-1:123456789012:cluster/abc",
            "dsql:PutWitnessRegion arn:aws:dsql:us-east-1:123456789012:cluster/abc",
          ],
        },
        {
          input: { identifier: "abc", deletionProtectionEnabled: true },
          permits: ["dsql:UpdateCluster arn:aws:dsql:us-east-1:123456789012:cluster/abc"],
        },
      ],
    },
  },
});
