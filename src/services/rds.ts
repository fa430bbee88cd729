/** Amazon RDS: clusters and their ARNs. */
import { defineService } from "./define-service.ts";
import resources from "./rds-resources.ts";

export default defineService({ sdkId: "RDS", resources });
