/** Amazon Rekognition: images and videos in S3 are read with the permissions of the caller. */
import { defineService } from "./define-service.ts";
import { firstOf, member } from "./rule-value.ts";
import { readsObject } from "./s3-object-reference.ts";

export default defineService({
  sdkId: "Rekognition",
  resources: {
    collection: {
      filledBy: [{ CollectionId: firstOf(member("CollectionId"), member("Settings.FaceSearch.CollectionId")) }],
      because: "faces in a stream are searched in the collection that the settings name",
      see: "https://docs.aws.amazon.com/rekognition/latest/APIReference/API_CreateStreamProcessor.html",
      examples: [
        {
          operation: "CreateStreamProcessor",
          input: { Name: "door", Settings: { FaceSearch: { CollectionId: "staff" } } },
          permits: ["rekognition:CreateStreamProcessor arn:aws:rekognition:us-east-1:123456789012:collection/staff"],
        },
      ],
    },
  },
  besides: [
    {
      authorizedActions: [
        ...readsObject("Image.S3Object"),
        ...readsObject("SourceImage.S3Object"),
        ...readsObject("TargetImage.S3Object"),
        ...readsObject("Video.S3Object"),
      ],
      because: "an image or video in S3 must be readable to the caller",
      see: "https://docs.aws.amazon.com/rekognition/latest/APIReference/API_S3Object.html",
      examples: [
        {
          operation: "DetectLabels",
          input: { Image: { S3Object: { Bucket: "album", Name: "a.jpg" } } },
          permits: ["rekognition:DetectLabels *", "s3:GetObject arn:aws:s3:::album/a.jpg"],
        },
        {
          operation: "DetectLabels",
          input: { Image: { S3Object: { Bucket: "album", Name: "a.jpg", Version: "v1" } } },
          permits: ["rekognition:DetectLabels *", "s3:GetObjectVersion arn:aws:s3:::album/a.jpg"],
        },
        { operation: "DetectLabels", input: { Image: {} }, permits: ["rekognition:DetectLabels *"] },
      ],
    },
  ],
});
