/** The SDK's clients that speak HTTP/2: calls, streams of events in answers, and streams in both directions at once. */
import {
  BedrockRuntimeClient,
  ConverseStreamCommand,
  InvokeModelWithBidirectionalStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { KinesisClient, PutRecordCommand, SubscribeToShardCommand } from "@aws-sdk/client-kinesis";
import { StartStreamTranscriptionCommand, TranscribeStreamingClient } from "@aws-sdk/client-transcribe-streaming";

/** Events to send, the second not before the first was answered: the streams run at the same time, or never end. */
function conversation(first, second) {
  let answered;
  const isAnswered = new Promise((resolve) => {
    answered = resolve;
  });
  async function* events() {
    yield first;
    await isAnswered;
    yield second;
  }
  return { events: events(), answered };
}

const STREAM = "arn:aws:kinesis:us-east-1:111122223333:stream/words";
const text = (bytes) => Buffer.from(bytes).toString();

const programs = {
  async kinesis() {
    const kinesis = new KinesisClient({});
    await kinesis.send(new PutRecordCommand({ StreamName: "words", Data: Buffer.from("hello"), PartitionKey: "1" }));
    const { EventStream } = await kinesis.send(
      new SubscribeToShardCommand({
        ConsumerARN: `${STREAM}/consumer/reader:1`,
        ShardId: "shardId-000000000000",
        StartingPosition: { Type: "LATEST" },
      }),
    );
    for await (const { SubscribeToShardEvent: event } of EventStream) console.log(text(event.Records[0].Data));
  },
  async "bedrock-runtime"() {
    const bedrock = new BedrockRuntimeClient({});
    const modelId = "amazon.nova-sonic-v1:0";
    const messages = [{ role: "user", content: [{ text: "hi" }] }];
    const { stream } = await bedrock.send(new ConverseStreamCommand({ modelId, messages }));
    for await (const { contentBlockDelta } of stream) if (contentBlockDelta) console.log(contentBlockDelta.delta.text);
    const { events, answered } = conversation(
      { chunk: { bytes: Buffer.from("1") } },
      { chunk: { bytes: Buffer.from("2") } },
    );
    const { body } = await bedrock.send(new InvokeModelWithBidirectionalStreamCommand({ modelId, body: events }));
    for await (const { chunk } of body) {
      console.log(text(chunk.bytes));
      answered();
    }
  },
  async "transcribe-streaming"() {
    const { events, answered } = conversation(
      { AudioEvent: { AudioChunk: Buffer.alloc(64) } },
      { AudioEvent: { AudioChunk: Buffer.alloc(64) } },
    );
    const { TranscriptResultStream } = await new TranscribeStreamingClient({}).send(
      new StartStreamTranscriptionCommand({
        LanguageCode: "en-US",
        MediaEncoding: "pcm",
        MediaSampleRateHertz: 16000,
        AudioStream: events,
      }),
    );
    for await (const { TranscriptEvent } of TranscriptResultStream) {
      console.log(TranscriptEvent.Transcript.Results[0].Alternatives[0].Transcript);
      answered();
    }
  },
};

await programs[process.argv[2]]();
