/** Pinpoint SMS and Voice, the first version: configuration sets as in the second. */
import { defineService } from "./define-service.ts";
import setDeletion from "./sms-voice-sets.ts";

export default defineService({ sdkId: "Pinpoint SMS Voice", operations: setDeletion });
