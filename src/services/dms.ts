/** AWS Database Migration Service: schema conversion has actions of other names than its operations. */
import { authorizedAs, defineService } from "./define-service.ts";
import { everyResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "Database Migration Service",
  operations: {
    ...authorizedAs(
      {
        DescribeExtensionPackAssociations: "ListExtensionPacks",
        DescribeMetadataModelAssessments: "ListMetadataModelAssessments",
        DescribeMetadataModelConversions: "ListMetadataModelConversions",
        DescribeMetadataModelExportsAsScript: "ListMetadataModelExports",
        DescribeMetadataModelExportsToTarget: "ListMetadataModelExports",
        ModifyConversionConfiguration: "UpdateConversionConfiguration",
        ModifyMigrationProject: "UpdateMigrationProject",
        StartExtensionPackAssociation: "AssociateExtensionPack",
        StartMetadataModelExportAsScript: "StartMetadataModelExportAsScripts",
      },
      {
        servicePrefix: "dms",
        because: "what the API describes and modifies, the actions list and update",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdatabasemigrationservice.html",
        example: {
          input: { MigrationProjectIdentifier: "arn:aws:dms:us-east-1:123456789012:migration-project:p1" },
          on: "arn:aws:dms:us-east-1:123456789012:migration-project:p1",
        },
      },
    ),
    ...authorizedAs(
      { ModifyDataProvider: "UpdateDataProvider" },
      {
        servicePrefix: "dms",
        because: "what the API modifies, the actions update",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdatabasemigrationservice.html",
        example: {
          input: { DataProviderIdentifier: "arn:aws:dms:us-east-1:123456789012:data-provider:d1" },
          on: "arn:aws:dms:us-east-1:123456789012:data-provider:d1",
        },
      },
    ),
    ...authorizedAs(
      { ModifyInstanceProfile: "UpdateInstanceProfile" },
      {
        servicePrefix: "dms",
        because: "what the API modifies, the actions update",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdatabasemigrationservice.html",
        example: {
          input: { InstanceProfileIdentifier: "arn:aws:dms:us-east-1:123456789012:instance-profile:i1" },
          on: "arn:aws:dms:us-east-1:123456789012:instance-profile:i1",
        },
      },
    ),
    ...authorizedAs(
      {
        DescribeDataProviders: "ListDataProviders",
        DescribeInstanceProfiles: "ListInstanceProfiles",
        DescribeMigrationProjects: "ListMigrationProjects",
      },
      {
        servicePrefix: "dms",
        because: "what the API describes, the actions list",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdatabasemigrationservice.html",
        resource: everyResource,
        example: { input: {}, on: "*" },
      },
    ),
  },
});
