/** APIs that customers deploy on AppSync: their endpoints have names of their own, which are not the APIs' ids. */
import { defineAddressing } from "./define-addressing.ts";

/** See https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-data.html */
export const appSyncApiAddressing = defineAddressing({
  sdkId: "AppSync API",
  hosts: [{ form: "{Endpoint}.appsync-api", binds: { Endpoint: ["{Endpoint}"] } }],
});
