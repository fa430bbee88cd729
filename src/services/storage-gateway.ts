/** AWS Storage Gateway: who overrides the retention of a tape pool needs an action of its own. */
import { type AuthorizedAction, defineService } from "./define-service.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { everyResource, typed } from "./rule-resource.ts";

const TAPE = "arn:aws:storagegateway:us-east-1:123456789012:tape/T1";
const POOL = "arn:aws:storagegateway:us-east-1:123456789012:tapepool/pool-1";

const BYPASSES: AuthorizedAction = {
  action: "storagegateway:BypassGovernanceRetention",
  resource: typed("tape"),
  when: whenMemberEquals("BypassGovernanceRetention", true),
  origin: "dependent",
  because: "the request overrides the retention of the tape's pool",
};

const SEE = "https://docs.aws.amazon.com/storagegateway/latest/tgw/CreatingCustomTapePool.html";

export default defineService({
  sdkId: "Storage Gateway",
  operations: {
    AssignTapePool: {
      authorizedActions: [{ action: "storagegateway:AssignTapePool" }, BYPASSES],
      because: "a tape in a pool with retention is moved only by who may override it",
      see: SEE,
      examples: [
        {
          input: { TapeARN: TAPE, PoolId: "pool-1", BypassGovernanceRetention: true },
          permits: [
            `storagegateway:AssignTapePool ${TAPE} + ${POOL}`,
            `storagegateway:BypassGovernanceRetention ${TAPE}`,
          ],
        },
        {
          input: { TapeARN: TAPE, PoolId: "pool-1" },
          permits: [`storagegateway:AssignTapePool ${TAPE} + ${POOL}`],
        },
      ],
    },
    DeleteTapeArchive: {
      authorizedActions: [{ action: "storagegateway:DeleteTapeArchive" }, { ...BYPASSES, resource: everyResource }],
      because: "a tape in a pool with retention is deleted only by who may override it",
      see: SEE,
      examples: [
        {
          input: { TapeARN: TAPE, BypassGovernanceRetention: true },
          permits: ["storagegateway:DeleteTapeArchive *", "storagegateway:BypassGovernanceRetention *"],
        },
        { input: { TapeARN: TAPE }, permits: ["storagegateway:DeleteTapeArchive *"] },
      ],
    },
  },
});
