/** AWS CodeConnections: links to repositories, and what keeps in step with them. */
import { connectionRules } from "./connection-rules.ts";
import { defineService } from "./define-service.ts";

export default defineService({ sdkId: "CodeConnections", operations: connectionRules("codeconnections") });
