/** AWS CodeStar Connections, the older name of the same API: links to repositories, and what keeps in step with them. */
import { connectionRules } from "./connection-rules.ts";
import { defineService } from "./define-service.ts";

export default defineService({ sdkId: "CodeStar connections", operations: connectionRules("codestar-connections") });
