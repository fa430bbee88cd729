/** Amazon DocumentDB: authorized as RDS. */
import { defineService } from "./define-service.ts";
import resources from "./rds-resources.ts";

export default defineService({ sdkId: "DocDB", resources });
