/** Amazon Connect's participants: a token of the chat authorizes them, no policy does. */
import { defineService } from "./define-service.ts";

export default defineService({
  sdkId: "ConnectParticipant",
  otherwise: {
    authorizedActions: [],
    because: "a participant's token authorizes the call, not an identity's policy",
    see: "https://docs.aws.amazon.com/connect/latest/APIReference/API_Operations_Amazon_Connect_Participant_Service.html",
    examples: [{ operation: "SendMessage", input: { ContentType: "text/plain" }, permits: [] }],
  },
});
