/** AWS Lake Formation: credentials for data are given to those who may get at the data. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "LakeFormation",
  operations: authorizedAs(
    { GetTemporaryDataLocationCredentials: "GetDataAccess" },
    {
      servicePrefix: "lakeformation",
      because: "credentials for a location are asked for as access to its data",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslakeformation.html",
      example: { input: { DataLocations: ["s3://films"] }, on: "*" },
    },
  ),
});
