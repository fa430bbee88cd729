/** AWS IoT SiteWise: each entry of a batch is a property of an asset, or an alias that does not tell whose it is. */
import { authorizedAs, defineService } from "./define-service.ts";
import targets from "./iotsitewise-targets.ts";
import { bothOf, either, filled } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "IoTSiteWise",
  operations: {
    ...targets,
    ...authorizedAs(
      {
        BatchPutAssetPropertyValue: "BatchPutAssetPropertyValue",
        BatchGetAssetPropertyValue: "BatchGetAssetPropertyValue",
        BatchGetAssetPropertyValueHistory: "BatchGetAssetPropertyValueHistory",
        BatchGetAssetPropertyAggregates: "BatchGetAssetPropertyAggregates",
      },
      {
        servicePrefix: "iotsitewise",
        forEach: "entries[]",
        resource: either(
          filled("asset", { AssetId: member("entries[].assetId") }),
          bothOf(
            filled("asset", {
              AssetId: unknownPart("*", "no-resource-in-input", "an alias does not tell its asset or series"),
            }),
            filled("time-series", {
              TimeSeriesId: unknownPart("*", "no-resource-in-input", "an alias does not tell its asset or series"),
            }),
          ),
        ),
        because: "each entry of a batch is checked",
        see: "https://docs.aws.amazon.com/iot-sitewise/latest/userguide/security_iam_service-with-iam.html",
        example: {
          input: { entries: [{ entryId: "1", propertyAlias: "/plant/1" }] },
          on: "arn:aws:iotsitewise:us-east-1:123456789012:asset/* + arn:aws:iotsitewise:us-east-1:123456789012:time-series/*",
        },
      },
    ),
  },
});
