/** Greengrass version 1: the few operations that version 2 shares with it are sent by clients of version 2 today. */
import { defineAddressing } from "./define-addressing.ts";

/** See https://docs.aws.amazon.com/greengrass/v2/developerguide/greengrass-v2-whats-new.html */
export const greengrassAddressing = defineAddressing({ sdkId: "Greengrass", supersededBy: "GreengrassV2" });
