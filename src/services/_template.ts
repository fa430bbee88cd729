/** <API>: one clause on what is peculiar about its authorization. Copy this file to `<client>.ts`, and add a line to `records.ts`. */
import { authorizedAs, defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";

export default defineService({
  // The model's service id, as in src/data/generated/api/index.json.
  sdkId: "Library",
  resources: {
    // A resource type of the reference, and how the input fills the variables of its ARN, for all operations.
    book: {
      filledBy: [{ BookName: captured(member("BookUrl"), /\/([^/]+)$/) }],
      because: "a book's URL ends in its name",
      see: "https://docs.aws.amazon.com/library/latest/userguide/access.html",
      examples: [
        {
          operation: "GetBook",
          input: { BookUrl: "https://library.example/a" },
          permits: ["library:GetBook arn:aws:library:us-east-1:123456789012:book/a"],
        },
      ],
    },
  },
  operations: {
    // All actions of an operation, those on condition with the condition.
    CreateBook: {
      authorizedActions: [
        { action: "library:CreateBook" },
        {
          action: "library:GetShelf",
          resource: arnIn("ShelfArn"),
          when: whenMember("ShelfArn"),
          origin: "dependent",
          because: "the shelf that the book is put on is read",
        },
      ],
      because: "a book on a shelf needs the shelf too",
      see: "https://docs.aws.amazon.com/library/latest/api/API_CreateBook.html",
      examples: [
        {
          input: { BookName: "a", ShelfArn: "arn:aws:library:us-east-1:123456789012:shelf/s" },
          permits: [
            "library:CreateBook arn:aws:library:us-east-1:123456789012:book/a",
            "library:GetShelf arn:aws:library:us-east-1:123456789012:shelf/s",
          ],
        },
      ],
    },
    // Operations that are authorized as one action of another name.
    ...authorizedAs(
      { BatchGetBooks: "GetBook" },
      {
        servicePrefix: "library",
        because: "batch calls are authorized as the single call",
        see: "https://docs.aws.amazon.com/library/latest/api/API_BatchGetBooks.html",
        example: { input: { BookNames: ["a"] }, on: "arn:aws:library:us-east-1:123456789012:book/a" },
      },
    ),
  },
});
