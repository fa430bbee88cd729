/** Amazon ElastiCache: final snapshots, and users that join or leave a group. */
import { authorizedOn, defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, namedIn, typed } from "./rule-resource.ts";
import { eachOf, member } from "./rule-value.ts";

export default defineService({
  sdkId: "ElastiCache",
  resources: {
    usergroup: {
      filledBy: [
        {
          UserGroupId: eachOf(
            member("UserGroupId"),
            member("UserGroupIds[]"),
            member("UserGroupIdsToAdd[]"),
            member("UserGroupIdsToRemove[]"),
          ),
        },
      ],
      because: "user groups are checked wherever the request names them",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticache.html",
      examples: [
        {
          operation: "ModifyReplicationGroup",
          input: { ReplicationGroupId: "main", UserGroupIdsToAdd: ["web"] },
          permits: [
            "elasticache:ModifyReplicationGroup arn:aws:elasticache:us-east-1:123456789012:replicationgroup:main + arn:aws:elasticache:us-east-1:123456789012:usergroup:web",
          ],
        },
      ],
    },
  },
  operations: {
    DeleteCacheCluster: {
      authorizedActions: [
        {
          action: "elasticache:DeleteCacheCluster",
          resource: bothOf(typed("cluster"), namedIn("snapshot", "SnapshotName", "FinalSnapshotIdentifier")),
        },
        {
          action: "elasticache:CreateSnapshot",
          origin: "dependent",
          when: whenMember("FinalSnapshotIdentifier"),
          resource: bothOf(
            namedIn("cluster", "CacheClusterId", "CacheClusterId"),
            namedIn("snapshot", "SnapshotName", "FinalSnapshotIdentifier"),
          ),
          because: "a final snapshot is made before the deletion",
        },
      ],
      because: "a deletion may leave a final snapshot",
      see: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteCacheCluster.html",
      examples: [
        {
          input: { CacheClusterId: "main", FinalSnapshotIdentifier: "last" },
          permits: [
            "elasticache:DeleteCacheCluster arn:aws:elasticache:us-east-1:123456789012:cluster:main + arn:aws:elasticache:us-east-1:123456789012:snapshot:last",
            "elasticache:CreateSnapshot arn:aws:elasticache:us-east-1:123456789012:cluster:main + arn:aws:elasticache:us-east-1:123456789012:snapshot:last",
          ],
        },
        {
          input: { CacheClusterId: "main" },
          permits: ["elasticache:DeleteCacheCluster arn:aws:elasticache:us-east-1:123456789012:cluster:main"],
        },
      ],
    },
    DeleteReplicationGroup: {
      authorizedActions: [
        {
          action: "elasticache:DeleteReplicationGroup",
          resource: bothOf(typed("replicationgroup"), namedIn("snapshot", "SnapshotName", "FinalSnapshotIdentifier")),
        },
        {
          action: "elasticache:CreateSnapshot",
          origin: "dependent",
          when: whenMember("FinalSnapshotIdentifier"),
          resource: bothOf(
            namedIn("replicationgroup", "ReplicationGroupId", "ReplicationGroupId"),
            namedIn("snapshot", "SnapshotName", "FinalSnapshotIdentifier"),
          ),
          because: "a final snapshot is made before the deletion",
        },
      ],
      because: "a deletion may leave a final snapshot",
      see: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteReplicationGroup.html",
      examples: [
        {
          input: { ReplicationGroupId: "main", FinalSnapshotIdentifier: "last" },
          permits: [
            "elasticache:DeleteReplicationGroup arn:aws:elasticache:us-east-1:123456789012:replicationgroup:main + arn:aws:elasticache:us-east-1:123456789012:snapshot:last",
            "elasticache:CreateSnapshot arn:aws:elasticache:us-east-1:123456789012:replicationgroup:main + arn:aws:elasticache:us-east-1:123456789012:snapshot:last",
          ],
        },
        {
          input: { ReplicationGroupId: "main" },
          permits: [
            "elasticache:DeleteReplicationGroup arn:aws:elasticache:us-east-1:123456789012:replicationgroup:main",
          ],
        },
      ],
    },
    DeleteServerlessCache: {
      authorizedActions: [
        {
          action: "elasticache:DeleteServerlessCache",
          resource: bothOf(
            typed("serverlesscache"),
            namedIn("serverlesscachesnapshot", "ServerlessCacheSnapshotName", "FinalSnapshotName"),
          ),
        },
        {
          action: "elasticache:CreateServerlessCacheSnapshot",
          origin: "dependent",
          when: whenMember("FinalSnapshotName"),
          resource: bothOf(
            namedIn("serverlesscache", "ServerlessCacheName", "ServerlessCacheName"),
            namedIn("serverlesscachesnapshot", "ServerlessCacheSnapshotName", "FinalSnapshotName"),
          ),
          because: "a final snapshot is made before the deletion",
        },
      ],
      because: "a deletion may leave a final snapshot",
      see: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteServerlessCache.html",
      examples: [
        {
          input: { ServerlessCacheName: "main", FinalSnapshotName: "last" },
          permits: [
            "elasticache:DeleteServerlessCache arn:aws:elasticache:us-east-1:123456789012:serverlesscache:main + arn:aws:elasticache:us-east-1:123456789012:serverlesscachesnapshot:last",
            "elasticache:CreateServerlessCacheSnapshot arn:aws:elasticache:us-east-1:123456789012:serverlesscache:main + arn:aws:elasticache:us-east-1:123456789012:serverlesscachesnapshot:last",
          ],
        },
        {
          input: { ServerlessCacheName: "main" },
          permits: [
            "elasticache:DeleteServerlessCache arn:aws:elasticache:us-east-1:123456789012:serverlesscache:main",
          ],
        },
      ],
    },
    ...authorizedOn(
      {
        ModifyUserGroup: {
          resources: [typed("usergroup"), namedIn("user", "UserId", "UserIdsToAdd[]", "UserIdsToRemove[]")],
          input: { UserGroupId: "web", UserIdsToAdd: ["ana"] },
          on: [
            "arn:aws:elasticache:us-east-1:123456789012:usergroup:web + arn:aws:elasticache:us-east-1:123456789012:user:ana",
          ],
        },
      },
      {
        servicePrefix: "elasticache",
        because: "users are checked where the request adds or removes them",
        see: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyUserGroup.html",
      },
    ),
  },
});
