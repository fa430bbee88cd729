/** Amazon Transcribe: lists of words in S3 are read with the caller's permissions, unless the request hands over a role. */
import { type OperationRule, operationRules } from "./define-service.ts";
import { allOf, unlessMember, whenMemberMatches } from "./rule-condition.ts";
import { type MemberPath, member } from "./rule-value.ts";
import { objectAt } from "./s3-uri.ts";

interface WordList {
  readonly operation: string;
  /** Member that names the file. */
  readonly file: string;
  /** The resource's ARN in the example, whose request names it as this member. */
  readonly on: string;
  readonly name: string;
  /** Member with a role that is used instead of the caller's permissions. */
  readonly role?: MemberPath;
}

const readsWords = ({ operation, file, on, name, role }: WordList): OperationRule => ({
  authorizedActions: [
    { action: `transcribe:${operation}` },
    {
      action: "s3:GetObject",
      resource: objectAt(member(file)),
      when: allOf(...(role === undefined ? [] : [unlessMember(role)]), whenMemberMatches(file, /^s3:\/\/[^/]+\/./)),
      origin: "forward-access",
      because: "the list of words is read with the caller's permissions",
    },
  ],
  because: "words that stand in S3 are read there",
  see: `https://docs.aws.amazon.com/transcribe/latest/APIReference/API_${operation}.html`,
  examples: [
    {
      input: { [name]: "words", [file]: "s3://lists/words.txt" },
      permits: [`transcribe:${operation} ${on}`, "s3:GetObject arn:aws:s3:::lists/words.txt"],
    },
  ],
});

const HERE = "arn:aws:transcribe:us-east-1:123456789012";
const ROLE = "DataAccessRoleArn";
const WORDS = { file: "VocabularyFileUri", name: "VocabularyName" };
const FILTER = { file: "VocabularyFilterFileUri", name: "VocabularyFilterName", role: ROLE };

export default operationRules({
  CreateVocabulary: readsWords({ ...WORDS, role: ROLE, operation: "CreateVocabulary", on: "*" }),
  UpdateVocabulary: readsWords({ ...WORDS, role: ROLE, operation: "UpdateVocabulary", on: `${HERE}:vocabulary/words` }),
  CreateMedicalVocabulary: readsWords({ ...WORDS, operation: "CreateMedicalVocabulary", on: "*" }),
  UpdateMedicalVocabulary: readsWords({
    ...WORDS,
    operation: "UpdateMedicalVocabulary",
    on: `${HERE}:medical-vocabulary/words`,
  }),
  CreateVocabularyFilter: readsWords({ ...FILTER, operation: "CreateVocabularyFilter", on: "*" }),
  UpdateVocabularyFilter: readsWords({
    ...FILTER,
    operation: "UpdateVocabularyFilter",
    on: `${HERE}:vocabulary-filter/words`,
  }),
});
